/** The answer if every day is exact: one fold on the default reading and one on each of the others. */
import type { Agreement } from '../clauses/agreement.ts';
import { addDays, byText, dayAfter, dayBefore, daysBetween, earliest, type CalendarDate } from '../clauses/calendar.ts';
import { lastDayForNotice } from '../clauses/last-day-for-notice.ts';
import type { Reading } from '../clauses/reading.ts';
import type { Reason } from '../clauses/reason.ts';
import type { Reckoning } from '../clauses/reckoning.ts';
import type { Survival } from '../clauses/survivals.ts';
import { withAlternativeCounts } from './alternative-counts.ts';
import { admittedOn } from './admitted.ts';
import { hasEnded } from './agreement/context.ts';
import { answerFor } from './answer.ts';
import { bentNotes, conditionNotes, entryNotKnown } from './clause-notes.ts';
import { ineffectiveDecisions } from './decisions.ts';
import type { Fact } from './facts.ts';
import { fold } from './fold.ts';
import type { TreatyState, WithoutEffect } from './treaty-state.ts';
import { duesAhead } from './due-dates.ts';
import { stateStillInForce } from './continuing-reading.ts';
import { factsThatCount } from './later-facts.ts';
import type { LaterFact } from './treaty-state.ts';
import { hindsightLine, hindsightNotes } from './hindsight-lines.ts';
import { labelOfTiming } from './labels.ts';
import { nonWorkingDay } from '../clauses/non-working-days.ts';
import type { Note } from './notes.ts';
import {
  inTime,
  noticeLines,
  readingView,
  withoutEffectOn,
  withoutEffectOtherwise,
  type ReadingView,
  type Views,
} from './other-readings.ts';
import { dates, decisionLine, periodAhead, protocolNotifications, questionRows, readingRows, suspensionsOn } from './page-lines.ts';
import { protocolNotes } from './protocol/notes.ts';
import { carriedOn, ourNotice, ourNoticeId, readingsOfSafeDay, safeDayOn, type CarriedOn, type SafeDay } from './safe-day.ts';
import { countedSafely, sendByOf } from './send-by.ts';
import { alternatives, conditionsWhere, liveQuestions, underEveryReading, type Answers } from './readings.ts';
import { periodsReckoned, reckoningOf, stepOf, type Line, type ReckonedPeriods, type ReckonedStep } from './reckoning.ts';
import { decisiveNotice, firstDayOut, isOver, type PeriodView, type ProtocolView, type View } from './view.ts';
import { safeWindow } from './safe-window.ts';
import { safeWayOutOn, sendByOfWayOut } from './way-out.ts';
import { RULES_VERSION } from './rules-version.ts';
import type { DateLine, LastDayForNotice, NextWayOut, StandingQuestion, Standing } from './standing-types.ts';

/**
 * Answers the question, and names each later fact without which the answer would differ. `family`: the fold of the facts on the default
 * reading.
 */
export function exactStanding(
  q: StandingQuestion,
  facts: readonly Fact[],
  spoilt: readonly WithoutEffect[],
  family = foldFor(q, facts),
): Standing {
  const { reachingBack, ...answer } = answerFrom(q, facts, spoilt, family);
  if (!reachingBack.length) return { ...answer, hindsight: [] };
  const now = { ...q, until: undefined };
  const whole = comparable(q.until ? answerFrom(now, facts, spoilt, family) : answer);
  const isDecisive = ({ fact }: LaterFact): boolean => {
    const others = facts.filter(f => f.id !== fact.id);
    return comparable(answerFrom(now, others, spoilt, foldFor(q, others))) !== whole;
  };
  const hindsight = reachingBack.filter(isDecisive).map(r => hindsightLine(r, q.agreement));
  return { ...answer, hindsight, notes: [...answer.notes, ...hindsightNotes(hindsight)] };
}

