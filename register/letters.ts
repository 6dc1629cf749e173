/** The outcome of each letter: one line per recipient, way and act in the outbox. */
import type { Kysely } from 'kysely';
import type { Instant } from '../clauses/calendar.ts';
import { contentOf, serviceName, linesOf, write } from './lines.ts';
import type { SealedLine, Delivery, DeliveryLine } from './types.ts';
import type { Tables } from './tables.ts';

/** Call within `alone`: it reads before it writes. */
export async function writeLetter(db: Kysely<Tables>, agreement: string, delivery: Delivery, at: Instant): Promise<DeliveryLine> {
  const { outbox, recipient, way } = delivery;
  const before = (await letters(db, agreement)).find(l => l.outbox === outbox && l.recipient === recipient && l.way === way);
  if (before) return before;
  const [line] = await write(db, agreement, { kind: 'letter', by: serviceName, at, body: delivery });
  return letterOf(line!);
}

export const letters = async (db: Kysely<Tables>, agreement: string): Promise<DeliveryLine[]> =>
  (await linesOf(db, ['letter'], agreement)).map(letterOf);

const letterOf = (line: SealedLine): DeliveryLine => {
  const { seq, agreement, at } = line;
  return { ...(contentOf(line) as Delivery), seq, agreement, at };
};
