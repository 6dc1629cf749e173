/**
 * The plan: what the keeper of an agreement is to wait for and to do, as plain values. The workflow arms exactly the plan
 * and decides nothing, so that a corrected law never breaks a recorded history.
 */
import { zonesOf, type Agreement } from '../clauses/agreement.ts';
import { beginsEverywhere, byText, dayAfter, type CalendarDate } from '../clauses/calendar.ts';
import type { Reason, UnsureFact } from '../clauses/reason.ts';
import { actKey, reconcile, type Act, type ActParams } from './acts.ts';
import { periodShown } from './agreement/acts.ts';
import { comingEnd, hasEnded } from './agreement/context.ts';
import { askedOn, owedOn, undecisive, type Asked, type Course, type DecisionOwed, type QuestionKind } from './decisions.ts';
import { dateOf, type Entry, type Fact } from './facts.ts';
import { fold } from './fold.ts';
import type { Family, Moment, WithoutEffect } from './family.ts';
import { duesAhead } from './dues.ts';
import { labelOfFact, labelOfTiming } from './labels.ts';
import { factsKnown, type Dossier } from './ledger.ts';
import { articleOfNotice } from './period-runs.ts';
import { lateReminder, remindersOf } from './reminders.ts';
import type { NoticeDraft } from './notice/steps.ts';
import { planWithin, type BriefWithin, type OwedWithin } from './within/plan.ts';
import { LAW } from './standing.ts';
import type { Timer, TimerStatement } from './timer.ts';
import { toDo, type ToDo } from './to-do.ts';
import { viewOf, type Status, type View } from './view.ts';

/** The standing in short, under the default reading. */
export interface Brief {
  status: Status;
  entryIntoForce: CalendarDate | null;
  /** `safe`: the safe day; null where no notice could prevent a renewal. */
  period: {
    number: number;
    firstDay: CalendarDate;
    lastDay: CalendarDate;
    lastDayForNotice: CalendarDate | null;
    safe: CalendarDate | null;
    /** The last day of the next period, where the Parties have agreed on it. */
    renewalAgreedUntil?: CalendarDate;
  } | null;
  lastDayInForce: CalendarDate | null;
  /** What is to be decided about the period, and by when: the safe day, or the day of expiry; null where nothing is. */
  decision: { question: QuestionKind; due: CalendarDate; sendBy: CalendarDate | null } | null;
  /** Only where a day is known but within bounds; the rest is then on the safe side, as if it was the earliest day possible. */
  within?: BriefWithin;
}

export interface Plan {
  law: string;
  description: string;
  title: string;
  asOf: CalendarDate;
  parties: { id: string; zone: string }[];
  standing: Brief;
  underNotice: boolean;
  timers: Timer[];
  /** Acts owed now and not done: to enter as history, or to perform. */
  owed: { act: Act; as: 'history' | 'performed' }[];
  /** Acts done that have lost their ground. */
  withdrawn: Act[];
  withoutEffect: WithoutEffect[];
  /** What is to be decided now, and what is decided of it. */
  decision: DecisionOwed | undefined;
  /** Over, with nothing left to wait for. */
  over: boolean;
  /** Workflows of notices and protocols that are to look again, by id; absent in plans made before there were any. */
  tell?: string[];
  /** Notices to be drafted, because it was decided to give notice: workflow ids and what they begin with. */
  drafts?: { workflowId: string; draft: NoticeDraft }[];
  /** The end that has come or is coming. */
  end: { lastDayInForce: CalendarDate; basis: string } | null;
  toDo: ToDo;
  /** Only where a day is known but within bounds: which, and why there is no safe day, where there is none. */
  within?: { unsure: readonly UnsureFact[]; noSafeDay: Reason | null };
  /** Party names are left out of what Temporal keeps in clear. Said by who keeps the agreement, not by the law. */
  discreet?: true;
}

/** An agreement on a day, and what was done about it before. */
export interface Circumstances extends Dossier {
  /** The legal today. */
  today: CalendarDate;
  /** The legal date of onboarding. */
  onboarded: CalendarDate;
  /** What was known then: acts before that day which follow from it are history. All entries where it is absent. */
  knownThen?: readonly Entry[];
  /** The day through which the last plan reached, if there is one. */
  reached: CalendarDate | undefined;
  done: readonly Act[];
}

export function planOf(c: Circumstances): Plan {
  const { facts, spoilt, possible } = factsKnown(c.entries, undefined, c.agreement.clauses);
  return possible ? planWithin(c, possible, (pinned, owed) => planFor(c, pinned, spoilt, owed)) : planFor(c, facts, spoilt);
}

