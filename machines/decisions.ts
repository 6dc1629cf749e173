/**
 * The decision owed before a period ends: whether to let it renew, give notice or negotiate; where it ends without renewal, whether to
 * renew by agreement or let it lapse. Silence renews one treaty and ends another; nobody may be silent by oversight. A decision has no
 * effect in law: the notice or the agreement has. It counts from the day on which it is known here.
 */
import type { Agreement } from '../clauses/agreement.ts';
import { before, byText, earliest, latest, type CalendarDate } from '../clauses/calendar.ts';
import { isLeftToDecide } from './agreement/context.ts';
import { dateOf, recordedOn, type Fact, type FactOf } from './facts.ts';
import type { StateAt, WithoutEffect } from './treaty-state.ts';
import type { WhyNot } from './why-not.ts';
import { carriedOn, expiryOn, safeDayOn, type CarriedOn } from './safe-day.ts';
import { countedSafely, sendByOf } from './send-by.ts';

export type Decision = FactOf<'decision.made'>;

/** `renewal`: silence renews the period. `expiry`: it ends, unless the Parties agree to renew it. */
export type QuestionKind = 'renewal' | 'expiry';

/** What is to be decided about a period, and by when. */
export interface OwedDecision {
  question: QuestionKind;
  number: number;
  firstDay: CalendarDate;
  lastDay: CalendarDate;
  /** The safe day for notice; of an expiry the last day in force, the earliest over all readings. */
  due: CalendarDate;
  /** The day by which a notice must leave; null where none is owed. */
  sendBy: CalendarDate | null;
  /** Where a notice is effective only from a later day on, by a change that is known: that day. */
  opens: CalendarDate;
}

/** Where the decision stands on a day. `owedSince`: the day of the first reminder; before it nobody is pressed. */
export interface DecisionOwed extends OwedDecision {
  state: 'undecided' | Decision['decision'];
  decision: Decision | undefined;
  owedSince: CalendarDate;
}

/** The question of a day, and whether it is open: closed where a notice or an agreed end ends the agreement with that period or before. */
export interface DecisionOnDay {
  question: OwedDecision;
  isOpen: boolean;
}

/** What the days of an agreement are asked about: its facts, and the history of their fold on the default reading, or on one that goes on where that one ends. */
export interface DecisionCourse {
  agreement: Agreement;
  facts: readonly Fact[];
  history: readonly StateAt[];
}

/** Undefined where nothing is to be decided. */
export function decisionOnDay(course: DecisionCourse, day: CalendarDate, from?: CarriedOn): DecisionOnDay | undefined {
  const { agreement, facts, history } = course;
  const moment = history.findLast(m => m.day <= day);
  const period = moment?.phase === 'inForce' ? moment.context.period : undefined;
  if (!moment || !period) return undefined;
  const carried =
    from ??
    carriedOn(
      agreement,
      facts.filter(f => dateOf(f) <= day),
      day,
      history,
    );
  const { number, firstDay, lastDay } = period;
  const base = { number, firstDay, lastDay };
  const expiry = expiryOn(carried, day);
  if (expiry)
    return {
      question: { question: 'expiry', ...base, due: expiry, sendBy: null, opens: firstDay },
      isOpen: isLeftToDecide(moment.context, 'expiry'),
    };
  const safe = safeDayOn(carried, day);
  if (!safe) return undefined;
  const due = safe.date ?? safe.reopens?.to ?? safe.passed!;
  const opens = safe.reopens?.from ?? firstDay;
  const sendBy = sendByOf(due, countedSafely(agreement.clauses), agreement.transit);
  return { question: { question: 'renewal', ...base, due, sendBy, opens }, isOpen: isLeftToDecide(moment.context, 'renewal') };
}

/** The day from which a decision or an acknowledgement counts: that of its entry, when it was entered later. */
export const knownFrom = (f: Fact & { on: CalendarDate }): CalendarDate => latest(f.on, recordedOn(f));

const answers: Record<QuestionKind, readonly Decision['decision'][]> = {
  renewal: ['renew', 'terminate', 'negotiate'],
  expiry: ['renew', 'lapse', 'negotiate'],
};

/** The decision that stands on a day: the latest one made in the period, up to its due day. */
export function decisionOn(facts: readonly Fact[], { question, firstDay, due }: OwedDecision, day: CalendarDate): Decision | undefined {
  return facts
    .filter(f => f.type === 'decision.made')
    .filter(f => answers[question].includes(f.decision) && knownFrom(f) >= firstDay && knownFrom(f) <= earliest(day, due))
    .sort((a, b) => byText(knownFrom(a), knownFrom(b)))
    .at(-1);
}

/** Nothing more is to be done about the question: the agreement does by itself what was decided. */
export const settles = ({ question }: OwedDecision, { decision }: Decision): boolean =>
  decision === (question === 'renewal' ? 'renew' : 'lapse');

/** What is owed on a day, by its question; undefined when nothing is to be decided any more. */
export function owedOn(asked: DecisionOnDay | undefined, course: DecisionCourse, day: CalendarDate): DecisionOwed | undefined {
  if (!asked?.isOpen || day > asked.question.due) return undefined;
  const { question } = asked;
  const decision = decisionOn(course.facts, question, day);
  const ladder = course.agreement.reminders.map(l => before(ladderEnd(question), l));
  const owedSince = latest(earliest(question.due, ...ladder), question.firstDay, question.opens);
  return { ...question, state: decision?.decision ?? 'undecided', decision, owedSince };
}

/** A safe day that passed with nothing done: nobody decided, or a notice was decided and none was received. The period is renewed. */
export interface DecisionMissed extends OwedDecision {
  decided: 'terminate' | null;
}

export function missedOn(asked: DecisionOnDay | undefined, { facts }: DecisionCourse, day: CalendarDate): DecisionMissed | undefined {
  if (!asked?.isOpen || asked.question.question !== 'renewal') return undefined;
  const { firstDay, due } = asked.question;
  if (due < firstDay || day <= due) return undefined; // before the period began nobody could have decided
  const decided = decisionOn(facts, asked.question, day)?.decision ?? null;
  return decided === null || decided === 'terminate' ? { ...asked.question, decided } : undefined;
}

/** The day to which the reminders count: the one that counts for whoever must act. */
export const ladderEnd = ({ sendBy, due }: OwedDecision): CalendarDate => sendBy ?? due;

/** Decisions that decide nothing, each with the reason. */
export function undecisive(course: DecisionCourse): WithoutEffect[] {
  return course.facts
    .filter(f => f.type === 'decision.made')
    .flatMap(f => {
      const reason = whyUndecisive(f, decisionOnDay(course, knownFrom(f)));
      return reason ? [{ fact: f.id, reason }] : [];
    });
}

function whyUndecisive(f: Decision, asked: DecisionOnDay | undefined): WhyNot | undefined {
  if (!asked?.isOpen) return { code: 'nothingToDecide', args: {} };
  const { question, number, due } = asked.question;
  if (!answers[question].includes(f.decision)) return { code: 'notOfThisQuestion', args: { period: number, question } };
  return knownFrom(f) > due ? { code: 'decidedTooLate', args: { period: number, due } } : undefined;
}
