/**
 * The decision that is owed before each safe day: let renew, give notice or negotiate. Silence renews a treaty; nobody may be
 * silent by oversight. A decision has no effect in law: the notice has. It counts from the day on which it is known here.
 */
import type { Agreement } from '../clauses/agreement.ts';
import { before, earliest, inWords, latest, type CalendarDate } from '../clauses/calendar.ts';
import { safeDayOf } from '../clauses/safe-day.ts';
import type { AgreementContext } from './agreement/context.ts';
import { isRenewalSettled } from './agreement/guards.ts';
import { recordedOn, type Fact, type FactOf } from './facts.ts';
import type { Moment } from './fold.ts';
import { decisionInWords } from './labels.ts';

export type Decision = FactOf<'decision.made'>;

/** A period whose end silence would renew, and its safe day: what is to be decided by then. */
export interface Question {
  number: number;
  firstDay: CalendarDate;
  lastDay: CalendarDate;
  safe: CalendarDate;
}

/** Where the decision stands on a day. `owedSince`: the day of the first reminder; before it nobody is pressed. */
export interface DecisionOwed extends Question {
  state: 'undecided' | Decision['decision'];
  decision: Decision | undefined;
  owedSince: CalendarDate;
}

/** The question of a moment; undefined where silence renews nothing. */
export function questionOf({ phase, context: c }: Pick<Moment, 'phase' | 'context'>): Question | undefined {
  if (phase !== 'inForce' || !c.period || !isRenewalSettled(c)) return undefined;
  const safe = safeDayIn(c);
  return safe && { number: c.period.number, firstDay: c.period.firstDay, lastDay: c.period.lastDay, safe };
}

const safeDays = new WeakMap<AgreementContext, { day: CalendarDate | undefined }>();

/** Asked of one moment for every rung of every ladder: reckoned once. */
export function safeDayIn(c: AgreementContext): CalendarDate | undefined {
  const known = safeDays.get(c);
  if (known) return known.day;
  const day = c.period && c.cycle && safeDayOf(c.period, c.cycle, c.reading);
  safeDays.set(c, { day });
  return day;
}

/** The day from which a decision or an acknowledgement counts: that of its entry, when it was entered later. */
export const knownFrom = (f: Fact & { on: CalendarDate }): CalendarDate => latest(f.on, recordedOn(f));

/** The decision that stands on a day: the latest one made in the period, up to its safe day. */
export function decisionOn(facts: readonly Fact[], { firstDay, safe }: Question, day: CalendarDate): Decision | undefined {
  return facts
    .filter(f => f.type === 'decision.made')
    .filter(f => knownFrom(f) >= firstDay && knownFrom(f) <= earliest(day, safe))
    .sort((a, b) => (knownFrom(a) < knownFrom(b) ? -1 : knownFrom(a) > knownFrom(b) ? 1 : 0))
    .at(-1);
}

/** What is owed on a day, in the moment that this day belongs to; undefined when nothing is to be decided any more. */
export function decisionOwed(
  moment: Pick<Moment, 'phase' | 'context'>,
  facts: readonly Fact[],
  { reminders }: Agreement,
  day: CalendarDate,
): DecisionOwed | undefined {
  const question = questionOf(moment);
  if (!question || day > question.safe) return undefined;
  const decision = decisionOn(facts, question, day);
  const owedSince = earliest(question.safe, ...reminders.map(l => before(question.safe, l)));
  return { ...question, state: decision?.decision ?? 'undecided', decision, owedSince: latest(owedSince, question.firstDay) };
}

/** Why a decision decides nothing: no period whose renewal was open on its day. */
export function whyUndecisive(f: Decision, moment: Moment | undefined): string | undefined {
  const question = moment && questionOf(moment);
  if (!question) return 'Nothing was to be decided on its day: no period was running that silence would have renewed.';
  return knownFrom(f) > question.safe
    ? `It came after the safe day of period ${question.number}, ${inWords(question.safe)}; a notice may still be given, and has its own effect.`
    : undefined;
}

export const inOneLine = ({ decision, person, authority, by }: Decision): string =>
  `${decisionInWords[decision]}, decided for ${by} by ${person} (${authority})`;
