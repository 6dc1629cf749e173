/**
 * Projections: what lists say of each agreement, as it was reckoned for a day. Derived, replaced when it is reckoned again, and neither
 * sealed nor exported: whoever reads one asks whether it is of today and of these rules.
 */
import { sql, type Kysely } from 'kysely';
import type { ProjectionRow, Tables } from './tables.ts';
import type { Projection } from './types.ts';

/** To be called alone on the database. */
export async function writeProjections(db: Kysely<Tables>, projections: readonly Projection[]): Promise<void> {
  for (const { body, ...projection } of projections) {
    const row: ProjectionRow = { ...projection, body: JSON.stringify(body) };
    await db
      .insertInto('projections')
      .values(row)
      .onConflict(on => on.column('agreement').doUpdateSet(row))
      .execute();
  }
}

/** Steps of notices and protocols change nothing that lists say. */
export async function currentProjections(db: Kysely<Tables>): Promise<Projection[]> {
  const rows = await db
    .selectFrom('projections as p')
    .selectAll()
    .where(
      sql<boolean>`not exists (select 1 from entries e where e.agreement = p.agreement and e.seq > p.line
        and e.type not in ('notice.step', 'protocol.step'))`,
    )
    .orderBy('agreement')
    .execute();
  return rows.map(({ body, ...row }) => ({ ...row, day: row.day as Projection['day'], body: JSON.parse(body) as unknown }));
}
