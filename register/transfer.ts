/** All lines of a register with their seals, taken out as they are stored, and written as they are into an empty one. */
import type { Kysely } from 'kysely';
import { beginning } from './chain.ts';
import { NotEmpty, NotSound } from './errors.ts';
import { lastSeal } from './journal.ts';
import { sealsWithLines } from './pages.ts';
import { sealedTables, type Tables } from './tables.ts';
import type { Head, SealedLine } from './types.ts';
import type { Store } from './store.ts';
import { verifyRegister } from './verify.ts';

/** To be called on one state of the database. */
export async function readLines<T>(db: Kysely<Tables>, read: (head: Head, lines: AsyncIterable<SealedLine>) => Promise<T>): Promise<T> {
  const last = await lastSeal(db);
  return read({ seq: last?.seq ?? 0, hash: last?.hash ?? beginning }, matched(db));
}

/** In the order of the journal: that in which they were written. */
async function* matched(db: Kysely<Tables>): AsyncGenerator<SealedLine> {
  for await (const { seal, row } of sealsWithLines(db)) if (row) yield { seal, row };
}

/** In lines: what is sent to the database at once. */
const batch = 200;

/** To be called alone: when what was written is not sound, nothing stays of it. @throws NotEmpty, NotSound with every fault */
export async function restoreLines(
  db: Kysely<Tables>,
  lines: AsyncIterable<SealedLine> | Iterable<SealedLine>,
  { name, dialect }: Pick<Store, 'name' | 'dialect'>,
): Promise<void> {
  if (await lastSeal(db)) throw new NotEmpty(name);
  let waiting: SealedLine[] = [];
  for await (const line of lines) {
    waiting.push(line);
    if (waiting.length < batch) continue;
    await insert(db, waiting);
    waiting = [];
  }
  await insert(db, waiting);
  const found = await verifyRegister(db, dialect);
  if (!found.sound) throw new NotSound(found.faults);
}

/** Each table's lines in their order; the triggers look at every one. */
async function insert(db: Kysely<Tables>, lines: readonly SealedLine[]): Promise<void> {
  for (const table of sealedTables) {
    const rows = lines.filter(({ seal }) => seal.kept_in === table).map(({ row }) => row as Tables['entries']);
    if (rows.length)
      await db
        .insertInto(table as 'entries')
        .values(rows)
        .execute();
  }
  if (lines.length)
    await db
      .insertInto('journal')
      .values(lines.map(({ seal }) => seal))
      .execute();
}
