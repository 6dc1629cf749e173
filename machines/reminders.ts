/**
 * The ladder of reminders before the day by which someone must act: the send-by day of a notice, or the last day in force of a period that
 * expires. As acts: the reminders, their escalation if nobody answers or decides, and the outcome. Only for the running period and the one
 * in which the agreement ended, never for one that was renewed. None is owed while an end is coming.
 */
import { after, before, byText, dayAfter, dayBefore, type CalendarDate, type Length } from '../clauses/calendar.ts';
import type { Agreement } from '../clauses/agreement.ts';
import { acknowledgeWithin } from '../clauses/desk.ts';
import { actKey, type Act, type ActParams, type DecisionShown, type Reminded } from './acts.ts';
import {
  decisionOnDay,
  decisionOn,
  knownFrom,
  ladderEnd,
  settles,
  type DecisionOnDay,
  type DecisionCourse,
  type Decision,
  type OpenDecision,
  type PeriodDecision,
} from './decisions.ts';
import { dateOf } from './facts.ts';
import { articleOfNotice } from './period-runs.ts';

/** A span of days, open-ended for the last one, in which the same question is open or closed. */
export interface DecisionSpan extends DecisionOnDay {
  from: CalendarDate;
  to: CalendarDate | undefined;
}

/** Returns every reminder for the running period, past and future, in the order of days. */
export function remindersOf(course: DecisionCourse, spans: readonly DecisionSpan[]): Act[] {
  const all = new Map(spans.map(s => [keyOf(s.about), s.about]));
  return [...all.entries()]
    .flatMap(([key, toDecide]) =>
      ladder(
        course,
        toDecide,
        spans.filter(s => keyOf(s.about) === key),
      ),
    )
    .sort((a, b) => byText(a.on, b.on));
}

/** Returns the questions of the running period, through today. Those of an expiry are dropped once renewal is agreed. */
export function spansAsked(course: DecisionCourse, today: CalendarDate, asked = decisionOnDay(course, today)): DecisionSpan[] {
  const isInForce = course.history.at(-1)?.phase === 'inForce';
  const isOff = isInForce && asked?.about.question !== 'expiry';
  return spansOf(course, today, asked).filter(s => s.about.question === 'renewal' || !isOff);
}

/** A protocol or correction that moves the due day makes it another question. */
const keyOf = ({ question, firstDay, lastDay, due }: PeriodDecision): string => [question, firstDay, lastDay, due].join();

/**
 * Returns the days of the running period, split where a fact may have changed the question; for an ended agreement, those of its last
 * period.
 */
function spansOf(course: DecisionCourse, today: CalendarDate, askedToday: DecisionOnDay | undefined): DecisionSpan[] {
  const { history, facts } = course;
  const last = history.findLast(m => m.phase === 'inForce');
  if (!last?.context.period) return []; // it goes on without periods, or ended so
  const { firstDay } = last.context.period;
  const over = last === history.at(-1) ? undefined : history.at(-1)!.day;
  const through = over ? dayBefore(over) : today;
  const days = [firstDay, ...history.map(m => m.day), ...facts.filter(f => 'protocol' in f).map(dateOf)]
    .filter(day => day >= firstDay && day <= through)
    .sort(byText);
  const spans: DecisionSpan[] = [];
  for (let from = days.shift(); from; from = days.shift()) {
    const day: CalendarDate = from;
    while (days[0] === day) days.shift();
    const asked = day === today ? askedToday : decisionOnDay(course, day);
    if (!asked) continue;
    const { due, question } = asked.about;
    const passes = question === 'renewal' && due >= day && due < through && (days[0] === undefined || dayAfter(due) < days[0]);
    if (passes) days.unshift(dayAfter(due)); // a known change may reopen it
    spans.push({ ...asked, from: day, to: days[0] ? dayBefore(days[0]) : over && through });
  }
  return spans;
}

/**
 * One late reminder to all, when a decision became owed after the first day of the ladder because of a late onboarding or a late entry, on
 * the day this is known. A reminder already sent stands as long as its due day does.
 */
