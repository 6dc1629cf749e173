/** All lines of a register with their seals, taken out as they are stored, and written as they are into an empty one. */
import type { Kysely } from 'kysely';
import { NotEmpty, NotSound } from './errors.ts';
import { lastSeal, linesOf } from './journal.ts';
import { sealedTables, type Tables } from './tables.ts';
import type { SealedLine } from './types.ts';
import { verifyRegister } from './verify.ts';

/** In the order of the journal: that in which they were written. To be called on one state of the database. */
export async function allLines(db: Kysely<Tables>): Promise<SealedLine[]> {
  const rows = new Map<string, SealedLine['row']>();
  for (const table of sealedTables) for (const row of await linesOf(db, table)) rows.set(key(table, row), row);
  const seals = await db.selectFrom('journal').selectAll().orderBy('seq').execute();
  return seals.flatMap(seal => {
    const row = rows.get(key(seal.kept_in, { agreement: seal.agreement, seq: seal.line }));
    return row ? [{ seal, row }] : [];
  });
}

const key = (table: string, { agreement, seq }: { agreement: string; seq: number }): string => JSON.stringify([table, agreement, seq]);

/** To be called alone: when what was written is not sound, nothing stays of it. @throws NotEmpty, NotSound with every fault */
export async function restoreLines(db: Kysely<Tables>, lines: readonly SealedLine[], register: string): Promise<void> {
  if (await lastSeal(db)) throw new NotEmpty(register);
  for (const { seal, row } of lines) {
    await db.insertInto(seal.kept_in).values(row).execute();
    await db.insertInto('journal').values(seal).execute();
  }
  const found = await verifyRegister(db);
  if (!found.sound) throw new NotSound(found.faults);
}
