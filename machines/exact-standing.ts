/** The answer with every day exact: from one fold on the default reading and one on each of the others. */
import type { Agreement } from '../clauses/agreement.ts';
import { dayAfter, earliest, inWords, lengthInWords, type CalendarDate } from '../clauses/calendar.ts';
import type { FixedDaysClause } from '../clauses/fixed-days.ts';
import type { Reading } from '../clauses/reading.ts';
import type { Reckoning } from '../clauses/reckoning.ts';
import { countedOf } from '../clauses/termination.ts';
import { admittedOn } from './admitted.ts';
import { bentNotes, conditionNotes, entryNotKnown } from './clause-notes.ts';
import { undecisive } from './decisions.ts';
import type { Fact } from './facts.ts';
import { fold } from './fold.ts';
import type { Family, WithoutEffect } from './family.ts';
import { duesAhead } from './dues.ts';
import { factsThatCount } from './reaching-back.ts';
import type { ReachingBack } from './family.ts';
import { hindsightLine, hindsightNotes } from './hindsight-lines.ts';
import { labelOfTiming } from './labels.ts';
import { nonWorkingDay } from '../clauses/non-working-days.ts';
import { nonWorkingInWords } from './non-working-days.ts';
import { inTime, noticeLines, onReading, withoutEffectOn, withoutEffectOtherwise, type OnReading, type Views } from './other-readings.ts';
import { dates, decisionLine, periodAhead, readingRows } from './page-lines.ts';
import { protocolNotes } from './protocol/notes.ts';
import { carriedOn, readingsOfSafeDay, safeDayOn, type SafeDay } from './safe-day.ts';
import { countedSafely, sendByOf } from './send-by.ts';
import { alternatives, conditionsWhere, liveQuestions, underEveryReading } from './readings.ts';
import { decisiveNotice, firstDayOut, isOver, viewOf, type ProtocolView, type View } from './view.ts';
import { safeWindow } from './safe-window.ts';
import { LAW } from './law.ts';
import type { DateLine, LastDayForNotice, Question, Standing } from './standing-types.ts';

/** A later fact is named where the answer without it would be another. `family`: the fold of the facts on the default reading. */
export function exactStanding(q: Question, facts: readonly Fact[], spoilt: readonly WithoutEffect[], family = foldFor(q, facts)): Standing {
  const { reachingBack, ...answer } = answerFrom(q, facts, spoilt, family);
  if (!reachingBack.length) return { ...answer, hindsight: [] };
  const now = { ...q, until: undefined };
  const whole = comparable(q.until ? answerFrom(now, facts, spoilt, family) : answer);
  const isDecisive = ({ fact }: ReachingBack): boolean => {
    const others = facts.filter(f => f.id !== fact.id);
    return comparable(answerFrom(now, others, spoilt, foldFor(q, others))) !== whole;
  };
  const hindsight = reachingBack.filter(isDecisive).map(r => hindsightLine(r, q.agreement));
  return { ...answer, hindsight, notes: [...answer.notes, ...hindsightNotes(hindsight)] };
}

const foldFor = ({ agreement, asOf }: Question, facts: readonly Fact[]): Family => fold(agreement, facts, agreement.reading, asOf);

const comparable = (answer: Omit<Answer, 'reachingBack'>): string => JSON.stringify({ ...answer, reachingBack: [], readings: [] });

type Answer = Omit<Standing, 'hindsight'> & { reachingBack: readonly ReachingBack[] };

function answerFrom(q: Question, facts: readonly Fact[], spoilt: readonly WithoutEffect[], family: Family): Answer {
  const byDefault = onReading(family, q.asOf);
  const answers = underEveryReading(liveQuestions(q.agreement, factsThatCount(family)), q.agreement.reading, r =>
    r === q.agreement.reading ? byDefault : viewBeside(byDefault, q, facts, r),
  );
  const view = answers.each[0]!.value;
  const course = { agreement: q.agreement, facts: family.taken, trail: family.trail };
  const statuses = alternatives(answers, v => v.status);
  const carried = carriedOn(q.agreement, family.taken, q.asOf, family.trail);
  const period = periodLine(view, answers, q.agreement, safeDayOn(carried, q.asOf));
  return {
    agreement: q.agreement.id,
    asOf: q.asOf,
    knownOn: q.knownOn ?? null,
    reading: 'default',
    law: LAW,
    description: q.description,
    status: view.status,
    certain: statuses.length === 0,
    statusAlternatives: statuses.map(({ value, when }) => ({ status: value, when })),
    entryIntoForce: entryLine(view, answers, q.agreement),
    period,
    periods: view.periods.map((p, i) => periodAhead(p, i, answers)),
    readings: readingRows(answers),
    admitted: admittedOn(family, q.asOf),
    decision: decisionLine(course, q.asOf, carried),
    rehearsal: q.agreement.rehearsal,
    ...wayOutLine(view, answers, q.agreement),
    notices: noticeLines(answers),
    notice: decisiveLine(family, answers),
    termination: terminationLine(view, answers),
    otherEnds: view.end ? [] : endsOtherwise(answers),
    ...applicationLine(view),
    ...survivalLines(answers),
    dates: dateLines(q, family, answers),
    protocols: view.protocols.map(p => protocolLine(p, answers)),
    withoutEffect: [...spoilt, ...withoutEffectOn(answers), ...undecisive(course)],
    notes: [...notesOn(view, family, q.agreement, period, q.asOf), ...withoutEffectOtherwise(answers)],
    reachingBack: family.reachingBack,
  };
}

