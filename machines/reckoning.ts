/**
 * The steps that lead to each date of an answer: from facts to entry into force, to the period, its last day for notice, the safe day and
 * the send-by day; and to the end. Each has its article, its reason, its sources and its preceding steps, under an id that a page can link
 * to. Nothing is calculated twice: the steps are those of the fold.
 */
import { dayBefore, type CalendarDate, type Length } from '../clauses/calendar.ts';
import type { Reason, UnsureFact } from '../clauses/reason.ts';
import type { Reckoning } from '../clauses/reckoning.ts';
import { dateOf } from './facts.ts';
import { atEndOfPeriod, isToExpire, onLastDayForNotice } from './agreement/changes-ahead.ts';
import { inPeriod, lastDayForNoticeOf, periodEndOf } from './agreement/amendment-sources.ts';
import type { TreatyState, TimelineRow } from './treaty-state.ts';
import type { Alternatives } from './standing-types.ts';
import type { AlternativeCount } from './alternative-counts.ts';
import { alternatives, type Answers } from './readings.ts';
import { isRunning } from './revocable.ts';
import { safeWindow } from './safe-window.ts';
import type { LastDayForNotice, NextWayOut, SafeWindow, Standing } from './standing-types.ts';

export interface CountedStep extends Alternatives {
  /** `entryIntoForce`, `periodEnd/5`, `lastDayForNotice/5`, `safeDay`, `sendBy`, `termination`, `fact/n1`, `notice/t1`, … */
  id: string;
  date: CalendarDate;
  basis: string;
  reason: Reason;
  /** Ids of the facts and instruments on which it rests. */
  restsOn: readonly string[];
  /** Ids of the steps from which it follows. */
  follows: readonly string[];
}

/** A step with the counts that give its alternative dates on other readings. */
export interface ReckonedStep extends CountedStep {
  otherCounts: readonly AlternativeCount[];
}

/** The dates of each period on a reading, keyed by position, since a protocol may restart the numbering. */
export type ReckonedPeriods = ReadonlyMap<string, Reckoning>;

/** Returns the periods of a fold, each as last counted; the running one with the changes known by `asOf`. */
export function periodsReckoned({ history, agreement }: TreatyState, asOf: CalendarDate): ReckonedPeriods {
  const now = { ...agreement.snapshot.context, today: asOf };
  const last = new Map(
    [...history.map(({ context }) => context), now].flatMap(c =>
      c.period && c.cycle ? [[`${c.cycle.anchor} ${c.period.number}`, c] as const] : [],
    ),
  );
  const reckoned = new Map<string, Reckoning>();
  [...last.values()].forEach((c, i) => {
    const [end, atNotice] = c === now ? [atEndOfPeriod(c), onLastDayForNotice(c)] : [c, c];
    const notice = c === now && isToExpire(end) ? undefined : lastDayForNoticeOf(inPeriod(atNotice));
    reckoned.set(`periodEnd/${i + 1}`, periodEndOf(inPeriod(end)));
    if (notice) reckoned.set(`lastDayForNotice/${i + 1}`, notice);
  });
  return reckoned;
}

/** The same on every reading. */
export const certainly: Alternatives = { certain: true, alternatives: [] };

type ReckoningInput = Pick<
  Standing,
  | 'asOf'
  | 'entryIntoForce'
  | 'period'
  | 'nextWayOut'
  | 'ahead'
  | 'termination'
  | 'notices'
  | 'notice'
  | 'provisionalApplication'
  | 'survivals'
  | 'protocols'
  | 'decision'
>;

/** The inputs of the steps: the answer so far, the fold, and the periods under each reading, the default first. */
export interface Reached {
  told: ReckoningInput;
  family: Pick<TreatyState, 'taken' | 'withoutEffect'>;
  periods: Answers<ReckonedPeriods>;
  articleOfNotice: string;
  transit: Length;
}

/** Returns every step, in order of dependency. */
export function reckoningOf(reached: Reached, lines: readonly Line[]): CountedStep[] {
  const steps = [
    ...entrySteps(reached),
    ...periodSteps(reached),
    ...safeSteps(reached),
    ...noticeSteps(reached),
    ...endSteps(reached),
    ...lines.map(line => stepOfLine(line, reached)).filter(s => s !== undefined),
  ];
  return steps.filter((s, i) => steps.findIndex(other => other.id === s.id) === i);
}

/** A listed date: what it is, its day, and the fact or protocol it belongs to, if any. */
export type Line = Pick<TimelineRow, 'day' | 'what' | 'basis' | 'label'> & { fact?: string | undefined };