const foldFor = ({ agreement, asOf }: StandingQuestion, facts: readonly Fact[]): TreatyState =>
  fold(agreement, facts, agreement.reading, asOf);

const comparable = (answer: Omit<Answer, 'reachingBack'>): string =>
  JSON.stringify({ ...answer, reachingBack: [], readings: [], reckoning: [] });

type Answer = Omit<Standing, 'hindsight'> & { reachingBack: readonly LaterFact[] };

function answerFrom(q: StandingQuestion, facts: readonly Fact[], spoilt: readonly WithoutEffect[], family: TreatyState): Answer {
  const byDefault = readingView(family, q.asOf);
  const answers = underEveryReading(liveQuestions(q.agreement, factsThatCount(family)), q.agreement.reading, r =>
    r === q.agreement.reading ? byDefault : viewBeside(byDefault, q, facts, r),
  );
  const view = answers.each[0]!.value;
  const goesOn = stateStillInForce(q.agreement, facts, family, q.asOf);
  const course = { agreement: q.agreement, facts: family.taken, history: goesOn.history };
  const statuses = alternatives(answers, v => v.status);
  const carried = carriedOn(q.agreement, family.taken, q.asOf, family.history);
  const period = periodLine(view, answers, q.agreement, safeDayOn(carried, q.asOf));
  const { duration, termination: clause } = q.agreement.clauses;
  const told = {
    asOf: q.asOf,
    status: view.status,
    certain: statuses.length === 0,
    entryIntoForce: entryLine(view, answers, q.agreement),
    period,
    ...wayOutLine(view, answers, carried),
    ...lateNoticeLine(view, q, family),
    notices: noticeLines(answers, q.agreement),
    notice: decisiveLine(family, answers),
    termination: terminationLine(view, answers),
    ...applicationLine(view, answers),
    ...survivalLines(answers),
    protocols: view.protocols.map(p => protocolLine(p, answers, family)),
    decision: decisionLine(course, q.asOf, goesOn === family ? carried : undefined),
  };
  const suspensions = suspensionsOn(family.history, view.end?.lastDayInForce.date);
  const lines = linesOf(q, family);
  const articleOfNotice = clause?.article ?? 'VCLT art. 54';
  const reached = { told, family, periods: periodsThrough(q, family, answers), articleOfNotice, transit: q.agreement.transit };
  const reckoning = withAlternativeCounts(reckoningOf(reached, lines), answers, reached);
  return {
    agreement: q.agreement.id,
    knownOn: q.knownOn ?? null,
    reading: 'default',
    law: RULES_VERSION,
    description: q.description,
    answer: answerFor(told, duration),
    ...told,
    statusAlternatives: statuses.map(({ value, when }) => ({ status: value, when })),
    periods: view.periods.map((p, i) => periodAhead(p, i, answers)),
    readings: readingRows(answers),
    questions: questionRows(q.agreement, answers.of),
    admitted: admittedOn(family, q.asOf),
    rehearsal: q.agreement.rehearsal,
    otherEnds: view.end ? [] : endsOtherwise(answers),
    ...(suspensions.length ? { suspensions } : {}),
    dates: lines.map(line => dateLine(line, q.asOf, answers, reckoning, stepOf(line, reached))),
    reckoning,
    withoutEffect: [...spoilt, ...withoutEffectOn(answers), ...ineffectiveDecisions(course)],
    notes: [...notesOn(view, family, q.agreement, period, q.asOf), ...withoutEffectOtherwise(answers)],
    reachingBack: family.reachingBack,
  };
}

/**
 * Returns the periods under each reading, as far ahead as dates are asked for: the running period, those before it, and those until then. A
 * period that has begun by then on the default reading has begun on all.
 */
