/** The plan if every day is exact, made from a single fold. */
import type { StateValue } from 'xstate';
import { zonesOf, type Agreement } from '../clauses/agreement.ts';
import { beginsEverywhere, byText, dayAfter, type CalendarDate } from '../clauses/calendar.ts';
import { actKey, reconcile, type Act, type ActParams, type PeriodShown } from './acts.ts';
import { periodShown } from './agreement/acts.ts';
import { comingEnd, hasEnded } from './agreement/context.ts';
import { decisionOnDay, owedOn, ineffectiveDecisions, type DecisionOnDay, type DecisionCourse, type OpenDecision } from './decisions.ts';
import { dateOf, type Fact } from './facts.ts';
import { fold } from './fold.ts';
import type { TreatyState, StateAt, WithoutEffect } from './treaty-state.ts';
import { duesAhead } from './due-dates.ts';
import { labelOfFact, labelOfTiming } from './labels.ts';
import { stateStillInForce } from './continuing-reading.ts';
import { factsKnown } from './ledger.ts';
import { articleOfNotice } from './period-runs.ts';
import type { Brief, Circumstances, OwedWithin, Plan } from './plan-types.ts';
import { lateReminder, reminderToListed, remindersOf, spansAsked, type DecisionSpan } from './reminders.ts';
import type { Timer, TimerStatement } from './timer.ts';
import { toDo } from './to-do.ts';
import { carriedOn } from './safe-day.ts';
import { RULES_VERSION } from './rules-version.ts';
import { viewOf, type View } from './view.ts';
import { sendByTimer, wayOutOn, type WayOut } from './way-out.ts';

/** The inputs of a plan, calculated once. */
export interface PlanInputs {
  family: TreatyState;
  /** The state on the reading on which a decision is still owed: `family`, unless a notice ends it there but not on another reading. */
  continuingState: TreatyState;
  facts: readonly Fact[];
  view: View;
  course: DecisionCourse;
  /** The decision open today, and the one that was open in the running period. */
  asked: DecisionOnDay | undefined;
  wayOut: WayOut | undefined;
  spans: readonly DecisionSpan[];
  ladder: readonly Act[];
}

/** Calculates the inputs of a plan. `family`: the facts folded through today on the default reading. */
export function planInputs({ agreement, today }: Circumstances, facts: readonly Fact[], family: TreatyState): PlanInputs {
  const continuingState = stateStillInForce(agreement, facts, family, today);
  const course: DecisionCourse = { agreement, facts, history: continuingState.history };
  const asked = decisionOnDay(course, today);
  const spans = spansAsked(course, today, asked);
  const view = viewOf(family, today);
  const wayOut = view.nextWayOut && wayOutOn(carriedOn(agreement, family.taken, today, family.history), today);
  return { family, continuingState, facts, view, course, asked, wayOut, spans, ladder: remindersOf(course, spans) };
}

/** Makes the plan. `within`: the days are exact only for this plan; the acts and reminders owed come from there. */
export function planFrom(c: Circumstances, found: PlanInputs, spoilt: readonly WithoutEffect[], within?: OwedWithin): Plan {
  const { family, view, course, asked } = found;
  const reminders = within?.reminders ?? found.ladder;
  const timers = timersOf(found, reminders, c);
  const then = whenOnboarded(c, family);
  const decision = owedOn(asked, course, c.today);
  const { owed, withdrawn } = actsNow(found, reminders, decision, c, within, then);
  const { context } = family.agreement.snapshot;
  const isOver = hasEnded(context);
  const runs = isOver || comingEnd(context) ? noPeriod : periodShown(context);
  const plan = {
    law: RULES_VERSION,
    description: c.description,
    title: c.agreement.title.en!,
    asOf: c.today,
    parties: c.agreement.parties.map(({ id, zone }) => ({ id, zone })),
    standing: { ...briefOf(found), ...(within ? {} : aheadOf(found, c)) },
    machine: stateInText(family.agreement.snapshot.value),
    underNotice: !isOver && comingEnd(context)?.cause === 'notice',
    timers,
    owed: owed.map(act =>
      isOfThePast(act, c.today) || (act.on < c.onboarded && then.isHistory(act))
        ? { act, as: 'history' as const }
        : { act: asOfNow(act, within ? noPeriod : runs), as: 'performed' as const },
    ),
    withdrawn,
    withoutEffect: [...spoilt, ...(within?.withoutEffect ?? family.withoutEffect), ...ineffectiveDecisions(course)],
    decision,
    over: isOver && timers.length === 0,
  };
  const end = view.end?.lastDayInForce;
  return { ...plan, end: end ? { lastDayInForce: end.date, basis: end.basis } : null, toDo: toDo(plan, view) };
}