/** With every day exact. `owedBy`: they are so for the plan alone, and what it owes is told by there. */
function planFor(
  c: Circumstances,
  facts: readonly Fact[],
  spoilt: readonly WithoutEffect[],
  owedBy?: (ladder: readonly Act[]) => OwedWithin,
): Plan {
  const family = fold(c.agreement, facts, c.agreement.reading, c.today);
  const view = viewOf(family, c.today);
  const course: Course = { agreement: c.agreement, facts, trail: family.trail };
  const ladder = remindersOf(course, c.today);
  const within = owedBy?.(ladder);
  const reminders = within?.reminders ?? ladder;
  const asked = askedOn(course, c.today);
  const timers = timersOf(family, facts, reminders, asked, c);
  const then = whenOnboarded(c, family);
  const { owed, withdrawn } = actsNow(family, reminders, course, c, within, then);
  const isOver = hasEnded(family.agreement.snapshot.context);
  const plan = {
    law: LAW,
    description: c.description,
    title: c.agreement.title.en!,
    asOf: c.today,
    parties: c.agreement.parties.map(({ id, zone }) => ({ id, zone })),
    standing: briefOf(view, asked),
    underNotice: !isOver && comingEnd(family.agreement.snapshot.context)?.cause === 'notice',
    timers,
    owed: owed.map(act => ({ act, as: act.on < c.onboarded && then.isHistory(act) ? ('history' as const) : ('performed' as const) })),
    withdrawn,
    withoutEffect: [...spoilt, ...(within?.withoutEffect ?? family.withoutEffect), ...undecisive(course)],
    decision: owedOn(asked, course, c.today),
    over: isOver && timers.length === 0,
  };
  const end = view.end?.lastDayInForce;
  return { ...plan, end: end ? { lastDayInForce: end.date, basis: end.basis } : null, toDo: toDo(plan, view) };
}

function timersOf(
  family: Family,
  facts: readonly Fact[],
  reminders: readonly Act[],
  asked: Asked | undefined,
  { agreement, today }: Circumstances,
): Timer[] {
  const zones = zonesOf(agreement);
  const due = duesAhead(family).map(({ due: d, day, protocol, label, basis }): Timer => ({
    name: protocol === undefined ? d.name : `${protocol}/${d.name}`,
    day,
    at: beginsEverywhere(d.on, zones),
    says: { code: 'dueOn', args: { label, day, basis } },
  }));
  const ahead = facts
    .filter(f => dateOf(f) > today)
    .map((f): Timer => ({
      name: `fact/${f.id}`,
      day: dateOf(f),
      at: beginsEverywhere(dateOf(f), zones),
      says: { code: 'takesEffectOn', args: { label: labelOfFact(f).label, day: dateOf(f) } },
    }));
  const begin = family.timings
    .filter(t => t.begins > today)
    .map((t): Timer => {
      const { label, basis } = labelOfTiming(t);
      return {
        name: `${t.protocol}/changesApplied`,
        day: t.begins,
        at: beginsEverywhere(t.begins, zones),
        says: { code: 'holdsFrom', args: { label, day: t.begins, basis } },
      };
    });
  const next = reminders.find(r => r.on > today);
  const remind: Timer[] = next
    ? [
        {
          name: 'reminder',
          day: next.on,
          at: beginsEverywhere(next.on, zones),
          says: ofReminder(next),
        },
      ]
    : [];
  return [...due, ...ahead, ...begin, ...remind, ...safeDayTimer(asked, agreement, today)].sort(
    (a, b) => a.at - b.at || byText(a.name, b.name),
  );
}

/** The day that counts, beside the last day for notice by the agreement's own reading. */
function safeDayTimer(asked: Asked | undefined, agreement: Agreement, today: CalendarDate): Timer[] {
  if (asked?.question.question !== 'renewal' || !asked.isOpen || asked.question.due < today) return [];
  const { due, sendBy } = asked.question;
  const says: TimerStatement = {
    code: 'safeDayOn',
    args: { day: due, article: articleOfNotice(agreement.clauses), sendBy: sendBy === due ? null : sendBy },
  };
  return [{ name: 'safeDay', day: due, at: beginsEverywhere(dayAfter(due), zonesOf(agreement)), says }];
}

function ofReminder({ on: day, params, question, due, sendBy }: Act): TimerStatement {
  if (!('ahead' in params)) return { code: 'outcomeOn', args: { day } };
  const { ahead } = params; // none is ahead but the steps of the ladder
  if (!ahead) return { code: 'escalationOn', args: { day } };
  return { code: 'reminderOn', args: { day, ahead, question: question!, due: due!, sendBy: sendBy === due ? null : (sendBy ?? null) } };
}

/**
 * Reminders are owed from the day to which the last plan reached; none for a day that was past before anyone knew of it. What came of a
 * decision is entered either way.
 */
