/** The acts owed by a plan, without those that were of the past when the agreement was onboarded. */
import type { Agreement } from '../clauses/agreement.ts';
import { byText, type CalendarDate } from '../clauses/calendar.ts';
import { actKey, reconcile, type Act, type ActParams, type PeriodShown } from './acts.ts';
import { periodShown } from './agreement/acts.ts';
import { comingEnd, hasEnded } from './agreement/context.ts';
import type { OpenDecision } from './decisions.ts';
import { fold } from './fold.ts';
import type { TreatyState, StateAt } from './treaty-state.ts';
import { factsKnown } from './ledger.ts';
import type { Circumstances, OwedWithin } from './plan-types.ts';
import { lateReminder, reminderToListed } from './reminders.ts';
import type { PlanInputs } from './exact-plan.ts';

/**
 * Reminders are owed from the day that the last plan reached, but not for a day already past when the need became known. The outcome of a
 * decision is recorded in either case.
 */
export function actsNow(
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
export function whenOnboarded({ agreement, entries, knownThen: known = entries, onboarded }: Circumstances, family: TreatyState): Then {
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
export function isOfThePast(act: Act, today: CalendarDate): boolean {
  if (act.what === 'renewalSettled') return act.params.renewal < today;
  return act.what === 'renewal' && act.params.lastDay !== null && act.params.lastDay < today;
}

/** A late announcement names the period running now instead of one that is over or has been overtaken by an end. */
export function asOfNow(act: Act, runs: PeriodShown): Act {
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

export function durationShown(c: StateAt['context'] | undefined): Pick<ActParams['onboarded'], 'duration' | 'condition'> {
  const duration = c?.terms.duration;
  if (!c || c.period || duration?.kind !== 'indefinite') return { duration: c && !c.period ? 'withoutLimit' : 'period', condition: null };
  if (duration.unseen) return { duration: 'notDescribed', condition: null };
  return duration.endsWith
    ? { duration: 'untilCondition', condition: duration.endsWith.what }
    : { duration: 'withoutLimit', condition: null };
}

export const noPeriod = { period: null, lastDay: null, lastDayForNotice: null };

const nothingSure = {
  status: 'unsure',
  since: null,
  lastDayInForce: null,
  duration: 'period',
  condition: null,
  ...noPeriod,
} as const;