function timersOf(
  { family, continuingState: goesOn, facts, view, asked, wayOut }: PlanInputs,
  reminders: readonly Act[],
  { agreement, today }: Circumstances,
): Timer[] {
  const zones = zonesOf(agreement);
  const due = duesAhead(family).map(({ due: d, day, protocol, label, basis }): Timer => ({
    name: protocol === undefined ? d.name : `${protocol}/${d.name}`,
    day,
    at: beginsEverywhere(d.on, zones),
    says: ifRevoked(view.end, d.name, day, { code: 'dueOn', args: { label, day, basis } }),
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
  const over = goesOn === family && view.end ? dayAfter(view.end.lastDayInForce.date) : undefined;
  const next = reminders.find(r => r.on > today && !(over && r.on > over)); // the day after the end still records the decision's outcome
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
  const isListed = ({ day }: Timer): boolean => due.some(t => t.name === 'periodEnd' && t.day === day);
  const otherwise = goesOn === family ? [] : periodEndOnOtherReading(goesOn, zones).filter(t => !isListed(t));
  return [
    ...due,
    ...otherwise,
    ...ahead,
    ...begin,
    ...remind,
    ...safeDayTimer(asked, agreement, today),
    ...sendByTimer(wayOut, agreement, today),
  ].sort((a, b) => a.at - b.at || byText(a.name, b.name));
}

/** Dates of the period after the end that a notice brings about stay armed, because the notice may be revoked. */
const ofPeriod: readonly string[] = ['periodEnd', 'lastDayForNotice', 'lastDayForFixedDay'];

const ifRevoked = (end: View['end'], name: string, day: CalendarDate, timer: TimerStatement): TimerStatement =>
  end?.cause === 'notice' && ofPeriod.includes(name) && day > end.lastDayInForce.date
    ? { code: 'ifNoticeRevoked', args: { timer } }
    : timer;

/** On the reading on which the agreement continues, the next period has its own decision. */
const periodEndOnOtherReading = (goesOn: TreatyState, zones: readonly string[]): Timer[] =>
  duesAhead(goesOn)
    .filter(({ due, protocol }) => protocol === undefined && due.name === 'periodEnd')
    .map(({ due, day, label, basis }) => ({
      name: 'periodEndOnOtherReading',
      day,
      at: beginsEverywhere(due.on, zones),
      says: { code: 'onOtherReadings', args: { timer: { code: 'dueOn', args: { label, day, basis } } } },
    }));

/** The timer for the safe day, which decides; the last day for notice on the default reading has its own. */
function safeDayTimer(asked: DecisionOnDay | undefined, agreement: Agreement, today: CalendarDate): Timer[] {
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
  const { ahead } = params; // only reminders of the ladder have `ahead`
  if (!ahead) return { code: 'escalationOn', args: { day } };
  return { code: 'reminderOn', args: { day, ahead, question: question!, due: due!, sendBy: sendBy === due ? null : (sendBy ?? null) } };
}

/**
 * Reminders are owed from the day that the last plan reached, but not for a day already past when the need became known. The outcome of a
 * decision is recorded in either case.
 */
function actsNow(
  { family, continuingState: goesOn, course, spans, asked }: PlanInputs,
  reminders: readonly Act[],
  decision: OpenDecision | undefined,
  { today, onboarded, reached, done, agreement }: Circumstances,
  within: OwedWithin | undefined,
  then: Then,
): { owed: Act[]; withdrawn: Act[] } {
  const known = new Set(done.map(actKey));
  const from = reached ?? today;
  const { context } = goesOn.agreement.snapshot;
  const isDue = (r: Act): boolean => !hasEnded(context) && (r.on >= today || r.on > from);
  const reminded = reminders.filter(r => r.on <= today && r.on >= onboarded && (r.kind !== 'remind' || known.has(actKey(r)) || isDue(r)));
  const late = within?.isSafeDayMissing ? [] : lateReminder(course, today, [...done, ...reminded], decision, spans);
  const called = [...reminded, ...late];
  const listed = within?.isSafeDayMissing ? [] : reminderToListed(course, today, { sent: done, called }, decision, spans);
  const running = context.period?.firstDay ?? today;
  const standing = done.filter(a => !isOfLadder(a) || a.on >= running); // those of past periods have served their purpose
  const said = done.filter(a => a.what === 'onboarded' && a.on === onboarded);
  const how = (): ActParams['onboarded'] => (within ? { ...nothingSure, unsure: within.unsure } : then.stood());
  const taken = said.length ? said : onboardedActs(how, onboarded, today, agreement);
  const acts = [...(within?.acts ?? family.acts), ...taken, ...called, ...listed];
  const isMoot = asked?.isOpen || hasEnded(context) || within ? () => false : overtaken(acts);
  return reconcile(
    standing,
    acts.filter(act => !isMoot(act)),
  );
}

/** With nothing left to decide: finds the reminders that no later act has closed, for example after a later treaty or an earlier notice. */
function overtaken(acts: readonly Act[]): (act: Act) => boolean {
  const saying = acts.filter(a => a.settled !== undefined);
  return ({ kind, period, on }) => {
    if (kind !== 'remind' || period === undefined) return false;
    const last = saying
      .filter(a => a.period === period && a.on >= on)
      .sort((a, b) => byText(a.on, b.on))
      .at(-1);
    return last?.settled !== true;
  };
}

/** The standing on the day of onboarding, and the acts that need no announcement, by what was known then. */
interface Then {
  stood: () => ActParams['onboarded'];
  isHistory: (act: Act) => boolean;
}

/** Folds only on demand. Anything recorded since onboarding is news, however old; a renewal of those years never is. */
function whenOnboarded({ agreement, entries, knownThen: known = entries, onboarded }: Circumstances, family: TreatyState): Then {
  let folded = known.length === entries.length ? family : undefined;
  let keys: Set<string> | undefined;
  const then = (): TreatyState =>
    (folded ??= fold(agreement, factsKnown(known, undefined, agreement.clauses).facts, agreement.reading, onboarded));
  return {
    stood: () => stood(then().history.findLast(m => m.day <= onboarded)),
    isHistory: act => folded === family || isRoutine(act) || (keys ??= new Set(then().acts.map(actKey))).has(actKey(act)),
  };
}

/** The renewal of a past period is never announced, however late it becomes known. */
function isOfThePast(act: Act, today: CalendarDate): boolean {
  if (act.what === 'renewalSettled') return act.params.renewal < today;
  return act.what === 'renewal' && act.params.lastDay !== null && act.params.lastDay < today;
}

/** A late announcement names the period running now instead of one that is over or has been overtaken by an end. */
function asOfNow(act: Act, runs: PeriodShown): Act {
  if (act.what !== 'entryIntoForce' && act.what !== 'protocolInForce' && act.what !== 'protocolApplied') return act;
  const { period, lastDay, lastDayForNotice } = act.params;
  const isRunning = period === runs.period && lastDay === runs.lastDay && lastDayForNotice === runs.lastDayForNotice;
  return isRunning ? act : { ...act, nowRuns: runs };
}

const isRoutine = ({ what }: Act): boolean => what === 'renewal' || what === 'renewalSettled';

/** Reminders, and the outcome of decisions. */
const isOfLadder = ({ kind, what }: Act): boolean => kind === 'remind' || what === 'decisionOutcome' || what === 'decisionMade';

/** The standing on the day of onboarding, as known then. Once announced, it is not changed. */
function onboardedActs(how: () => ActParams['onboarded'], onboarded: CalendarDate, today: CalendarDate, agreement: Agreement): Act[] {
  if (onboarded > today) return [];
  return [{ kind: 'announce', what: 'onboarded', on: onboarded, basis: agreement.clauses.entryIntoForce.article, params: how() }];
}

const noPeriod = { period: null, lastDay: null, lastDayForNotice: null };
const nothingSure = { status: 'unsure', since: null, lastDayInForce: null, duration: 'period', condition: null, ...noPeriod } as const;

function stood(moment: StateAt | undefined): ActParams['onboarded'] {
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

function durationShown(c: StateAt['context'] | undefined): Pick<ActParams['onboarded'], 'duration' | 'condition'> {
  const duration = c?.terms.duration;
  if (!c || c.period || duration?.kind !== 'indefinite') return { duration: c && !c.period ? 'withoutLimit' : 'period', condition: null };
  if (duration.unseen) return { duration: 'notDescribed', condition: null };
  return duration.endsWith
    ? { duration: 'untilCondition', condition: duration.endsWith.what }
    : { duration: 'withoutLimit', condition: null };
}

function briefOf({ view: { status, entry, period, end }, asked, wayOut }: PlanInputs): Brief {
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
    ...(wayOut ? { wayOut } : {}),
  };
}

/** The safe day of the next period. Lists of days by which to act show it while nothing needs to be sent for the running one. */
function aheadOf({ family, view, asked }: PlanInputs, { agreement, today }: Circumstances): Pick<Brief, 'ahead'> {
  if (!view.period || view.end || (asked?.isOpen && asked.question.due >= today)) return {};
  const begins = dayAfter(view.periods[0]!.lastDay);
  const { history, taken } = fold(agreement, family.taken, agreement.reading, begins);
  const { question, due, sendBy } = decisionOnDay({ agreement, facts: taken, history }, begins)?.question ?? {};
  return question === 'renewal' && due! >= begins ? { ahead: { due: due!, sendBy: sendBy! } } : {};
}

/** Formats the machine's state with its own names: `inForce (period open, notice none)`. */
const stateInText = (value: StateValue): string =>
  typeof value === 'string'
    ? value
    : Object.entries(value)
        .map(([name, inner]) => (typeof inner === 'string' ? `${name} ${inner}` : `${name} (${stateInText(inner!)})`))
        .join(', ');
