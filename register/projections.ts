/**
 * Projections: what lists show of each agreement, calculated for a day. Derived and replaceable, neither sealed nor copied: a reader checks
 * that a projection is for today and these rules.
 */
import { setImmediate as otherWork } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import { packed, unpacked } from './packed.ts';
import type { ProjectionRow, Tables } from './tables.ts';
import type { Projection } from './types.ts';

/** Call within `alone`. */
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
 * Only projections without later entries or steps at the desk, since a dispatched notice is no longer overdue; acts don't affect lists.
 * Caches the last result and reads only what has changed; concurrent callers share one reading.
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
 * Changes when a line is written or a projection replaced: place and day only grow. The same day, lines and rules give the same projection.
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
      sql<boolean>`not exists (select 1 from lines l where l.agreement = p.agreement and l.place > p.place and l.kind in ('entry', 'step'))`,
    )
    .orderBy('a.id');

/** The number read at once, so that the process can do other work in between. */
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
