/** All lines of a register, taken out as they are stored, and written as they are into an empty one. */
import type { Kysely } from 'kysely';
import { NotEmpty, NotSound } from './errors.ts';
import { insert, lastLine } from './lines.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import type { Head, SealedLine } from './types.ts';
import { verifyRegister } from './verify.ts';

/** In lines: what is sent to the database at once. */
const batch = 200;

/** To be called alone: when what was written is not sound, nothing stays of it. @throws NotEmpty, NotSound with every fault */
export async function writeAll(
  db: Kysely<Tables>,
  lines: AsyncIterable<SealedLine> | Iterable<SealedLine>,
  { name, dialect }: Pick<Store, 'name' | 'dialect'>,
): Promise<Head> {
  if (await lastLine(db)) throw new NotEmpty(name);
  const numbers = new Map<string, number>();
  let waiting: SealedLine[] = [];
  for await (const line of lines) {
    waiting.push(line);
    if (waiting.length < batch) continue;
    await insert(db, waiting, numbers);
    waiting = [];
  }
  if (waiting.length) await insert(db, waiting, numbers);
  const found = await verifyRegister(db, dialect);
  if (!found.sound) throw new NotSound(found.faults);
  return found.head;
}