function actsNow(
  family: Family,
  reminders: readonly Act[],
  course: Course,
  { today, onboarded, reached, done, agreement }: Circumstances,
  within: OwedWithin | undefined,
  then: Then,
): { owed: Act[]; withdrawn: Act[] } {
  const known = new Set(done.map(actKey));
  const from = reached ?? today;
  const { context } = family.agreement.snapshot;
  const isDue = (r: Act): boolean => !hasEnded(context) && (r.on >= today || r.on > from);
  const reminded = reminders.filter(r => r.on <= today && r.on >= onboarded && (r.kind !== 'remind' || known.has(actKey(r)) || isDue(r)));
  const late = within?.isSafeDayMissing ? [] : lateReminder(course, today, [...done, ...reminded]);
  const running = context.period?.firstDay ?? today;
  const standing = done.filter(a => !isOfLadder(a) || a.on >= running); // those of periods that are over have done their work
  const said = done.filter(a => a.what === 'onboarded' && a.on === onboarded);
  const how = (): ActParams['onboarded'] => (within ? { ...nothingSure, unsure: within.unsure } : then.stood());
  const taken = said.length ? said : onboardedActs(how, onboarded, today, agreement);
  return reconcile(standing, [...(within?.acts ?? family.acts), ...taken, ...reminded, ...late]);
}

/** How it stood when it was onboarded, and what needed to be told to nobody, by what was known then. */
interface Then {
  stood: () => ActParams['onboarded'];
  isHistory: (act: Act) => boolean;
}

/** Folded only where it is asked for. What was recorded since is news, however old; a renewal of those years never is. */
function whenOnboarded({ agreement, entries, knownThen: known = entries, onboarded }: Circumstances, family: Family): Then {
  let folded = known.length === entries.length ? family : undefined;
  let keys: Set<string> | undefined;
  const then = (): Family =>
    (folded ??= fold(agreement, factsKnown(known, undefined, agreement.clauses).facts, agreement.reading, onboarded));
  return {
    stood: () => stood(then().trail.findLast(m => m.day <= onboarded)),
    isHistory: act => folded === family || isRoutine(act) || (keys ??= new Set(then().acts.map(actKey))).has(actKey(act)),
  };
}

const isRoutine = ({ what }: Act): boolean => what === 'renewal' || what === 'renewalSettled';

/** Reminders, and what came of them. */
const isOfLadder = ({ kind, what }: Act): boolean => kind === 'remind' || what === 'decisionOutcome' || what === 'decisionMade';

/** How it stood on the day on which it was onboarded, as known then. Once said, it stands. */
function onboardedActs(how: () => ActParams['onboarded'], onboarded: CalendarDate, today: CalendarDate, agreement: Agreement): Act[] {
  if (onboarded > today) return [];
  return [{ kind: 'announce', what: 'onboarded', on: onboarded, basis: agreement.clauses.entryIntoForce.article, params: how() }];
}

const noPeriod = { period: null, lastDay: null, lastDayForNotice: null };
const nothingSure = { status: 'unsure', since: null, lastDayInForce: null, duration: 'period', condition: null, ...noPeriod } as const;

function stood(moment: Moment | undefined): ActParams['onboarded'] {
  const context = moment?.context;
  const known = context && moment.phase === 'inForce' ? context : undefined;
  const isApplied = moment?.phase === 'signed' && context!.appliedProvisionally && !context!.applicationEnded;
  const end = known && comingEnd(known)?.lastDayInForce.date;
  return {
    status: !moment || moment.phase === 'negotiated' ? 'notSigned' : isApplied ? 'appliedProvisionally' : moment.phase,
    since: isApplied ? context!.appliedProvisionally! : null,
    lastDayInForce: end ?? null,
    ...durationShown(known),
    ...(known && !end ? periodShown(known) : noPeriod),
    unsure: [],
  };
}

function durationShown(c: Moment['context'] | undefined): Pick<ActParams['onboarded'], 'duration' | 'condition'> {
  const duration = c?.terms.duration;
  if (!c || c.period || duration?.kind !== 'indefinite') return { duration: c && !c.period ? 'withoutLimit' : 'period', condition: null };
  if (duration.unseen) return { duration: 'notDescribed', condition: null };
  return duration.endsWith
    ? { duration: 'untilCondition', condition: duration.endsWith.what }
    : { duration: 'withoutLimit', condition: null };
}

function briefOf({ status, entry, period, end }: View, asked: Asked | undefined): Brief {
  const { question, due, sendBy } = asked?.question ?? {};
  return {
    status,
    entryIntoForce: entry?.date ?? null,
    period: period
      ? {
          number: period.number,
          firstDay: period.firstDay,
          lastDay: period.lastDay.date,
          lastDayForNotice: (question === 'renewal' && period.lastDayForNotice?.date) || null,
          safe: question === 'renewal' ? due! : null,
          ...(period.agreedRenewal ? { renewalAgreedUntil: period.agreedRenewal.lastDay.date } : {}),
        }
      : null,
    lastDayInForce: end?.lastDayInForce.date ?? null,
    decision: question && asked!.isOpen ? { question, due: due!, sendBy: sendBy ?? null } : null,
  };
}
