/**
 * The ladder of reminders before the safe day of each period, as acts: who is told, whom it climbs to when nobody answers or
 * decides, and what came of it. None is owed while an end is coming.
 */
import type { Agreement } from '../clauses/agreement.ts';
import { after, before, byText, dayAfter, dayBefore, inWords, lengthInWords, type CalendarDate, type Length } from '../clauses/calendar.ts';
import { acknowledgeWithin } from '../clauses/desk.ts';
import type { Act } from './acts.ts';
import { decisionOn, decisionOwed, inOneLine, knownFrom, questionOf, safeDayIn, type Decision, type Question } from './decisions.ts';
import type { Fact } from './facts.ts';
import type { Family, Moment } from './fold.ts';

/** Every reminder that the family's course calls for, past and to come, in the order of days. */
export function remindersOf({ trail }: Family, facts: readonly Fact[], agreement: Agreement): Act[] {
  const questions = new Map<string, { question: Question; basis: string }>();
  for (const moment of trail) {
    const question = asked(moment);
    if (question) questions.set(keyOf(question), { question, basis: moment.context.terms.duration.article });
  }
  return [...questions.values()]
    .flatMap(({ question, basis }) => new Ladder(trail, facts, agreement, question, basis).acts())
    .sort((a, b) => byText(a.on, b.on));
}

/**
 * A decision became owed only after the last day of the ladder, since the agreement was taken up late or a fact was entered late: one
 * reminder, to all, on the day on which that is known. One that was sent stays while its safe day does.
 */
export function lateReminder(
  { trail }: Family,
  facts: readonly Fact[],
  agreement: Agreement,
  today: CalendarDate,
  sent: readonly Act[],
): Act[] {
  const moment = trail.at(-1);
  const owed = moment && decisionOwed(moment, facts, agreement, today);
  if (!owed || today < owed.owedSince) return [];
  const before = sent.filter(a => a.kind === 'remind' && a.due === owed.safe);
  if (before.length || owed.decision) return before.filter(isLate);
  const { safe, number, lastDay } = owed;
  const text = `${late}: a notice must be received by the safe day, ${inWords(safe)}, to prevent the renewal of period ${number} on every reading; it ends ${inWords(lastDay)}.`;
  return [{ kind: 'remind', what: 'lastDayForNotice', on: today, basis: moment.context.terms.duration.article, text, due: safe }];
}

const late = 'Nothing is decided, and no reminder was sent before';
const isLate = ({ text }: Act): boolean => text.startsWith(late);

/** A period and its safe day: what a reminder is of. A protocol may change the safe day; what was owed before it stays owed then. */
const keyOf = ({ firstDay, lastDay, safe }: Question): string => [firstDay, lastDay, safe].join();

/** A period of that moment with a safe day, whether or not its renewal is open just then. */
function asked({ phase, context: c }: Moment): Question | undefined {
  const safe = safeDayIn(c);
  return phase === 'inForce' && safe
    ? { number: c.period!.number, firstDay: c.period!.firstDay, lastDay: c.period!.lastDay, safe }
    : undefined;
}

const momentOn = (trail: readonly Moment[], day: CalendarDate): Moment | undefined => trail.findLast(m => m.day <= day);

type Rung = { on: CalendarDate; ahead: Length; step: number };

class Ladder {
  constructor(
    private readonly trail: readonly Moment[],
    private readonly facts: readonly Fact[],
    private readonly agreement: Agreement,
    private readonly question: Question,
    private readonly basis: string,
  ) {}

  acts(): Act[] {
    const rungs = this.agreement.reminders
      .map(ahead => ({ ahead, on: before(this.question.safe, ahead) }))
      .sort((a, b) => byText(a.on, b.on))
      .map((r, step) => ({ ...r, step }));
    const reminded = rungs.flatMap((rung, i) => [...this.reminder(rung), ...this.escalations(rung, rungs[i + 1]?.on)]);
    return [...reminded, ...this.outcome()];
  }

