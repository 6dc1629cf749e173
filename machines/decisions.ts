/**
 * The decision owed before a period ends: let it renew, give notice or negotiate; for a period that ends without renewal, renew by
 * agreement or let it lapse. Silence renews one treaty and ends another, so nobody should stay silent by oversight. A decision has no legal
 * effect; only the notice or the agreement does. It counts from the day on which it is known here.
 */
import type { Agreement } from '../clauses/agreement.ts';
import { before, byText, earliest, latest, type CalendarDate } from '../clauses/calendar.ts';
import { comingEnd, isLeftToDecide } from './agreement/context.ts';
import { dateOf, recordedOn, type Fact, type FactOf } from './facts.ts';
import type { StateAt, WithoutEffect } from './treaty-state.ts';
import type { NoEffectReason } from './no-effect-reasons.ts';
import { carriedOn, type CarriedOn } from './carried-on.ts';
import { periodRunOn } from './period-runs.ts';
import { expiryOn, safeDayOn } from './safe-day.ts';
import { countedSafely, sendByOf } from './send-by.ts';

export type Decision = FactOf<'decision.made'>;

/** `renewal`: silence renews the period. `expiry`: it ends unless the Parties agree to renew it. */
export type QuestionKind = 'renewal' | 'expiry';

/** The decision to be made about a period, and by when. */
export interface PeriodDecision {
  question: QuestionKind;
  number: number;
  firstDay: CalendarDate;
  /** With every change known to apply by then. */
  lastDay: CalendarDate;
  /** The safe day for notice; for an expiry, the earliest last day in force over all readings. */
  due: CalendarDate;
  /** The day by which a notice must be sent; null if no notice is owed. */
  sendBy: CalendarDate | null;
  /** The day from which a notice is effective, if a known change makes it so only later. */
  opens: CalendarDate;
}

/** The state of a decision on a day. `owedSince`: the day of the first reminder; nobody is pressed before it. */
export interface OpenDecision extends PeriodDecision {
  state: 'undecided' | Decision['decision'];
  decision: Decision | undefined;
  owedSince: CalendarDate;
}

/**
 * The decision to be made on a day, and whether it is open. A notice or an agreed end that ends the agreement with that period or earlier closes it.
 */
export interface DecisionOnDay {
  about: PeriodDecision;
  isOpen: boolean;
  /** The last day in force, if a notice or an agreed end is known by then. */
  end: CalendarDate | undefined;
}

/** The agreement's facts, and the history of their fold on the default reading, or on one that continues where the default ends. */
export interface DecisionCourse {
  agreement: Agreement;
  facts: readonly Fact[];
  history: readonly StateAt[];
}

/** Returns the decision to be made on a day; undefined if there is nothing to decide. */
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
  const end = comingEnd(moment.context)?.lastDayInForce.date;
  const { number, firstDay } = period;
  const base = { number, firstDay, lastDay: periodRunOn(carried.history, day)?.end ?? period.lastDay };
  const expiry = expiryOn(carried, day);
  if (expiry)
    return {
      about: { question: 'expiry', ...base, due: expiry, sendBy: null, opens: firstDay },
      // A known change may move the expiry beyond an end that is due.
      isOpen: isLeftToDecide(moment.context, 'expiry') && (end === undefined || end > expiry),
      end,
    };
  const safe = safeDayOn(carried, day);
  if (!safe) return undefined;
  const due = safe.date ?? safe.reopens?.to ?? safe.passed!;
  const opens = safe.reopens?.from ?? firstDay;
  const sendBy = sendByOf(due, countedSafely(agreement.clauses), agreement.transit);
  return { about: { question: 'renewal', ...base, due, sendBy, opens }, isOpen: isLeftToDecide(moment.context, 'renewal'), end };
}

/** Returns the day from which a decision or an acknowledgement counts: its own, or that of its entry if later. */
export const knownFrom = (f: Fact & { on: CalendarDate }): CalendarDate => latest(f.on, recordedOn(f));

const answers: Record<QuestionKind, readonly Decision['decision'][]> = {
  renewal: ['renew', 'terminate', 'negotiate'],
  expiry: ['renew', 'lapse', 'negotiate'],
};

/** Returns the decision in effect on a day: the latest made in the period, up to its due day. */
export function decisionOn(facts: readonly Fact[], { question, firstDay, due }: PeriodDecision, day: CalendarDate): Decision | undefined {
  return facts
    .filter(f => f.type === 'decision.made')
    .filter(f => answers[question].includes(f.decision) && knownFrom(f) >= firstDay && knownFrom(f) <= earliest(day, due))
    .sort((a, b) => byText(knownFrom(a), knownFrom(b)))
    .at(-1);
}

/** Returns whether the decision needs no further action, because it is what happens by default. */
export const settles = ({ question }: PeriodDecision, { decision }: Decision): boolean =>
  decision === (question === 'renewal' ? 'renew' : 'lapse');

/** Returns the decision owed on a day; undefined if there is nothing left to decide. */
export function owedOn(asked: DecisionOnDay | undefined, course: DecisionCourse, day: CalendarDate): OpenDecision | undefined {
  if (!asked?.isOpen || day > asked.about.due) return undefined;
  const { about } = asked;
  const decision = decisionOn(course.facts, about, day);
  const ladder = course.agreement.reminders.map(l => before(ladderEnd(about), l));
  const owedSince = latest(earliest(ladderEnd(about), ...ladder), about.firstDay, about.opens);
  return { ...about, state: decision?.decision ?? 'undecided', decision, owedSince };
}

/** A safe day that passed without action: nobody decided, or a notice was decided on and none was received. The period is renewed. */
export interface DecisionMissed extends PeriodDecision {
  decided: 'terminate' | null;
}

export function missedOn(asked: DecisionOnDay | undefined, { facts }: DecisionCourse, day: CalendarDate): DecisionMissed | undefined {
  if (!asked?.isOpen || asked.about.question !== 'renewal') return undefined;
  const { firstDay, due } = asked.about;
  if (due < firstDay || day <= due) return undefined; // before the period began nobody could have decided
  const decided = decisionOn(facts, asked.about, day)?.decision ?? null;
  return decided === null || decided === 'terminate' ? { ...asked.about, decided } : undefined;
}

/** The day to which reminders count: the one that matters for whoever must act. */
export const ladderEnd = ({ sendBy, due }: PeriodDecision): CalendarDate => sendBy ?? due;

/** Returns the decisions without effect, each with the reason. */
export function ineffectiveDecisions(course: DecisionCourse): WithoutEffect[] {
  return course.facts
    .filter(f => f.type === 'decision.made')
    .flatMap(f => {
      const reason = whyIneffective(f, decisionOnDay(course, knownFrom(f)));
      return reason ? [{ fact: f.id, reason }] : [];
    });
}

function whyIneffective(f: Decision, asked: DecisionOnDay | undefined): NoEffectReason | undefined {
  if (asked && !asked.isOpen && asked.end) return { code: 'endsAnyway', args: { lastDayInForce: asked.end } };
  if (!asked?.isOpen) return { code: 'nothingToDecide', args: {} };
  const { question, number, due } = asked.about;
  if (!answers[question].includes(f.decision)) return { code: 'notOfThisQuestion', args: { period: number, question } };
  return knownFrom(f) > due ? { code: 'decidedTooLate', args: { period: number, due } } : undefined;
}