/** Returns the id of the step of a listed date. */
export function stepOf(line: Line, { told, periods }: Reached): string {
  const { what, day, fact, label } = line;
  if (fact) return `fact/${fact}`;
  switch (what) {
    case 'periodEnd':
    case 'lastDayForNotice':
      return placeOf(what, day, periods) ?? `${what}/${day}`;
    case 'entryIntoForce':
      return label.code === 'protocolEntryIntoForce' ? `protocol/${label.args.protocol}` : what;
    case 'terminationEffect':
    case 'supersession':
      return told.termination?.lastDayInForce === day || told.termination?.firstDayOut === day ? 'termination' : `${what}/${day}`;
    default:
      return `${what}/${day}`;
  }
}

const placeOf = (what: string, day: CalendarDate, { each }: Answers<ReckonedPeriods>): string | undefined =>
  [...each[0]!.value].find(([key, r]) => key.startsWith(`${what}/`) && r.date === day)?.[0];

const entryTypes: readonly string[] = ['signed', 'entry.agreed', 'completion.notified', 'instruments.exchanged', 'condition.met'];

const factsOf = ({ family: { taken, withoutEffect } }: Reached, types: readonly string[]): string[] =>
  taken.filter(f => types.includes(f.type) && !withoutEffect.some(w => w.fact === f.id)).map(f => f.id);

function entrySteps(reached: Reached): CountedStep[] {
  const { entryIntoForce: e, protocols } = reached.told;
  const restsOn = factsOf(reached, entryTypes);
  const own = e.date
    ? [{ id: 'entryIntoForce', date: e.date, basis: e.basis, reason: e.reason, certain: e.certain, alternatives: e.alternatives }]
    : [];
  return [
    ...own.map(step => ({ ...step, restsOn, follows: restsOn.map(id => `fact/${id}`) })),
    ...protocols.flatMap(({ id, entryIntoForce: { date, basis, reason, certain, alternatives: others } }) =>
      date && basis && reason
        ? [{ id: `protocol/${id}`, date, basis, reason, certain, alternatives: others, restsOn: [id], follows: ['entryIntoForce'] }]
        : [],
    ),
  ];
}

/** The end of a period follows from the day from which it is counted, and the last day for notice from that end. */
function periodSteps({ periods }: Reached): CountedStep[] {
  return [...periods.each[0]!.value].map(([id, { date, basis, reason }]) => {
    const others = alternatives(periods, r => r.get(id)?.date ?? null).map(({ value, when }) => ({ date: value, when }));
    const [what, place] = id.split('/');
    const instruments = Object.entries(reason.args).flatMap(([name, value]) =>
      (name === 'agreedBy' || name === 'amendedBy' || name === 'protocol') && typeof value === 'string' ? [value] : [],
    );
    const follows = what === 'lastDayForNotice' ? [`periodEnd/${place}`] : ['entryIntoForce'];
    return { id, date, basis, reason, certain: others.length === 0, alternatives: others, restsOn: instruments, follows };
  });
}

/**
 * The safe day of the running period and its send-by day; if a notice ends the agreement only on fixed days, those of the next fixed day and
 * of the one before the renewal to be decided.
 */
function safeSteps(reached: Reached): CountedStep[] {
  const { period, nextWayOut, decision, asOf, ahead } = reached.told;
  const last = period?.lastDayForNotice;
  if (last && !(period.settled && !last.reopens)) {
    const { basis, safeBy } = last;
    const window = safeWindow(last, asOf) ?? { from: asOf, safe: last.safe!, sendBy: last.sendBy! };
    return windowSteps('', window, { basis, safeBy, follows: placeOf('lastDayForNotice', last.date, reached.periods) }, reached);
  }
  const safeBy = { when: [], changes: [] };
  const wayOut = nextWayOut && (safeWindow(nextWayOut, asOf) ?? nextWayOut.reopens);
  const common = { basis: nextWayOut?.basis ?? reached.articleOfNotice, safeBy, follows: nextWayOut && fixedDayStep(nextWayOut) };
  const asked = decision?.question === 'renewal' && decision.due >= asOf && decision.due !== wayOut?.safe ? decision : undefined;
  return [
    ...(wayOut ? windowSteps('', wayOut, common, reached) : []),
    ...(ahead ? windowSteps('', ahead, { ...common, basis: period!.basis, follows: undefined }, reached) : []),
    ...(asked
      ? windowSteps(`/${asked.due}`, { from: asOf, safe: asked.due, sendBy: asked.sendBy! }, { ...common, follows: undefined }, reached)
      : []),
  ];
}

