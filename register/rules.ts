/** By which rules an agreement has been folded, from when on: a line whenever one of them is another than before. Append-only. */
import type { Kysely } from 'kysely';
import type { Instant } from '../clauses/calendar.ts';
import { canonical } from './canonical.ts';
import { insertSealed, nextLineOf } from './journal.ts';
import type { RuleRow, Tables } from './tables.ts';
import type { RuleLine, Rules } from './types.ts';

/** To be called alone on the database: it reads before it writes. */
export async function writeRules(db: Kysely<Tables>, agreement: string, rules: Rules, at: Instant): Promise<void> {
  if (await isFoldedBy(db, agreement, rules)) return;
  const seq = await nextLineOf(db, 'rules');
  await insertSealed(db, 'rules', { seq, agreement, ...stored(rules), at });
}

const stored = ({ law, description, reading }: Rules): Pick<RuleRow, 'law' | 'description' | 'reading'> => ({
  law,
  description,
  reading: canonical(reading),
});

/** Whether these are the rules that were entered last. */
async function isFoldedBy(db: Kysely<Tables>, agreement: string, rules: Rules): Promise<boolean> {
  const [last, next] = [await lastRules(db, agreement), stored(rules)];
  return last?.law === next.law && last.description === next.description && last.reading === next.reading;
}

const lastRules = (db: Kysely<Tables>, agreement: string): Promise<RuleRow | undefined> =>
  db.selectFrom('rules').selectAll().where('agreement', '=', agreement).orderBy('seq', 'desc').limit(1).executeTakeFirst();

export async function ruleLines(db: Kysely<Tables>, agreement: string): Promise<RuleLine[]> {
  const rows = await db.selectFrom('rules').selectAll().where('agreement', '=', agreement).orderBy('seq').execute();
  return rows.map(row => ({ ...row, reading: JSON.parse(row.reading) as Rules['reading'] }));
}
