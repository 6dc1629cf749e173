/** The questions that the text of an agreement leaves open, and the choices. A reading makes one choice for each. */
import { z } from 'zod';

/** The choices for each open question; the first is the default if the agreement's file names none. */
export const choices = {
  /** Last day of the k-th period: the day before the anniversary of entry into force, or the same-numbered day. */
  periodEnd: ['dayBefore', 'sameNumberedDay'],
  /** "Six months before": back from the end, clamped; or the last day from which six months still fit. */
  noticeCount: ['backward', 'forward'],
  /** "Six months after receipt": the first day out is the same-numbered day, or the day after it. */
  effect: ['sameNumberedDay', 'dayAfter'],
  /** A notice ends the agreement under its own clause at any time, or a timely notice ends it only at the end of the period. */
  waysOut: ['independent', 'endOfPeriod'],
  /** "Notifies" in the renewal sentence: the notice is received, or dispatched, by the last day. */
  notifies: ['received', 'dispatched'],
  /** Revoking, after the last day for notice, a notice that had prevented renewal: free, or only with the other Party's consent. */
  revocation: ['revives', 'needsConsent'],
  /** A first day out named in the notice counts if later than the clause's, or never counts. */
  namedDate: ['named', 'clause'],
  /** "On the expiry of N days": the N-th day after the anchor, or the day after it, once the days have expired. */
  dayCount: ['anchorPlusN', 'afterExpiry'],
  /** A notice given before the clause allows it: without effect, or counted as received on the first day allowed. */
  premature: ['noEffect', 'fromFirstDay'],
} as const;

export type Question = keyof typeof choices;
export type Choice<Q extends Question = Question> = (typeof choices)[Q][number];
export type Reading = { readonly [Q in Question]: Choice<Q> };
/** Answers to some of the questions: the condition under which a result holds. */
export type Condition = Partial<Reading>;

export const questions = Object.keys(choices) as Question[];

const meanings: Record<Question, string> = {
  periodEnd: 'The last day of a period: the day before the anniversary of the day from which it is counted, or the same-numbered day.',
  noticeCount:
    '"Six months before the end": counted back from the end, clamped to the end of a shorter month; or the last day from which six months still fit.',
  effect: '"Six months after receipt": the first day out is the same-numbered day, or the day after it.',
  waysOut:
    'If a notice may both end the agreement at any time and prevent a renewal: each notice takes effect after its own period, or a timely notice ends the agreement only at the end of the period.',
  notifies: '"Notifies" in the renewal sentence: the notice must be received, or dispatched, by the last day.',
  revocation:
    'Revoking, after the last day for notice, a notice that had prevented the renewal: free, or with the consent of the other Party.',
  namedDate: 'A first day out named in the notice: it counts if it is later than that of the clause, or never counts.',
  dayCount: 'If the clause says that days must have expired (`expired`): the N-th day after the anchor, or the day after it.',
  premature:
    'A notice given before the clause allows giving it (`bars: giving`): without effect, or counted as received on the first day allowed.',
};

const choice = <Q extends Question>(question: Q) =>
  z
    .enum(choices[question] as readonly [Choice<Q>, ...Choice<Q>[]])
    .default(choices[question][0] as never)
    .meta({ description: meanings[question], examples: [choices[question][1]] });

export const reading = z.strictObject({
  periodEnd: choice('periodEnd'),
  noticeCount: choice('noticeCount'),
  effect: choice('effect'),
  waysOut: choice('waysOut'),
  notifies: choice('notifies'),
  revocation: choice('revocation'),
  namedDate: choice('namedDate'),
  dayCount: choice('dayCount'),
  premature: choice('premature'),
});

/**
 * Returns every combination of choices for the given questions, with the base reading's answers to the others; the base reading comes
 * first.
 */
export function combinations(of: readonly Question[], base: Reading): Reading[] {
  return of.reduce<Reading[]>(
    (sofar, question) =>
      sofar.flatMap(r => [r, ...choices[question].filter(c => c !== base[question]).map(c => ({ ...r, [question]: c }))]),
    [base],
  );
}
