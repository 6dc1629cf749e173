/**
 * Projections: what lists say of each agreement, as it was reckoned for a day. Derived, replaced when it is reckoned again, and neither
 * sealed nor copied: whoever reads one asks whether it is of today and of these rules.
 */
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

/** Those since which nothing was entered, nor done at the desk: a notice that has left is overdue no more. Acts change nothing that lists say. */
export async function currentProjections(db: Kysely<Tables>): Promise<Projection[]> {
  const rows = await db
    .selectFrom('projections as p')
    .innerJoin('agreements as a', 'a.number', 'p.agreement')
    .select(['a.id', 'p.place', 'p.day', 'p.rules', 'p.body'])
    .where(
      sql<boolean>`not exists (select 1 from lines l where l.agreement = p.agreement and l.place > p.place and l.kind in ('entry', 'paper'))`,
    )
    .orderBy('a.id')
    .execute();
  return rows.map(({ id, body, ...row }) => ({
    ...row,
    agreement: id,
    day: row.day as Projection['day'],
    body: unpacked(Buffer.from(body)) as object,
  }));
}
