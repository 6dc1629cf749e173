/** Setup for tests of the law: invented agreements and short forms of facts. */
import { actSentence } from '../../wording/acts/sentence.ts';
import { wordings } from '../../wording/index.ts';
import { agreement as agreementSchema, type Agreement } from '../../clauses/agreement.ts';
import { date, type CalendarDate } from '../../clauses/calendar.ts';
import type { Reckoning } from '../../clauses/reckoning.ts';
import { combinations, questions, reading as readingSchema, type Reading } from '../../clauses/reading.ts';
import type { Act } from '../../machines/acts.ts';
import type { Entry, Fact } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import type { Assessment } from '../../machines/notice/assessment.ts';
import type { Plan } from '../../machines/plan-types.ts';
import { standing } from '../../machines/standing.ts';
import type { AnyStatement } from '../../machines/statements.ts';
import type { Timer } from '../../machines/timer.ts';
import { answerIn, type Answer } from '../../wording/answer.ts';
import { followsIn, planDetails } from '../../wording/plan.ts';
import { statementIn } from '../../wording/statements.ts';

/** The agreement with final clauses as in the Kazakhstan-Azerbaijan agreement, art. 10 and 13; `clauses` replaces some. */
export function given(clauses: object = {}, more: object = {}): Agreement {
  return agreementSchema.parse({
    id: 'rehearsal',
    title: { en: 'An invented agreement' },
    rehearsal: true,
    parties: [
      { id: 'KZ', name: { en: 'Kazakhstan' }, zone: 'Asia/Almaty' },
      { id: 'AZ', name: { en: 'Azerbaijan' }, zone: 'Asia/Baku' },
    ],
    clauses: {
      entryIntoForce: { on: 'lastNotification', article: 'art. 13' },
      duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'automatic', length: 'P5Y' }, noticeBefore: 'P6M' },
      termination: { when: 'anyTime', article: 'art. 13', notice: 'P6M' },
      amendment: { article: 'art. 10', by: 'protocol' },
      ...clauses,
    },
    sources: [{ what: 'Invented', where: 'tests' }],
    ...more,
  });
}

/** Periods of a year with 350 days' notice and a month in transit: the notice against the next renewal leaves before this period ends. */
export const sentAhead = (): Agreement => {
  const renewal = { kind: 'automatic', length: 'P1Y' };
  return given({ duration: { kind: 'periods', article: 'art. 13', first: 'P1Y', renewal, noticeBefore: 'P350D' } }, { transit: 'P30D' });
};

export const byDefault: Reading = readingSchema.parse({});
export const read = (choices: Partial<Reading>): Reading => ({ ...byDefault, ...choices });
export const allReadings: readonly Reading[] = combinations(questions, byDefault);

export const d = (text: string): CalendarDate => date(text);

/** Facts as people write them, with dates as text. */
export const facts = (...list: readonly object[]): Fact[] => list as Fact[];
export const entries = (...list: readonly object[]): Entry[] => list as Entry[];

/** Signed, and both notifications received, so that the agreement is in force on a day. */
export const inForceOn = (day: string): object[] => [
  { id: 's', type: 'signed', on: addMonths(day, -6) },
  { id: 'n1', type: 'completion.notified', by: 'KZ', received: addMonths(day, -3) },
  { id: 'n2', type: 'completion.notified', by: 'AZ', received: day },
];

function addMonths(day: string, months: number): string {
  const [y, m] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(y, m - 1 + months, 10)).toISOString().slice(0, 10);
}

/** The standing on a day for these entries: the data, with its English sentences. */
export function on(asOf: string, list: readonly object[], agreement: Agreement = given(), knownOn?: string): Answer {
  const question = { agreement, description: 'sha256:', entries: list as Entry[], asOf: d(asOf) };
  return answerIn(standing({ ...question, ...(knownOn ? { knownOn: d(knownOn) } : {}) }), wordings.en);
}

/** The acts of the law through a day: `2004-09-15 announce entryIntoForce`. */
export const actsThrough = (asOf: string, list: readonly object[], agreement: Agreement = given()): Act[] => [
  ...fold(agreement, list as Fact[], agreement.reading, d(asOf)).acts,
];
export const said = (acts: readonly Act[]): string[] => acts.map(a => `${a.on} ${a.kind} ${a.what}`);

/** An act as an English sentence. */
export const sentence = (act: Act): string => actSentence(act, wordings.en);

/** A reason, a label or a note in English. */
export const english = (statement: AnyStatement): string => statementIn(statement, wordings.en);
export const summary = ({ says }: Pick<Timer, 'says'>): string => english(says);
export const follows = (assessment: Pick<Assessment, 'follows'>): string => followsIn(assessment.follows, wordings.en);
export const details = (plan: Plan): string => planDetails(plan, wordings.en);

/** The facts without effect, each with the reason in English. */
export const whys = ({ withoutEffect }: Pick<Answer, 'withoutEffect'>): object[] => withoutEffect.map(({ reason: _, ...told }) => told);

/** A date with its reckoning in English. */
export const told = ({ reason, ...reckoning }: Reckoning): Omit<Reckoning, 'reason'> & { how: string } => ({
  ...reckoning,
  how: english(reason),
});
