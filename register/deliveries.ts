/** What became of each letter: one line for each recipient, way and line of the outbox. Append-only. */
import type { Kysely } from 'kysely';
import type { Instant } from '../clauses/calendar.ts';
import { insertSealed, nextLineOf } from './journal.ts';
import type { DeliveryRow, Tables } from './tables.ts';
import type { Delivery, DeliveryLine } from './types.ts';

/** To be called alone on the file: it reads before it writes. */
export async function writeDelivery(db: Kysely<Tables>, agreement: string, delivery: Delivery, at: Instant): Promise<DeliveryLine> {
  const { outbox, recipient, way } = delivery;
  const before = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('outbox', '=', outbox)
    .where('recipient', '=', recipient)
    .where('way', '=', way)
    .executeTakeFirst();
  if (before) return lineOf(before);
  const seq = await nextLineOf(db, 'deliveries');
  const row: DeliveryRow = { seq, agreement, ...delivery, at };
  await insertSealed(db, 'deliveries', row);
  return lineOf(row);
}

export async function deliveryLines(db: Kysely<Tables>, agreement?: string): Promise<DeliveryLine[]> {
  const all = db.selectFrom('deliveries').selectAll().orderBy('seq');
  const rows = await (agreement === undefined ? all : all.where('agreement', '=', agreement)).execute();
  return rows.map(lineOf);
}

const lineOf = (row: DeliveryRow): DeliveryLine => row as DeliveryLine;
