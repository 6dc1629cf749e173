/** One step of an agreement in one transaction: entries, acts and rules, written together or not at all. */
import type { Kysely } from 'kysely';
import type { Instant } from '../clauses/calendar.ts';
import { canonical } from './canonical.ts';
import { nextLine, rowOf, stored } from './chain.ts';
import { deliveryLines } from './deliveries.ts';
import { IdConflict } from './errors.ts';
import { insertSealed } from './journal.ts';
import { outboxLines, writeSteps } from './outbox.ts';
import { admitted, assertRight, trustedKeys, writeAuthorisation } from './rights.ts';
import { writeRules } from './rules.ts';
import type { EntryLine, Tables } from './tables.ts';
import type { Row, Stored, Transaction } from './types.ts';

/** To be called alone on the database. `clock`: by which rights expire. */
export async function transactionIn(db: Kysely<Tables>, agreement: string, clock: () => Instant): Promise<Transaction> {
  const found = await storedOf(db, agreement);
  let last = found.rows.at(-1);
  return {
    ...found,
    append: async (entries, entered, authority) => {
      const first = entries[0]!;
      const existing = found.rows.find(row => row.entry.id === first.id);
      if (existing) {
        if (canonical(existing.entry) !== canonical(first)) throw new IdConflict(existing, first);
        return { rows: [existing], existing: true };
      }
      const right = await admitted(db, { agreement, entry: first, authority }, clock());
      const rows: Row[] = [];
      for (const entry of entries) rows.push((last = nextLine(last, { agreement, entry, entered })));
      await insertSealed(db, 'entries', ...rows.map(stored));
      if (right) for (const { id } of entries) await writeAuthorisation(db, { agreement, entry: id, at: entered.at }, right);
      return { rows: rows.map(row => rowOf(stored(row))), existing: false };
    },
    perform: (steps, at) => writeSteps(db, agreement, steps, at, found.outbox),
    foldedBy: (rules, at) => writeRules(db, agreement, rules, at),
    assertRight: authority => assertRight(db, authority, clock()),
    deliveries: () => deliveryLines(db, agreement),
  };
}

export async function storedOf(db: Kysely<Tables>, agreement: string): Promise<Stored> {
  return { rows: (await lines(db, agreement)).map(rowOf), outbox: await outboxLines(db, agreement), trusted: await trustedKeys(db) };
}

export function lines(db: Kysely<Tables>, agreement: string, after = 0): Promise<EntryLine[]> {
  return db.selectFrom('entries').selectAll().where('agreement', '=', agreement).where('seq', '>', after).orderBy('seq').execute();
}