/** Without a date the earliest day possible, on the reading on which it is earliest. */
function entryLine({ entry, awaiting }: View, answers: Views, { clauses }: Agreement): Standing['entryIntoForce'] {
  const each = dates(answers, v => v.entry?.date);
  if (entry) return { date: entry.date, notBefore: null, basis: entry.basis, how: entry.how, ...each };
  const bounds = answers.each.flatMap(({ value }) => value.notBefore ?? []);
  const notBefore = bounds.length ? earliest(...bounds) : null;
  const how = notBefore ? `not before ${inWords(notBefore)}: ${awaiting} is not known` : `${awaiting} is not known`;
  return { date: null, notBefore, basis: clauses.entryIntoForce.article, how, ...each };
}

function wayOutLine({ nextWayOut }: View, answers: Views, { clauses, transit }: Agreement): Pick<Standing, 'nextWayOut'> {
  if (!nextWayOut) return {};
  const { date, basis, how } = nextWayOut.lastDayForNotice;
  const { lastDayInForce } = nextWayOut;
  const each = answers.each.map(({ value }) => value.nextWayOut);
  const isSame = each.every(w => w?.lastDayInForce === lastDayInForce);
  const safe = isSame ? earliest(...each.map(w => w!.lastDayForNotice.date)) : null;
  const sendBy = safe && sendByOf(safe, countedOf(clauses.termination as FixedDaysClause), transit);
  const others = dates(answers, v => v.nextWayOut?.lastDayForNotice.date);
  return { nextWayOut: { lastDayForNotice: date, lastDayInForce, safe, sendBy, basis, how, ...others } };
}

/** Under each reading the same protocols: only when they enter into force may differ. */
function protocolLine(
  { id, status, signed, notified, awaits, entry, notBefore }: ProtocolView,
  answers: Views,
): Standing['protocols'][number] {
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
    entryIntoForce: { date: entry?.date ?? null, notBefore: notBefore ?? null, ...(each.certain ? {} : each) },
  };
}

/** Under another reading. On the first day of a period nothing of the period before is offered as an alternative to it. */
function viewBeside({ period }: View, { agreement, asOf }: Question, facts: readonly Fact[], reading: Reading): OnReading {
  const family = fold(agreement, facts, reading, asOf);
  const view = onReading(family, asOf);
  const isOver = period?.firstDay === asOf && view.period?.lastDay.date === asOf;
  const tomorrow = dayAfter(asOf);
  return isOver ? { ...view, period: viewOf(fold(agreement, family.taken, reading, tomorrow), tomorrow).period } : view;
}

function periodLine({ period }: View, answers: Views, agreement: Agreement, safeDay: SafeDay | undefined): Standing['period'] {
  if (!period) return null;
  const { number, firstDay, lastDay, lastDayForNotice: last, settled, agreedRenewal } = period;
  return {
    number,
    firstDay,
    lastDay: lastDay.date,
    basis: lastDay.basis,
    how: lastDay.how,
    lastDayForNotice:
      last && safeDay ? { ...last, ...safeSide(safeDay, agreement), ...dates(answers, v => v.period?.lastDayForNotice?.date) } : null,
    settled,
    ...(agreedRenewal ? { agreedRenewal: renewalLine(agreedRenewal) } : {}),
  };
}

