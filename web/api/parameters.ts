/** Parameters of operations: path, query and headers. */
import { z } from '@hono/zod-openapi';
import { calendarDate, length } from '../../clauses/calendar.ts';
import { languages } from '../../clauses/desk.ts';

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/);
const day = calendarDate.optional();

export const inPath = {
  agreement: id.describe('The id of an agreement.'),
  entry: id.describe('The id of an entry of its ledger.'),
  notice: id.describe('The number of a notice.'),
  protocol: id.describe('The id of a protocol.'),
  document: id.describe('The id of a document.'),
};

export const inQuery = {
  asOf: day.describe('The day of the answer; today by default.'),
  knownOn: day.describe('Answers as known on this day; by default with everything known.'),
  until: day.describe('The last day of the dates listed.'),
  within: length.optional().describe('How far ahead, `P18M`; a year by default. A notice counts by its send-by day.'),
  language: z.enum(languages).optional().describe('The language of sentences; by default that of Accept-Language.'),
  rehearsals: z.enum(['true', 'false']).optional().describe('Includes rehearsals, whose facts are invented.'),
  undecided: z.enum(['true', 'false']).optional().describe('Only where a decision is owed and not yet made.'),
  party: z
    .string()
    .regex(/^[A-Z]{2,3}$/)
    .optional()
    .describe('Only agreements of this Party.'),
  responsible: z.string().min(1).max(200).optional().describe('Only agreements whose first recipient of reminders is this person.'),
  cursor: z.string().min(1).max(600).optional().describe('The `next` of the previous page.'),
  limit: fromOneTo(1000).optional().describe('The most items to return, 1 to 1000; 100 by default.'),
};

/** A whole number in the query. Callers see the rule as a pattern. */
export function fromOneTo(limit: number) {
  const digits = `${limit}`.length;
  const isIn = (given: string): boolean => /^[1-9]\d*$/.test(given) && given.length <= digits && Number(given) <= limit;
  return z
    .string()
    .refine(isIn, { params: { rule: 'fromOneTo', limit } })
    .openapi({ pattern: `^(?:[1-9]\\d{0,${digits - 2}}|${limit})$` });
}

export const isTrue = (given: 'true' | 'false' | undefined): boolean => given === 'true';