  /** Owed while the period runs, its renewal is open, and the safe day is the one of that day's clauses. */
  private isOpenOn(day: CalendarDate): boolean {
    const moment = momentOn(this.trail, day);
    const question = moment && questionOf(moment);
    return question !== undefined && keyOf(question) === keyOf(this.question);
  }

  private reminder({ on, ahead, step }: Rung): Act[] {
    const decision = decisionOn(this.facts, this.question, dayBefore(on)); // it was sent as the day began
    if (!this.isOpenOn(on) || decision?.decision === 'renew') return [];
    const sofar = decision ? afterDecision[decision.decision](decision) : '';
    const { safe, number, lastDay } = this.question;
    const head = `${lengthInWords(ahead)} to the safe day, ${inWords(safe)}`;
    const renewal = `a notice received later may not prevent the renewal of period ${number}, which ends ${inWords(lastDay)}.`;
    return [this.remind(on, `${head}: ${sofar}${renewal}`, decision ? 1 : step + 1)];
  }

  /** Nobody acknowledged the reminder, nobody decided: told to the next on the list, one after the other. */
  private escalations({ on, step }: Rung, next: CalendarDate | undefined): Act[] {
    const { safe } = this.question;
    const within = acknowledgeWithin(this.agreement.desk);
    const found: Act[] = [];
    for (let told = step + 1, day = after(on, within); told < this.listed.length; told += 1, day = after(day, within)) {
      if (day > safe || (next && day >= next) || !this.isOpenOn(day) || this.isAnswered(on, day)) return found;
      const text = `Nobody has acknowledged the reminder of ${inWords(on)}, and nothing is decided. Escalated to the next person of the list: silence after ${inWords(safe)} renews period ${this.question.number}.`;
      found.push({ ...this.remind(day, text, told + 1), what: 'escalation' });
    }
    return found;
  }

  /** Before the day began: an answer on it takes nothing back that was sent. */
  private isAnswered(from: CalendarDate, day: CalendarDate): boolean {
    const last = dayBefore(day);
    const acknowledged = this.facts.some(f => f.type === 'reminder.acknowledged' && knownFrom(f) >= from && knownFrom(f) <= last);
    return acknowledged || decisionOn(this.facts, this.question, last) !== undefined;
  }

  /** On the day after the safe day it is entered what was decided, or that nobody did. */
  private outcome(): Act[] {
    const { safe, number, lastDay } = this.question;
    if (!this.isOpenOn(safe) && !this.isEndedOn(safe)) return [];
    const decision = decisionOn(this.facts, this.question, safe);
    const renewed = this.isOpenOn(safe)
      ? `No notice is running: period ${number} is to be renewed after ${inWords(lastDay)}.`
      : 'An end is coming: no renewal.';
    const text = `The safe day of period ${number}, ${inWords(safe)}, is past. ${decision ? `Decision: ${inOneLine(decision)}.` : 'Undecided: nobody decided.'} ${renewed}`;
    return [{ kind: 'enter', what: 'decisionOutcome', on: dayAfter(safe), basis: this.basis, text, due: lastDay }];
  }

  /** The period ran with that safe day, and a notice or an agreement was ending it. */
  private isEndedOn(day: CalendarDate): boolean {
    const moment = momentOn(this.trail, day);
    const question = moment && asked(moment);
    return question !== undefined && keyOf(question) === keyOf(this.question) && questionOf(moment!) === undefined;
  }

  private get listed(): readonly { id: string }[] {
    return this.agreement.desk?.recipients ?? [];
  }

  private remind(on: CalendarDate, text: string, told: number): Act {
    const to = this.listed.slice(0, told).map(r => r.id);
    return { kind: 'remind', what: 'lastDayForNotice', on, basis: this.basis, text, due: this.question.safe, ...(to.length ? { to } : {}) };
  }
}

const afterDecision: Record<Exclude<Decision['decision'], 'renew'>, (d: Decision) => string> = {
  terminate: d => `to ${inOneLine(d)}, but no notice is received yet; `,
  negotiate: d => `to ${inOneLine(d)}, and silence still renews; `,
};
