/**
 * The plan if a day is known only within bounds: on the safe side. Timers and reminders are those of the earliest possible day on which the
 * agreement has not ended, plus one for the safe day itself. Nothing is announced that would be announced only on some possible days.
 * Decision 18.
 */
import { beginsEverywhere, dayAfter, earliest, latest, type CalendarDate } from '../../clauses/calendar.ts';
import { zonesOf } from '../../clauses/agreement.ts';
import { actKey, type Act, type ActParams } from '../acts.ts';
import type { UnsureDay } from '../../clauses/reason.ts';
import { hasEnded } from '../agreement/context.ts';
import { unsureDay, unsureFact, type Possible } from './bounded.ts';
import { planInputs, planFrom } from '../exact-plan.ts';
import { recordedOn } from '../facts.ts';
import type { TreatyState, WithoutEffect } from '../treaty-state.ts';
import type { BriefWithin, Circumstances, OwedWithin, Plan } from '../plan-types.ts';
import type { Timer } from '../timer.ts';
import { withoutEffectWithin } from './merged.ts';
import { possibleFamilies } from './families.ts';
import { safeDayWithin, type SafeWithin } from './safe-day.ts';
import { viewOf } from '../view.ts';

export function planWithin(c: Circumstances, possible: Possible, spoilt: readonly WithoutEffect[]): Plan {
  const stretches = possibleFamilies(c.agreement, possible, c.today);
  const safe = safeDayWithin(c.agreement, possible, c.today, stretches);
  const families = stretches.flatMap(({ first, last }) => [first, last]);
  // an end that came only on the earliest days leaves the reminders and timers of the others in place
  const from = stretches.find(({ first }) => !hasEnded(first.agreement.snapshot.context)) ?? stretches[0]!;
  const found = planInputs(c, possible.on(from.days.notBefore), from.first);
  const early = planFrom(c, found, spoilt, owedWithin(c, possible, found.ladder, safe, families));
  const late = planFrom(c, planInputs(c, possible.on(possible.span.notAfter), families.at(-1)!), spoilt);
  const views = families.map(family => viewOf(family, c.today));
  const entries = views.map(v => v.entry?.date).filter(day => day !== undefined);
  const entryIntoForce = entries.length === views.length ? { notBefore: earliest(...entries), notAfter: latest(...entries) } : null;
  const within: BriefWithin = { entryIntoForce, statuses: [...new Set(views.map(v => v.status))], safe: safe.day?.date ?? null };
  const { wayOut: earlyOut, ...brief } = early.standing;
  const isSureOut = views.every(v => v.nextWayOut) && JSON.stringify(earlyOut) === JSON.stringify(late.standing.wayOut);
  const wayOut = isSureOut ? earlyOut : undefined; // before entry into force a notice would have no effect
  const timers = timersWithin(c, early.timers, late.timers, within.safe).filter(t => wayOut ?? !t.name.startsWith('sendBy'));
  const unsure = possible.unsure.map(unsureFact);
  const isSure = entryIntoForce !== null && entryIntoForce.notBefore === entryIntoForce.notAfter;
  return {
    ...early,
    standing: { ...brief, ...(wayOut ? { wayOut } : {}), entryIntoForce: isSure ? brief.entryIntoForce : null, within },
    timers,
    over: early.over && late.over && timers.length === 0,
    end: null,
    toDo: { code: 'findOutDays', args: { unsure } },
    within: { unsure, noSafeDay: safe.day ? null : safe.reason },
  };
}

/** Returns timers for the earliest and latest possible day of each date, and one for the safe day. */
function timersWithin({ agreement }: Circumstances, early: readonly Timer[], late: readonly Timer[], safe: CalendarDate | null): Timer[] {
  const isBoth = (t: Timer, others: readonly Timer[]): boolean => others.some(o => o.name === t.name && o.at === t.at);
  const isOfOneDay = ({ name: t }: Timer): boolean => t === 'safeDay'; // replaced by the one for all possible days
  const isReminder = ({ name }: Timer): boolean => name === 'reminder';
  const own: Timer[] = safe
    ? [
        {
          name: 'safeDay',
          day: safe,
          at: beginsEverywhere(dayAfter(safe), zonesOf(agreement)),
          says: { code: 'safeDayWithinBounds', args: { day: safe, article: agreement.clauses.duration.article } },
        },
      ]
    : [];
  return [
    ...own,
    ...early
      .filter(t => !isOfOneDay(t))
      .map((t): Timer => (isReminder(t) || isBoth(t, late) ? t : { ...t, says: { code: 'atEarliest', args: { timer: t.says } } })),
    ...late
      .filter(t => !isReminder(t) && !isOfOneDay(t) && !isBoth(t, early))
      .map((t): Timer => ({ ...t, name: `${t.name}/latest`, says: { code: 'atLatest', args: { timer: t.says } } })),
  ].sort((a, b) => a.at - b.at);
}

/** Returns the acts that are identical on every possible day. */
function sureActs([first, ...others]: readonly TreatyState[]): Act[] {
  const keys = others.map(({ acts }) => new Set(acts.map(actKey)));
  return first!.acts.filter(act => keys.every(known => known.has(actKey(act))));
}

/** If no safe day can be given, one reminder reports that, and there is no ladder. */
function owedWithin(
  c: Circumstances,
  possible: Possible,
  ladder: readonly Act[],
  safe: SafeWithin,
  families: readonly TreatyState[],
): OwedWithin {
  const unsure = unsureDays(possible);
  const told = ladder.map(act => ('unsure' in act.params ? ({ ...act, params: { ...act.params, unsure } } as Act) : act));
  return {
    acts: sureActs(families),
    reminders: safe.missing ? [noSafeDay(c, possible)] : told,
    unsure,
    isSafeDayMissing: safe.missing,
    withoutEffect: withoutEffectWithin(families.map(family => family.withoutEffect)),
  };
}

function noSafeDay({ agreement, onboarded }: Circumstances, possible: Possible): Act {
  const known = possible.on(possible.span.notBefore).filter(f => possible.unsure.some(u => u.fact === f.id));
  const on = latest(onboarded, ...known.map(recordedOn));
  const params: ActParams['lastDayForNotice'] = {
    state: 'noSafeDay',
    ahead: null,
    since: null,
    decision: null,
    lastDay: null,
    unsure: unsureDays(possible),
  };
  return { kind: 'remind', what: 'lastDayForNotice', on, basis: agreement.clauses.duration.article, params };
}

const unsureDays = ({ unsure }: Possible): UnsureDay[] => unsure.map(unsureDay);