export function lateReminder(
  course: DecisionCourse,
  today: CalendarDate,
  sent: readonly Act[],
  owed: OpenDecision | undefined,
  spans: readonly DecisionSpan[],
): Act[] {
  const kept = sent.filter(isLate).filter(a => spans.some(s => s.about.due === a.due));
  const isReminded = (due: CalendarDate): boolean => sent.some(a => a.kind === 'remind' && a.due === due);
  if (!owed || today < owed.owedSince || owed.decision || isReminded(owed.due)) return kept;
  return [...kept, { ...reminder(course, owed, { state: 'late' }), on: today, to: listedIn(course).map(r => r.id) }];
}

/**
 * One reminder to recipients added to the list after a reminder they would have received, on the day this is known. `sent`: as sent;
 * `called`: the same plus today's, by today's list.
 */
export function reminderToListed(
  course: DecisionCourse,
  today: CalendarDate,
  { sent, called }: { sent: readonly Act[]; called: readonly Act[] },
  owed: OpenDecision | undefined,
  spans: readonly DecisionSpan[],
): Act[] {
  const kept = sent.filter(isToListed).filter(a => spans.some(s => s.about.due === a.due));
  if (!owed || today < owed.owedSince || (owed.decision && settles(owed, owed.decision))) return kept;
  const ofQuestion = (acts: readonly Act[]): Act[] => acts.filter(a => a.kind === 'remind' && a.due === owed.due);
  const everybody = listedIn(course).map(r => r.id);
  const remindedBy = ({ to }: Act): readonly string[] => to ?? everybody;
  const keys = new Set(sent.map(actKey));
  const alreadyReminded = new Set(ofQuestion([...sent, ...called.filter(a => !keys.has(actKey(a)))]).flatMap(remindedBy));
  const due = new Set(ofQuestion(called).flatMap(a => (isLate(a) ? everybody : remindedBy(a))));
  const listed = everybody.filter(id => due.has(id) && !alreadyReminded.has(id));
  if (!listed.length) return kept;
  const { decision } = owed;
  const params = { state: 'listed', listed, decision: decision ? shownOf(decision) : null } as const;
  return [...kept, { ...reminder(course, owed, params), on: today, to: listed }];
}

/** Whether a reminder stands that may be acknowledged: of a question that is open, or that no safe day can be given. `sent`: those that stand. */
export function isReminderOpen(sent: readonly Act[], decision: OpenDecision | undefined, today: CalendarDate): boolean {
  const isOpen = decision !== undefined && !(decision.decision && settles(decision, decision.decision));
  return sent.some(({ kind, due }) => kind === 'remind' && (due === undefined || (isOpen && due >= today)));
}

/** Returns whether an unanswered reminder is escalated to someone else. */
export function isEscalatedAfter({ on, due, to, params }: Act, { desk }: Pick<Agreement, 'desk'>): boolean {
  if (!('ahead' in params) || !(params.state === 'ahead' || params.state === 'escalated') || params.decision) return false;
  const isInTime = due !== undefined && after(on, acknowledgeWithin(desk)) <= due;
  return isInTime && to !== undefined && to.length < (desk?.recipients?.length ?? 0);
}

const isToListed = (act: Act): boolean => 'state' in act.params && act.params.state === 'listed';
const listedIn = ({ agreement }: DecisionCourse): readonly { id: string }[] => agreement.desk?.recipients ?? [];

const isLate = (act: Act): boolean => 'state' in act.params && act.params.state === 'late';

type Rung = { on: CalendarDate; ahead: Length; step: number };

function ladder(course: DecisionCourse, toDecide: PeriodDecision, spans: readonly DecisionSpan[]): Act[] {
  const rungs = course.agreement.reminders
    .map(ahead => ({ ahead, on: before(ladderEnd(toDecide), ahead) }))
    .sort((a, b) => byText(a.on, b.on))
    .map((r, step) => ({ ...r, step }));
  return new Ladder(course, toDecide, spans).acts(rungs);
}

class Ladder {
  constructor(
    private readonly course: DecisionCourse,
    private readonly toDecide: PeriodDecision,
    private readonly spans: readonly DecisionSpan[],
  ) {}

  acts(rungs: readonly Rung[]): Act[] {
    const reminded = rungs.flatMap((rung, i) => [...this.reminder(rung), ...this.escalations(rung, rungs[i + 1]?.on)]);
    return [...reminded, ...this.decisions(), ...this.outcome()];
  }

  private spanOn(day: CalendarDate): DecisionSpan | undefined {
    return this.spans.find(s => s.from <= day && (s.to === undefined || day <= s.to));
  }