function periodsThrough({ agreement, asOf, until }: StandingQuestion, { taken }: TreatyState, answers: Views): Answers<ReckonedPeriods> {
  const reckonedOn = (reading: Reading, day: CalendarDate): ReckonedPeriods => periodsReckoned(fold(agreement, taken, reading, day));
  return until && until > asOf
    ? underEveryReading(answers.of, agreement.reading, r => reckonedOn(r, r === agreement.reading ? until : addDays(until, countsApart)))
    : { of: answers.of, each: answers.each.map(({ reading, value }) => ({ reading, value: value.reckoned })) };
}

/** If there is no date: the earliest possible day, on the reading on which it is earliest. */
function entryLine({ entry, awaiting }: View, answers: Views, { clauses }: Agreement): Standing['entryIntoForce'] {
  const each = dates(answers, v => v.entry?.date);
  if (entry) return { ...entry, notBefore: null, ...each };
  const bounds = answers.each.flatMap(({ value }) => value.notBefore ?? []);
  const notBefore = bounds.length ? earliest(...bounds) : null;
  const reason: Reason = { code: 'byAwaited', args: { awaited: awaiting!, notBefore } };
  return { date: null, notBefore, basis: clauses.entryIntoForce.article, reason, ...each };
}

/** The alternatives are for the same last day in force; readings on which another way out comes next are listed in `otherWaysOut`. */
function wayOutLine({ nextWayOut }: View, answers: Views, carried: CarriedOn): Pick<Standing, 'nextWayOut'> {
  if (!nextWayOut) return {};
  const { date, basis, reason } = nextWayOut.lastDayForNotice;
  const { lastDayInForce } = nextWayOut;
  const found = safeWayOutOn(carried, carried.from);
  const sendBy = found && sendByOfWayOut(found.to, carried.agreement);
  const isNow = found?.from === carried.from;
  const toEndThen = {
    of: answers.of,
    each: answers.each.map(({ reading, value }) => ({ reading, value: lastDayToEnd(value, lastDayInForce, reading) })),
  };
  const others = alternatives(toEndThen, last => last).map(({ value, when }) => ({ date: value, when }));
  return {
    nextWayOut: {
      lastDayForNotice: date,
      lastDayInForce,
      safe: found && isNow ? found.to : null,
      sendBy: found && isNow ? sendBy! : null,
      reopens: found && !isNow ? { from: found.from, safe: found.to, sendBy: sendBy!, lastDayInForce: found.lastDayInForce } : null,
      basis,
      reason,
      otherWaysOut: otherWaysOut(answers),
      certain: others.length === 0,
      alternatives: others,
    },
  };
}

const lastDayToEnd = ({ nextWayOut }: View, lastDayInForce: CalendarDate, reading: Reading): CalendarDate | null =>
  nextWayOut ? lastDayForNotice(lastDayInForce, nextWayOut.notice, reading) : null;

function otherWaysOut(answers: Views): NextWayOut['otherWaysOut'] {
  const ends = alternatives(answers, v => v.nextWayOut?.lastDayInForce ?? null);
  return ends.flatMap(({ value: lastDayInForce }) => {
    const isOfIt = (v: View): boolean => (v.nextWayOut?.lastDayInForce ?? null) === lastDayInForce;
    const lasts = alternatives(answers, v => (isOfIt(v) ? (v.nextWayOut?.lastDayForNotice.date ?? 'none') : null));
    return lasts
      .filter(({ value }) => value !== null)
      .map(({ value, when }) => ({ lastDayForNotice: value === 'none' ? null : value, lastDayInForce, when }));
  });
}

