/**
 * The journal: one seal for each line of the other tables, chained within its agreement and over the whole register. A line
 * that was changed, taken out, moved or put in later has no seal that fits. Its last hash is the head of the register.
 */
import { sql, type Kysely, type Selectable } from 'kysely';
import { isText } from '../machines/limits.ts';
import { contentHash } from './canonical.ts';
import { beginning } from './chain.ts';
import { NotText } from './errors.ts';
import { linesOf } from './pages.ts';
import type { SealedTable, SealRow, Tables } from './tables.ts';

type Sealed = Tables[SealedTable];

/** How many lines are written by one statement: no database takes any number of values. */
const atOnce = 500;

/** Writes lines of one agreement, in their order, and their seals. To be called alone on the database. @throws NotText */
export async function insertSealed<T extends SealedTable>(db: Kysely<Tables>, table: T, ...rows: Tables[T][]): Promise<void> {
  for (const row of rows)
    for (const [column, value] of Object.entries(row)) if (typeof value === 'string' && !isText(value)) throw new NotText(column);
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    await db
      .insertInto(table)
      .values(some as never)
      .execute();
    await seal(db, table, some);
  }
}

/** The last seals by transaction, which nobody else writes in meanwhile: each is a database of its own to Kysely. */
const lastOf = new WeakMap<Kysely<Tables>, { last: SealRow; own: SealRow }>();

async function seal(db: Kysely<Tables>, table: SealedTable, rows: readonly Sealed[]): Promise<void> {
  const { agreement } = rows[0]!;
  const known = lastOf.get(db);
  let last = known?.last ?? (await lastSeal(db));
  let own = known?.own.agreement === agreement ? known.own : await lastSeal(db, agreement);
  const seals = rows.map((row): SealRow => {
    const next: Omit<SealRow, 'hash'> = {
      seq: (last?.seq ?? 0) + 1,
      agreement: row.agreement,
      place: (own?.place ?? 0) + 1,
      kept_in: table,
      line: row.seq,
      content: rowHash(row),
      previous: own?.hash ?? beginning,
      previous_of_all: last?.hash ?? beginning,
    };
    return (last = own = { ...next, hash: sealHash(next) });
  });
  await db.insertInto('journal').values(seals).execute();
  lastOf.set(db, { last: last!, own: own! });
}

/** The number of the next line of a table whose lines are counted over all agreements. To be called alone on the database. */
export async function nextLineOf(db: Kysely<Tables>, table: Exclude<SealedTable, 'entries'>): Promise<number> {
  const { head } = await db
    .selectFrom(table as 'outbox')
    .select(sql<number>`coalesce(max(seq), 0)`.as('head'))
    .executeTakeFirstOrThrow();
  return head + 1;
}

/** The hash of all that a line holds. */
export const rowHash = (row: Selectable<Sealed>): string => contentHash(row);

/** The hash of a seal: of all that it says, the two seals before it among that. */
export function sealHash(seal: Omit<SealRow, 'hash'>): string {
  const { seq, agreement, place, kept_in, line, content, previous, previous_of_all } = seal;
  return contentHash({ seq, agreement, place, kept_in, line, content, previous, previous_of_all });
}

/** The last seal, of the register or of an agreement; undefined when there is none. An agreement's are numbered by their place. */
export function lastSeal(db: Kysely<Tables>, agreement?: string): Promise<SealRow | undefined> {
  const seals = db.selectFrom('journal').selectAll().limit(1);
  return (
    agreement === undefined ? seals.orderBy('seq', 'desc') : seals.where('agreement', '=', agreement).orderBy('place', 'desc')
  ).executeTakeFirst();
}

/** The seal of a place in the chain of the register, or of an agreement. */
export function sealAt(db: Kysely<Tables>, place: number, agreement?: string): Promise<SealRow | undefined> {
  const seals = db.selectFrom('journal').selectAll();
  const there =
    agreement === undefined ? seals.where('seq', '=', place) : seals.where('agreement', '=', agreement).where('place', '=', place);
  return there.executeTakeFirst();
}

/** Seals what was written before there was a journal: each table in its own order. */
export async function sealLines(db: Kysely<Tables>, tables: readonly SealedTable[]): Promise<void> {
  for (const table of tables) for await (const row of linesOf(db, table)) await seal(db, table, [row]);
}
