/** Copies all lines of a register unchanged into an empty one. */
import type { Kysely } from 'kysely';
import { NotEmpty, NotSound } from './errors.ts';
import { insert, lastLine } from './lines.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import type { Head, SealedLine } from './types.ts';
import { verifyRegister } from './verify.ts';

/** Lines per insert. */
const batch = 200;

/** Call within `alone`, so that an unsound copy is rolled back. @throws NotEmpty; NotSound with every fault */
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