/** Returns the effect of a notice given after renewal is settled, where the clause allows notice at any time whatever the period. */
function lateNoticeLine({ period, end }: View, { agreement, asOf }: StandingQuestion, family: TreatyState): Pick<Standing, 'lateNotice'> {
  const { termination } = family.agreement.snapshot.context.terms;
  const isAtAnyTime = termination?.when === 'anyTime' || termination?.when === 'afterFirstPeriod';
  if (!period?.settled || end || !isAtAnyTime) return {};
  const withOurs = [...family.taken, ourNotice(agreement, asOf)];
  const answers = underEveryReading(liveQuestions(agreement, withOurs), agreement.reading, r => fold(agreement, withOurs, r, asOf));
  const ends = { of: answers.of, each: answers.each.map(({ reading, value }) => ({ reading, value: endByOurNotice(value) })) };
  const isBarred = answers.each.some(({ value }, i) => !ends.each[i]!.value && !hasEnded(value.agreement.snapshot.context));
  if (isBarred) return {}; // on some reading
  const { date: lastDayInForce, basis, reason } = ends.each[0]!.value!;
  const others = alternatives(ends, e => e?.date ?? null).map(({ value, when }) => ({ date: value, when }));
  return { lateNotice: { lastDayInForce, basis, reason, certain: others.length === 0, alternatives: others } };
}

/** Ignores any other notice running on a reading; undefined on a reading on which the agreement has ended. */
const endByOurNotice = ({ agreement }: TreatyState): Reckoning | undefined =>
  agreement.snapshot.context.notices.find(n => n.id === ourNoticeId)?.outcome.lastDayInForce;

/** Every reading has the same protocols; only their entry into force may differ. */
function protocolLine(protocol: ProtocolView, answers: Views, family: TreatyState): Standing['protocols'][number] {
  const { id, status, signed, notified, awaits, entry, notBefore } = protocol;
  const of = (v: View): ProtocolView => v.protocols.find(p => p.id === id)!;
  const statuses = [...new Set(answers.each.map(({ value }) => of(value).status))];
  const each = dates(answers, v => of(v).entry?.date);
  return {
    id,
    status,
    ...(statuses.length > 1 ? { statuses } : {}),
    signed: signed ?? null,
    notified,
    awaits,
    notifications: protocolNotifications(protocol, family),
    entryIntoForce: {
      date: entry?.date ?? null,
      notBefore: notBefore ?? null,
      basis: entry?.basis ?? null,
      reason: entry?.reason ?? null,
      ...each,
    },
  };
}

/**
 * Returns the view on another reading, for the period that the default reading shows: an alternative for the end of a period must be an end
 * of that same period.
 */
function viewBeside({ period: shown }: View, q: StandingQuestion, facts: readonly Fact[], reading: Reading): ReadingView {
  const family = fold(q.agreement, facts, reading, q.asOf);
  const view = readingView(family, q.asOf);
  const day = shown && dayOfSamePeriod(shown, view);
  if (!day) return view;
  const { period, periods, reckoned } = readingView(fold(q.agreement, family.taken, reading, day), day);
  return { ...view, period, periods, reckoned: day > q.asOf ? reckoned : view.reckoned };
}

/** Returns a day of the shown period on a reading on which the previous period still runs, or this one is already over. */
function dayOfSamePeriod(shown: PeriodView, { period: running, end }: View): CalendarDate | undefined {
  if (!running) return end && isSameEnd(end.lastDayInForce.date, shown.lastDay.date) ? end.lastDayInForce.date : undefined;
  if (running.number === shown.number - 1 && isSameEnd(running.lastDay.date, shown.firstDay)) return dayAfter(running.lastDay.date);
  if (running.number === shown.number + 1 && isSameEnd(shown.lastDay.date, running.firstDay)) return dayBefore(running.firstDay);
  return undefined;
}

/** Two counts of one end differ by a day for the end of the period, and by another for the count of days to entry into force. */
const isSameEnd = (a: CalendarDate, b: CalendarDate): boolean => Math.abs(daysBetween(a, b)) <= countsApart;
const countsApart = 2;

function periodLine({ period }: View, answers: Views, agreement: Agreement, safeDay: SafeDay | undefined): Standing['period'] {
  if (!period) return null;
  const { number, firstDay, lastDay, lastDayForNotice: last, settled, agreedRenewal } = period;
  return {
    number,
    firstDay,
    lastDay: lastDay.date,
    ...dates(answers, v => v.period?.lastDay.date),
    basis: lastDay.basis,
    reason: lastDay.reason,
    lastDayForNotice:
      last && safeDay ? { ...last, ...safeSide(safeDay, agreement), ...dates(answers, v => v.period?.lastDayForNotice?.date) } : null,
    settled,
    ...(agreedRenewal ? { agreedRenewal: renewalLine(agreedRenewal, answers) } : {}),
  };
}