function renewalLine({ id, number, firstDay, lastDay }: NonNullable<NonNullable<View['period']>['agreedRenewal']>) {
  return { fact: id, number, firstDay, lastDay: lastDay.date, basis: lastDay.basis, how: lastDay.how };
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

function decisiveLine(family: Family, answers: Views): Standing['notice'] {
  const n = decisiveNotice(family);
  return n ? { id: n.id, by: n.by, received: n.dates.received, inTime: inTime(n.id, answers) } : null;
}

function terminationLine({ end }: View, answers: Views): Standing['termination'] {
  if (!end) return null;
  const { date, basis, how } = end.lastDayInForce;
  const others = endsOtherwise(answers);
  return {
    cause: end.cause,
    lastDayInForce: date,
    firstDayOut: dayAfter(date),
    basis,
    how,
    certain: others.length === 0,
    alternatives: others,
  };
}

function applicationLine({ provisionalApplication: p }: View): Pick<Standing, 'provisionalApplication'> {
  if (!p) return {};
  const { date: from, basis, how, ended } = p;
  return { provisionalApplication: { from, basis, how, ended: ended ? { notice: ended.id, by: ended.by, on: ended.on } : null } };
}

function survivalLines(answers: Views): Pick<Standing, 'survivals'> {
  const { survivals } = answers.each[0]!.value;
  if (!survivals.length) return {};
  const lines = survivals.map(({ of, lastDay }, i) => ({
    what: of.what,
    basis: of.article,
    lastDay: lastDay?.date ?? null,
    how: lastDay?.how ?? (of.length ? `for ${lengthInWords(of.length)} after the end` : 'the text sets no day'),
    ...dates(answers, v => v.survivals[i]!.lastDay?.date),
  }));
  return { survivals: lines };
}

const endsOtherwise = (answers: Views): Standing['otherEnds'] =>
  dates(answers, firstDayOut).alternatives.map(({ date: day, when }) => ({ firstDayOut: day, when }));

function dateLines({ agreement, asOf, until }: Question, family: Family, answers: Views): DateLine[] {
  const steps = until && until > asOf ? fold(agreement, family.taken, agreement.reading, until).steps : family.steps;
  const pending = until
    ? []
    : [
        ...duesAhead(family).map(({ due, day, label, basis }) => ({ day, what: due.name, label, basis })),
        ...family.timings.filter(t => t.begins > asOf).map(t => ({ day: t.begins, what: 'protocol.changesApplied', ...labelOfTiming(t) })),
      ];
  const isUneventful = ({ what, day }: { what: string; day: CalendarDate }): boolean => what === 'lastDayForFixedDay' && day < asOf;
  return [...steps.filter(s => !isUneventful(s)), ...pending]
    .map(({ day, what, label, basis }) => ({ date: day, what, label, basis, past: day < asOf, ...ifStillInForce(day, answers) }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** What falls due after an end that is coming says on which readings it does. */
function ifStillInForce(day: CalendarDate, answers: Views): Pick<DateLine, 'ifStillInForce'> {
  const when = conditionsWhere(answers, ({ status, end }) => isOver(status) || !end || end.lastDayInForce.date >= day);
  return when ? { ifStillInForce: when } : {};
}

function notesOn(view: View, family: Family, { clauses, parties }: Agreement, line: Standing['period'], asOf: CalendarDate): string[] {
  return [
    ...(!view.entry && view.status !== 'negotiated' ? [entryNotKnown(view, clauses)] : []),
    ...(view.entryRemark ? [`Entry into force: ${view.entryRemark}.`] : []),
    ...conditionNotes(view, clauses),
    ...(clauses.duration.kind === 'indefinite' && clauses.duration.unseen && !view.end
      ? [
          `The text is not described (${clauses.duration.article}): how long it is concluded for is not known here, so that no period, no last day for notice and no safe day is reckoned, and none is denied. Describe it and take it into use: npx servanda agreement redescribe FILE --reason "…".`,
        ]
      : []),
    ...firstPeriodPassedOver(family),
    ...closedDays(
      line,
      parties.map(p => p.id),
      asOf,
    ),
    ...view.notices.flatMap(n => (n.outcome.remark ? [`Notice ${n.id}: ${n.outcome.remark}.`] : [])),
    ...protocolNotes(family),
    ...bentNotes(family.agreement.snapshot.context.terms),
  ];
}

/** Where periods are counted from a day before entry into force, or the text fixes the day on which the first ends. */
function firstPeriodPassedOver({ agreement }: Family): string[] {
  const { entry, firstPeriodLastDay: last, terms } = agreement.snapshot.context;
  return entry && last && last < entry.date
    ? [`By ${terms.duration.article} the first period was over on ${inWords(last)}, before entry into force on ${inWords(entry.date)}.`]
    : [];
}

/** Days on which offices are closed change no date: they are warned of. */
function closedDays(period: Standing['period'], parties: readonly string[], asOf: CalendarDate): string[] {
  const last = period?.lastDayForNotice;
  const window = last && safeWindow(last, asOf);
  if (!window) return [];
  const warned = (label: string, day: CalendarDate, advice: string): string[] => {
    const isListed = nonWorkingDay(day, parties).some(d => d.why !== 'notListed'); // before the lists begin, nobody acts any more
    const why = isListed && day >= asOf ? nonWorkingInWords(day, parties) : undefined;
    return why ? [`The ${label}, ${inWords(day)}, is ${why}. It does not move: ${advice}.`] : [];
  };
  return [
    ...(window.sendBy === window.safe ? [] : warned('send-by day', window.sendBy, 'send the notice before')),
    ...warned('safe day', window.safe, 'see that a notice is received before'),
  ];
}