function windowSteps(
  of: string,
  { from, safe, sendBy }: SafeWindow,
  { basis, safeBy, follows }: { basis: string; safeBy: LastDayForNotice['safeBy']; follows: string | undefined },
  { told: { asOf }, transit }: Reached,
): CountedStep[] {
  const reason: Reason = { code: 'onEveryReading', args: { opens: from > asOf ? from : null, ...safeBy } };
  const common = { basis, ...certainly, restsOn: safeBy.changes.map(c => c.protocol) };
  return [
    { id: `safeDay${of}`, date: safe, reason, follows: follows ? [follows] : [], ...common },
    { id: `sendBy${of}`, date: sendBy, reason: { code: 'byTransit', args: { transit, safe } }, follows: [`safeDay${of}`], ...common },
  ];
}

const fixedDayStep = ({ lastDayForNotice }: NextWayOut): string => `lastDayForFixedDay/${lastDayForNotice}`;

/** The end that each notice would cause on its own; one that was revoked, or replaced by an agreement to end, causes none. */
function noticeSteps({ told: { notices }, articleOfNotice }: Reached): CountedStep[] {
  return notices.filter(isRunning).map(({ id, lastDayInForce: date, reason, certain, alternatives: others }) => ({
    id: `notice/${id}`,
    date,
    basis: articleOfNotice,
    reason,
    certain,
    alternatives: others,
    restsOn: [id],
    follows: [`fact/${id}`],
  }));
}

function endSteps({ told: { termination: t, notice, nextWayOut, provisionalApplication, survivals = [] } }: Reached): CountedStep[] {
  const end = t && {
    id: 'termination',
    date: t.lastDayInForce,
    basis: t.basis,
    reason: t.reason,
    certain: t.certain,
    alternatives: t.alternatives.map(({ firstDayOut, when }) => ({ date: firstDayOut && dayBefore(firstDayOut), when })),
    restsOn: t.cause === 'notice' && notice ? [notice.id] : [],
    follows: t.cause === 'notice' && notice ? [`notice/${notice.id}`] : ['entryIntoForce'],
  };
  const wayOut = nextWayOut && {
    id: fixedDayStep(nextWayOut),
    date: nextWayOut.lastDayForNotice,
    basis: nextWayOut.basis,
    reason: nextWayOut.reason,
    certain: nextWayOut.certain,
    alternatives: nextWayOut.alternatives,
    restsOn: [],
    follows: [`fixedDay/${nextWayOut.lastDayInForce}`],
  };
  const fixedDays = nextWayOut
    ? [nextWayOut.lastDayInForce, nextWayOut.reopens?.lastDayInForce, ...nextWayOut.otherWaysOut.map(o => o.lastDayInForce)]
    : [];
  const p = provisionalApplication;
  const application = p && {
    id: `provisionalApplicationBegins/${p.from}`,
    date: p.from,
    basis: p.basis,
    reason: p.reason,
    ...certainly,
    restsOn: [],
    follows: [],
  };
  return [
    ...(end ? [end] : []),
    ...fixedDays.flatMap(date => (date ? [setByText(`fixedDay/${date}`, date, nextWayOut!.basis)] : [])),
    ...(wayOut ? [wayOut] : []),
    ...(application ? [application] : []),
    ...survivals.flatMap(({ lastDay: date, basis, reason, certain, alternatives: others }) =>
      date
        ? [{ id: `survivalEnd/${date}`, date, basis, reason, certain, alternatives: others, restsOn: [], follows: ['termination'] }]
        : [],
    ),
  ];
}

const setByText = (id: string, date: CalendarDate, basis: string): CountedStep => ({
  id,
  date,
  basis,
  reason: { code: 'asSet', args: { type: 'fixedDay' } },
  ...certainly,
  restsOn: [],
  follows: [],
});

/** A step for a listed date that has none above: a fact as recorded, or a day set by the text or the Parties. */
function stepOfLine(line: Line, reached: Reached): CountedStep | undefined {
  const { what, day: date, basis, fact } = line;
  const id = stepOf(line, reached);
  const reason: Reason = fact ? { code: 'byRecord', args: {} } : { code: 'asSet', args: { type: what } };
  return { id, date, basis, reason, ...certainly, restsOn: fact ? [fact] : setBy(line, reached), follows: [] };
}

/** The facts that name the day, or the protocol that sets it. */
function setBy({ what, day, label }: Line, { family: { taken, withoutEffect } }: Reached): string[] {
  if ('protocol' in label.args) return [label.args.protocol];
  const type = { suspensionBegins: 'suspension.agreed', resumptionBegins: 'resumption.agreed', conditionEffect: 'condition.met' }[what];
  return taken
    .filter(f => f.type === type && ('from' in f && f.from ? f.from : dateOf(f)) === day && !withoutEffect.some(w => w.fact === f.id))
    .map(f => f.id);
}

/** A day calculated from one known only within bounds has a first and a last possible day instead of a single count. */
export const reasonWithin = (unsure: readonly UnsureFact[]): Reason => ({ code: 'firstAndLast', args: { unsure } });