type AgreedRenewal = NonNullable<NonNullable<View['period']>['agreedRenewal']>;

function renewalLine({ id, number, firstDay, lastDay: { date: lastDay, basis, reason } }: AgreedRenewal, answers: Views) {
  return { fact: id, number, firstDay, lastDay, basis, reason, ...dates(answers, v => v.period?.agreedRenewal?.lastDay.date) };
}

function safeSide(safeDay: SafeDay, { clauses, transit }: Agreement): Omit<LastDayForNotice, keyof Reckoning> {
  const { date, passed, reopens, changes } = safeDay;
  const safe = date ?? passed;
  const sendBy = (day: CalendarDate): CalendarDate => sendByOf(day, countedSafely(clauses), transit);
  return {
    safe,
    sendBy: safe && sendBy(safe),
    safeBy: { when: readingsOfSafeDay(safeDay), changes },
    reopens: reopens && { from: reopens.from, safe: reopens.to, sendBy: sendBy(reopens.to) },
  };
}

function decisiveLine(family: TreatyState, answers: Views): Standing['notice'] {
  const n = decisiveNotice(family);
  return n ? { id: n.id, by: n.by, received: n.dates.received, inTime: inTime(n.id, answers) } : null;
}

function terminationLine({ end }: View, answers: Views): Standing['termination'] {
  if (!end) return null;
  const { date, basis, reason } = end.lastDayInForce;
  const others = endsOtherwise(answers);
  return {
    cause: end.cause,
    lastDayInForce: date,
    firstDayOut: dayAfter(date),
    basis,
    reason,
    certain: others.length === 0,
    alternatives: others,
  };
}

function applicationLine({ provisionalApplication: p }: View, answers: Views): Pick<Standing, 'provisionalApplication'> {
  if (!p) return {};
  const { date: from, basis, reason, ended } = p;
  const others = dates(answers, v => v.provisionalApplication?.date);
  const by = ended ? { notice: ended.id, by: ended.by, on: ended.on } : null;
  return { provisionalApplication: { from, basis, reason, ended: by, ...others } };
}

function survivalLines(answers: Views): Pick<Standing, 'survivals'> {
  const { survivals } = answers.each[0]!.value;
  if (!survivals.length) return {};
  const lines = survivals.map(({ of, lastDay }, i) => ({
    what: of.what,
    basis: of.article,
    lastDay: lastDay?.date ?? null,
    reason: lastDay?.reason ?? whyWithoutDay(of),
    ...dates(answers, v => v.survivals[i]!.lastDay?.date),
  }));
  return { survivals: lines };
}

const whyWithoutDay = ({ length }: Survival): Reason =>
  length ? { code: 'bySurvivalLength', args: { length } } : { code: 'survivesWithoutDay', args: {} };

const endsOtherwise = (answers: Views): Standing['otherEnds'] =>
  dates(answers, firstDayOut).alternatives.map(({ date: day, when }) => ({ firstDayOut: day, when }));

function linesOf({ agreement, asOf, until }: StandingQuestion, family: TreatyState): Line[] {
  const steps = until && until > asOf ? fold(agreement, family.taken, agreement.reading, until).timeline : family.timeline;
  const pending = until
    ? []
    : [
        ...duesAhead(family).map(({ due, day, label, basis }) => ({ day, what: due.name, label, basis })),
        ...resumptionAhead(family),
        ...family.timings.filter(t => t.begins > asOf).map(t => ({ day: t.begins, what: 'protocol.changesApplied', ...labelOfTiming(t) })),
      ];
  const isUneventful = ({ what, day }: { what: string; day: CalendarDate }): boolean => what === 'lastDayForFixedDay' && day < asOf;
  return [...steps.filter(s => !isUneventful(s)), ...pending].sort((a, b) => byText(a.day, b.day));
}

