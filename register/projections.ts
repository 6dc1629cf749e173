/**
 * Projections: what lists say of each agreement, as it was reckoned for a day. Derived, replaced when it is reckoned again, and neither
 * sealed nor copied: whoever reads one asks whether it is of today and of these rules.
 */
import { setImmediate as otherWork } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import { packed, unpacked } from './packed.ts';
import type { ProjectionRow, Tables } from './tables.ts';
import type { Projection } from './types.ts';

/** To be called alone on the database. */
export async function writeProjections(db: Kysely<Tables>, projections: readonly Projection[]): Promise<void> {
  for (const { agreement: id, body, ...projection } of projections) {
    const { number } = await db.selectFrom('agreements').select('number').where('id', '=', id).executeTakeFirstOrThrow();
    const row: ProjectionRow = { agreement: number, ...projection, body: packed(body) };
    await db
      .insertInto('projections')
      .values(row)
      .onConflict(on => on.column('agreement').doUpdateSet(row))
      .execute();
  }
}

/**
 * Those since which nothing was entered, nor done at the desk: a notice that has left is overdue no more. Acts change nothing that lists say.
 * What was read last stays in memory, and only what has changed since is read again; who asks meanwhile waits for the same reading.
 */
export function projectionsRead(db: Kysely<Tables>, atOnce = some): () => Promise<readonly Projection[]> {
  let last: { version: string; found: Promise<readonly Projection[]> } = { version: '', found: Promise.resolve([]) };
  return async () => {
    const version = await versionOf(db);
    if (version !== last.version) {
      const before = last;
      const found = before.found.catch(() => []).then(known => readAgain(db, new Map(known.map(p => [p.agreement, p])), atOnce));
      last = { version, found };
      found.catch(() => {
        if (last.found === found) last = before;
      });
    }
    return last.found;
  };
}

/**
 * Another one as soon as a line is entered or a projection is replaced: its place and its day only ever grow. What is projected on the same
 * day from the same lines by the same rules is the same.
 */
async function versionOf(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql`select (select max(seq) from lines) as seq, count(*) as count, sum(place) as places, min(rules) as least,
    max(rules) as most, sum(cast(replace(day, '-', '') as integer)) as days from projections`.execute(db);
  return JSON.stringify(rows[0]);
}

const current = (db: Kysely<Tables>) =>
  db
    .selectFrom('projections as p')
    .innerJoin('agreements as a', 'a.number', 'p.agreement')
    .where(
      sql<boolean>`not exists (select 1 from lines l where l.agreement = p.agreement and l.place > p.place and l.kind in ('entry', 'paper'))`,
    )
    .orderBy('a.id');

/** So many are read at once: other work of the process goes on between. */
const some = 500;

async function readAgain(db: Kysely<Tables>, known: ReadonlyMap<string, Projection>, atOnce: number): Promise<readonly Projection[]> {
  const keys = await current(db).select(['a.id', 'a.number', 'p.place', 'p.day', 'p.rules']).execute();
  const kept = new Map<string, Projection>();
  const changed: number[] = [];
  for (const { id, number, place, day, rules } of keys) {
    const before = known.get(id);
    if (before && before.place === place && before.day === day && before.rules === rules) kept.set(id, before);
    else changed.push(number);
  }
  for (let i = 0; i < changed.length; i += atOnce) {
    if (i) await otherWork();
    const bodies = current(db).select(['a.id', 'p.place', 'p.day', 'p.rules', 'p.body']);
    for (const { id, body, ...row } of await bodies.where('p.agreement', 'in', changed.slice(i, i + atOnce)).execute())
      kept.set(id, { ...row, agreement: id, day: row.day as Projection['day'], body: unpacked(Buffer.from(body)) as object });
  }
  return keys.map(({ id }) => kept.get(id)).filter(one => one !== undefined);
}