  private isOpenOn(day: CalendarDate): boolean {
    return day >= this.toDecide.opens && (this.spanOn(day)?.isOpen ?? false);
  }

  private decisionOn(day: CalendarDate): Decision | undefined {
    return decisionOn(this.course.facts, this.toDecide, day);
  }

  private reminder({ on, ahead, step }: Rung): Act[] {
    const decision = this.decisionOn(dayBefore(on)); // it was sent as the day began
    if (!this.isOpenOn(on) || (decision && settles(this.toDecide, decision))) return [];
    return [this.remind(on, { state: 'ahead', ahead, decision: decision ? shownOf(decision) : null }, decision ? 1 : step + 1)];
  }

  /** If nobody acknowledges or decides, the next recipients on the list are reminded, one after the other. */
  private escalations({ on, step }: Rung, next: CalendarDate | undefined): Act[] {
    const within = acknowledgeWithin(this.course.agreement.desk);
    const found: Act[] = [];
    for (let told = step + 1, day = after(on, within); told < this.listed.length; told += 1, day = after(day, within)) {
      if (day > this.toDecide.due || (next && day >= next) || !this.isOpenOn(day) || this.isAnswered(on, day)) return found;
      found.push({ ...this.remind(day, { state: 'escalated', since: on }, told + 1), what: 'escalation' });
    }
    return found;
  }

  /** Only answers before the day count: one on the day itself does not undo what was sent. */
  private isAnswered(from: CalendarDate, day: CalendarDate): boolean {
    const last = dayBefore(day);
    const acknowledged = this.course.facts.some(f => f.type === 'reminder.acknowledged' && knownFrom(f) >= from && knownFrom(f) <= last);
    return acknowledged || this.decisionOn(last) !== undefined;
  }

  /** Announces each decision to all. One that needs no further action settles the question and closes its calendar entry. */
  private decisions(): Act[] {
    return this.course.facts
      .filter(f => f.type === 'decision.made')
      .filter(f => this.isOpenOn(knownFrom(f)) && decisionOn([f], this.toDecide, knownFrom(f)) === f)
      .map(f => ({
        ...this.about(),
        kind: 'announce',
        what: 'decisionMade',
        on: knownFrom(f),
        params: shownOf(f),
        settled: settles(this.toDecide, f),
      }));
  }

  /** Records, on the day after the due day, what was decided or that nobody decided. */
  private outcome(): Act[] {
    const { due, lastDay } = this.toDecide;
    const span = this.spanOn(due);
    if (!span) return [];
    const decision = this.decisionOn(due);
    const params: ActParams['decisionOutcome'] = {
      asked: due,
      decision: decision ? shownOf(decision) : null,
      outcome: span.isOpen ? 'silence' : 'endComing',
    };
    return [{ ...this.about(), kind: 'enter', what: 'decisionOutcome', on: dayAfter(due), params, due: lastDay }];
  }

  private get listed(): readonly { id: string }[] {
    return listedIn(this.course);
  }

  private about(): Omit<Reminder, 'kind' | 'what' | 'on' | 'params'> {
    const { kind: _, what: __, on: ___, params: ____, ...about } = reminder(this.course, this.toDecide);
    return about;
  }

  private remind(on: CalendarDate, params: Partial<Reminded>, told: number): Reminder {
    const to = this.listed.slice(0, told).map(r => r.id);
    return { ...reminder(this.course, this.toDecide, params), on, to };
  }
}

type Reminder = Extract<Act, { params: Reminded }>;

/** The common content of every act about a question. */
function reminder(
  { agreement: { clauses } }: DecisionCourse,
  { question, number, due, sendBy, firstDay, lastDay }: PeriodDecision,
  params: Partial<Reminded> = {},
): Reminder {
  return {
    kind: 'remind',
    what: question === 'renewal' ? 'lastDayForNotice' : 'expiryAhead',
    on: firstDay,
    basis: question === 'renewal' ? articleOfNotice(clauses) : clauses.duration.article,
    params: { state: 'ahead', ahead: null, since: null, decision: null, lastDay, unsure: [], ...params },
    due,
    ...(sendBy ? { sendBy } : {}),
    period: number,
    question,
  };
}

/** The part of a decision that is displayed. */
const shownOf = ({ decision, person, authority, by }: Decision): DecisionShown => ({ decision, person, authority, by });
