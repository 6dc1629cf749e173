/**
 * The register read by pages, each line once: however long it grows, no more than a page of it is in memory. To be read on one state
 * of the database.
 */
import { sql, type Kysely } from 'kysely';
import { sealedTables, type SealedTable, type SealRow, type Tables } from './tables.ts';

/** A line of any table that the journal seals. */
export type Sealed = Tables[SealedTable];

/** In lines. */
const page = 500;

/** All lines of a table, in its own order: of entries by agreement, of the others as they were written. */
export async function* linesOf(db: Kysely<Tables>, table: SealedTable): AsyncGenerator<Sealed> {
  const all = db
    .selectFrom(table as 'entries')
    .selectAll()
    .limit(page);
  const inOrder = table === 'entries' ? all.orderBy('agreement').orderBy('seq') : all.orderBy('seq');
  for (let last: Sealed | undefined; ;) {
    const after =
      last && (table === 'entries' ? sql<boolean>`(agreement, seq) > (${last.agreement}, ${last.seq})` : sql<boolean>`seq > ${last.seq}`);
    const lines = await (after ? inOrder.where(after) : inOrder).execute();
    yield* lines;
    if (lines.length < page) return;
    last = lines.at(-1);
  }
}

/** All seals in their order, each with the line that it seals; without it where that is not there. */
export async function* sealsWithLines(db: Kysely<Tables>): AsyncGenerator<{ seal: SealRow; row: Sealed | undefined }> {
  const inOrder = db.selectFrom('journal').selectAll().orderBy('seq').limit(page);
  for (let last: SealRow | undefined; ;) {
    const seals = await (last ? inOrder.where('seq', '>', last.seq) : inOrder).execute();
    const lines = await linesOfSeals(db, seals);
    for (const seal of seals) yield { seal, row: lines.get(key(seal.kept_in, seal.agreement, seal.line)) };
    if (seals.length < page) return;
    last = seals.at(-1);
  }
}

async function linesOfSeals(db: Kysely<Tables>, seals: readonly SealRow[]): Promise<Map<string, Sealed>> {
  const found = new Map<string, Sealed>();
  // A seal that was changed may name any table: what is none of the register's has no line.
  for (const table of sealedTables.filter(t => seals.some(s => s.kept_in === t))) {
    const keys = seals.filter(s => s.kept_in === table).map(s => sql`(${s.agreement}, cast(${s.line} as bigint))`);
    const lines = await db
      .selectFrom(table as 'entries')
      .selectAll()
      .where(sql<boolean>`(agreement, seq) in (values ${sql.join(keys)})`)
      .execute();
    for (const line of lines) found.set(key(table, line.agreement, line.seq), line);
  }
  return found;
}

export const key = (table: string, agreement: string, line: number): string => JSON.stringify([table, agreement, line]);