/** A resumption agreed before the suspension has begun: no timer waits for it yet. */
function resumptionAhead({ agreement }: TreatyState): Line[] {
  const { today, suspendedFrom, resumesFrom } = agreement.snapshot.context;
  const isAhead = suspendedFrom && resumesFrom && suspendedFrom > today && resumesFrom > suspendedFrom;
  return isAhead
    ? [{ day: resumesFrom, what: 'resumptionBegins', label: { code: 'resumptionBegins', args: {} }, basis: 'VCLT art. 57' }]
    : [];
}

function dateLine(
  { day, what, label, basis }: Line,
  asOf: CalendarDate,
  answers: Views,
  reckoning: readonly ReckonedStep[],
  step: string,
): DateLine {
  const { certain, alternatives: others } = reckoning.find(r => r.id === step)!;
  return { date: day, what, label, basis, past: day < asOf, step, certain, alternatives: others, ...ifStillInForce(day, answers) };
}

/** For a date after a coming end: the readings on which it still falls due. */
function ifStillInForce(day: CalendarDate, answers: Views): Pick<DateLine, 'ifStillInForce'> {
  const when = conditionsWhere(answers, ({ status, end }) => isOver(status) || !end || end.lastDayInForce.date >= day);
  return when ? { ifStillInForce: when } : {};
}

function notesOn(view: View, family: TreatyState, { clauses, parties }: Agreement, line: Standing['period'], asOf: CalendarDate): Note[] {
  const { duration } = clauses;
  return [
    ...(!view.entry && view.status !== 'negotiated' ? [entryNotKnown(view, clauses)] : []),
    ...(view.entryRemark ? [{ code: 'entryRemark' as const, args: { remark: view.entryRemark } }] : []),
    ...conditionNotes(view, clauses),
    ...(duration.kind === 'indefinite' && duration.unseen && !view.end
      ? [{ code: 'notDescribed' as const, args: { article: duration.article } }]
      : []),
    ...firstPeriodPassedOver(family),
    ...closedDays(
      line,
      parties.map(p => p.id),
      asOf,
    ),
    ...view.notices.flatMap(({ id, outcome: { remarks } }): Note[] =>
      remarks ? [{ code: 'noticeRemarks', args: { notice: id, remarks } }] : [],
    ),
    ...protocolNotes(family),
    ...bentNotes(family.agreement.snapshot.context.terms),
  ];
}

/** Notes a first period that ended before entry into force: counted from an earlier day, or fixed by the text. */
function firstPeriodPassedOver({ agreement }: TreatyState): Note[] {
  const { entry, firstPeriodLastDay: last, terms } = agreement.snapshot.context;
  return entry && last && last < entry.date
    ? [{ code: 'firstPeriodOver', args: { article: terms.duration.article, lastDay: last, entryIntoForce: entry.date } }]
    : [];
}

/** Warns of days on which offices are closed. They change no date. */
function closedDays(period: Standing['period'], parties: readonly string[], asOf: CalendarDate): Note[] {
  const last = period?.lastDayForNotice;
  const window = last && safeWindow(last, asOf);
  if (!window) return [];
  const warned = (which: 'sendBy' | 'safeDay', day: CalendarDate): Note[] => {
    const closed = nonWorkingDay(day, parties);
    const isListed = closed.some(d => d.why !== 'notListed'); // days before the lists begin are past: nobody can still act on them
    return isListed && day >= asOf ? [{ code: 'officesClosed', args: { which, day, closed } }] : [];
  };
  return [...(window.sendBy === window.safe ? [] : warned('sendBy', window.sendBy)), ...warned('safeDay', window.safe)];
}
