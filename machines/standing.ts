/** The answer: where an agreement stands on a day, as known on a day, under the default reading and under all the others. */
import type { Agreement } from '../clauses/agreement.ts';
import { byText, dayAfter, earliest, type CalendarDate } from '../clauses/calendar.ts';
import type { FixedDaysClause } from '../clauses/fixed-days.ts';
import type { Condition, Reading } from '../clauses/reading.ts';
import type { Reason } from '../clauses/reason.ts';
import type { Reckoning } from '../clauses/reckoning.ts';
import type { Survival } from '../clauses/survivals.ts';
import { countedOf } from '../clauses/termination.ts';
import { admittedOn, type Admitted } from './admitted.ts';
import { answerFor, type AnswerStatement } from './answer.ts';
import { bentNotes, conditionNotes, entryNotKnown } from './clause-notes.ts';
import { undecisive } from './decisions.ts';
import { earlyYearsIn, earlyYearsOf } from './early-years.ts';
import type { Fact } from './facts.ts';
import { fold } from './fold.ts';
import type { Family, WithoutEffect } from './family.ts';
import { duesAhead } from './dues.ts';
import { factsThatCount } from './reaching-back.ts';
import type { ReachingBack } from './family.ts';
import { hindsightLine, hindsightNotes, type HindsightLine } from './hindsight-lines.ts';
import { labelOfTiming, type Label } from './labels.ts';
import type { Note } from './notes.ts';
import { factsKnown, type Dossier } from './ledger.ts';
import { nonWorkingDay } from '../clauses/non-working-days.ts';
import {
  inTime,
  noticeLines,
  onReading,
  withoutEffectOn,
  withoutEffectOtherwise,
  type InTime,
  type NoticeLine,
  type OnReading,
  type Views,
} from './other-readings.ts';
import {
  dates,
  decisionLine,
  periodAhead,
  readingRows,
  type Alternatives,
  type DecisionLine,
  type PeriodAhead,
  type ReadingRow,
} from './page-lines.ts';
import { protocolNotes } from './protocol/notes.ts';
import { revocable } from './revocable.ts';
import { carriedOn, type SafeDay } from './safe-day.ts';
import { safeWindow, type SafeWindow } from './safe-window.ts';
import { countedSafely, sendByOf } from './send-by.ts';
import { alternatives, conditionsWhere, liveQuestions, underEveryReading, type Answers } from './readings.ts';
import { periodsReckoned, reckoningOf, stepOf, type Line, type ReckonedPeriods, type ReckonedStep } from './reckoning.ts';
import { standingWithin, type Within } from './within/standing.ts';
import { decisiveNotice, firstDayOut, isOver, viewOf, type EndCause, type ProtocolView, type Status, type View } from './view.ts';
import type { ProtocolPhase } from './without-effect.ts';

/** The version of the law's code: raised when any date comes out differently than before. */
export const LAW = '1';

/** An agreement on a day, as known on a day. */
export interface Question extends Dossier {
  asOf: CalendarDate;
  knownOn?: CalendarDate | undefined;
  /** List what falls due through this day; without it, what is pending now. */
  until?: CalendarDate | undefined;
}

export interface DateLine extends Alternatives {
  /** The id of the step by which it was reached (`reckoning`). */
  step: string;
  /** The earliest day possible, where it is known only within bounds. */
  date: CalendarDate;
  what: string;
  label: Label;
  basis: string;
  past: boolean;
  /** It comes only if the agreement is still in force then, after an end that is coming: on which readings it is; on none unless that end is revoked. */
  ifStillInForce?: readonly Condition[];
  /** The latest day possible, where that is another; null where on some possible days it is not reached. */
  notAfter?: CalendarDate | null;
}

export type SurvivalLine = { what: string; basis: string; lastDay: CalendarDate | null; reason: Reason } & Alternatives;

export interface NextWayOut {
  lastDayForNotice: CalendarDate;
  lastDayInForce: CalendarDate;
  /** Received by then, a notice ends it on that day on every reading; null where on one of them that is over. */
  safe: CalendarDate | null;
  sendBy: CalendarDate | null;
  basis: string;
  reason: Reason;
}

export interface LastDayForNotice {
  date: CalendarDate;
  /** The safe day; where it is before the day asked about, the one that passed; null where no notice has been effective yet. */
  safe: CalendarDate | null;
  sendBy: CalendarDate | null;
  /** The readings, and the changes ahead, that make the safe day as early as it is. */
  safeBy: { when: Condition[]; changes: SafeDay['changes'] };
  /** Where a notice is not effective now, but will be before the period ends, once it may be given or by a known change: on which days. */
  reopens: SafeWindow | null;
  basis: string;
  reason: Reason;
}

export interface Standing {
  agreement: string;
  asOf: CalendarDate;
  knownOn: CalendarDate | null;
  reading: 'default';
  law: string;
  description: string;
  /** Where it stands, in one sentence. */
  answer: AnswerStatement;
  status: Status;
  certain: boolean;
  statusAlternatives: { status: string; when: Condition[] }[];
  entryIntoForce: {
    date: CalendarDate | null;
    notBefore: CalendarDate | null;
    /** Only where it is known but within bounds. */
    notAfter?: CalendarDate;
    basis: string;
    reason: Reason;
  } & Alternatives;
  period: {
    number: number;
    firstDay: CalendarDate;
    lastDay: CalendarDate;
    basis: string;
    reason: Reason;
    /** Null where no notice could prevent a renewal, or none comes. */
    lastDayForNotice: (LastDayForNotice & Alternatives) | null;
    settled: boolean;
    /** The next period, where the Parties have agreed on it: for how long. */
    agreedRenewal?: { fact: string; number: number; firstDay: CalendarDate; lastDay: CalendarDate; basis: string; reason: Reason };
  } | null;
  /** The running period and the two after it, as far as the agreement is renewed until then; none where its days are not exactly known. */
  periods: PeriodAhead[];
  /** What each reading that can make a difference here gives, the default first. */
  readings: ReadingRow[];
  /** What the machine would take on this day, and what not, and why; none where its days are not exactly known. */
  admitted: Admitted[];
  /** What is to be decided about the running period; null where nothing is. */
  decision: DecisionLine | null;
  /** Its facts are invented. */
  rehearsal: boolean;
  /** Where a notice ends it only on fixed days: the next of these, and its last day for notice. Silence renews nothing. */
  nextWayOut?: NextWayOut & Alternatives;
  notices: NoticeLine[];
  notice: { id: string; by: string; received: CalendarDate; inTime: InTime } | null;
  termination:
    | ({ cause: EndCause; lastDayInForce: CalendarDate; firstDayOut: CalendarDate; basis: string; reason: Reason; certain: boolean } & {
        alternatives: { firstDayOut: CalendarDate | null; when: Condition[] }[];
      })
    | null;
  /** Where the default reading knows no end and another does: never hidden. */
  otherEnds: { firstDayOut: CalendarDate | null; when: Condition[] }[];
  /** Only where a clause provides for it: from when it is applied before it is in force, and whose notice ended that. */
  provisionalApplication?: {
    from: CalendarDate;
    basis: string;
    reason: Reason;
    ended: { notice: string; by: string; on: CalendarDate } | null;
  };
  /** Only where a clause provides for it: what survives the end, and to when; null where no day is set, or no end is known. */
  survivals?: SurvivalLine[];
  dates: DateLine[];
  /** The steps by which each date was reached. */
  reckoning: ReckonedStep[];
  protocols: {
    id: string;
    status: ProtocolPhase;
    /** Every status that is possible, where it depends on a day that is known only within bounds. */
    statuses?: ProtocolPhase[];
    signed: CalendarDate | null;
    /** The Parties that have notified its completion, and those whose notification it awaits. */
    notified: readonly string[];
    awaits: readonly string[];
    /** The alternatives, where other readings give another date. */
    entryIntoForce: {
      date: CalendarDate | null;
      notBefore: CalendarDate | null;
      basis: string | null;
      reason: Reason | null;
    } & Alternatives;
  }[];
  withoutEffect: WithoutEffect[];
  /** Facts dated after the day that changed the answer for it: what was believed then is asked with `knownOn`. */
  hindsight: HindsightLine[];
  /** What an officer should know besides: weekends, ignored dates, overlapping protocols, what is not known. */
  notes: Note[];
  /** Only where a day is known but within bounds: the answers as ranges. What they do not share is null above. */
  within?: Within;
}

export function standing(q: Question): Standing {
  const { facts, spoilt, possible } = factsKnown(q.entries, q.knownOn, q.agreement.clauses);
  const s = possible ? standingWithin(q, possible, (at, pinned) => exactly(at, pinned, spoilt)) : exactly(q, facts, spoilt);
  const notices = s.notices.map(n => ({ ...n, revocableUntil: isRevocable(n, s) ? { ...revocable(s, n), basis: 'VCLT art. 68' } : null }));
  return { ...s, notices, notes: [...earlyYearsOf(q.agreement), ...earlyYearsIn(facts), ...s.notes] };
}

const isRevocable = ({ revoked, replacedBy, lastDayInForce }: NoticeLine, { asOf }: Standing): boolean =>
  !revoked && !replacedBy && lastDayInForce >= asOf;

/** With every day exact. A later fact is named where the answer without it would be another. */
function exactly(q: Question, facts: readonly Fact[], spoilt: readonly WithoutEffect[]): Standing {
  const { reachingBack, ...answer } = answerFrom(q, facts, spoilt);
  if (!reachingBack.length) return { ...answer, hindsight: [] };
  const today = (some: readonly Fact[]): string =>
    JSON.stringify({ ...answerFrom({ ...q, until: undefined }, some, spoilt), reachingBack: [], readings: [], reckoning: [] });
  const whole = today(facts);
  const hindsight = reachingBack.filter(r => today(facts.filter(f => f !== r.fact)) !== whole).map(r => hindsightLine(r, q.agreement));
  return { ...answer, hindsight, notes: [...answer.notes, ...hindsightNotes(hindsight)] };
}

type Answer = Omit<Standing, 'hindsight'> & { reachingBack: readonly ReachingBack[] };

function answerFrom(q: Question, facts: readonly Fact[], spoilt: readonly WithoutEffect[]): Answer {
  const family = fold(q.agreement, facts, q.agreement.reading, q.asOf);
  const byDefault = onReading(family, q.asOf);
  const answers = underEveryReading(liveQuestions(q.agreement, factsThatCount(family)), q.agreement.reading, r =>
    r === q.agreement.reading ? byDefault : viewBeside(byDefault, q, facts, r),
  );
  const view = answers.each[0]!.value;
  const statuses = alternatives(answers, v => v.status);
  const period = periodLine(view, answers, q.agreement, carriedOn(q.agreement, family.taken, q.asOf, family.trail).safeDay(q.asOf));
  const { duration, termination: clause } = q.agreement.clauses;
  const told = {
    asOf: q.asOf,
    status: view.status,
    certain: statuses.length === 0,
    entryIntoForce: entryLine(view, answers, q.agreement),
    period,
    ...wayOutLine(view, answers, q.agreement),
    notices: noticeLines(answers),
    notice: decisiveLine(family, answers),
    termination: terminationLine(view, answers),
    ...applicationLine(view),
    ...survivalLines(answers),
    protocols: view.protocols.map(p => protocolLine(p, answers)),
  };
  const lines = linesOf(q, family);
  const articleOfNotice = clause?.article ?? 'VCLT art. 54';
  const reached = { told, family, periods: periodsThrough(q, family, answers), articleOfNotice, transit: q.agreement.transit };
  const reckoning = reckoningOf(reached, lines);
  return {
    agreement: q.agreement.id,
    knownOn: q.knownOn ?? null,
    reading: 'default',
    law: LAW,
    description: q.description,
    answer: answerFor(told, duration),
    ...told,
    statusAlternatives: statuses.map(({ value, when }) => ({ status: value, when })),
    periods: view.periods.map((p, i) => periodAhead(p, i, answers)),
    readings: readingRows(answers),
    admitted: admittedOn(family, q.asOf),
    decision: decisionLine(q.agreement, q.asOf, family),
    rehearsal: q.agreement.rehearsal,
    otherEnds: view.end ? [] : endsOtherwise(answers),
    dates: lines.map(line => dateLine(line, q.asOf, answers, reckoning, stepOf(line, reached))),
    reckoning,
    withoutEffect: [
      ...spoilt,
      ...withoutEffectOn(answers),
      ...undecisive({ agreement: q.agreement, facts: family.taken, trail: family.trail }),
    ],
    notes: [...notesOn(view, family, q.agreement, period, q.asOf), ...withoutEffectOtherwise(answers)],
    reachingBack: family.reachingBack,
  };
}

/** As far as dates are asked for: the periods under each reading, of the running one and those before it, and of those until then. */
function periodsThrough({ agreement, asOf, until }: Question, { taken }: Family, answers: Views): Answers<ReckonedPeriods> {
  return until && until > asOf
    ? underEveryReading(answers.of, agreement.reading, reading => periodsReckoned(fold(agreement, taken, reading, until)))
    : { of: answers.of, each: answers.each.map(({ reading, value }) => ({ reading, value: value.reckoned })) };
}

/** Without a date the earliest day possible, on the reading on which it is earliest. */
function entryLine({ entry, awaiting }: View, answers: Views, { clauses }: Agreement): Standing['entryIntoForce'] {
  const each = dates(answers, v => v.entry?.date);
  if (entry) return { ...entry, notBefore: null, ...each };
  const bounds = answers.each.flatMap(({ value }) => value.notBefore ?? []);
  const notBefore = bounds.length ? earliest(...bounds) : null;
  const reason: Reason = { code: 'byAwaited', args: { awaited: awaiting!, notBefore } };
  return { date: null, notBefore, basis: clauses.entryIntoForce.article, reason, ...each };
}

function wayOutLine({ nextWayOut }: View, answers: Views, { clauses, transit }: Agreement): Pick<Standing, 'nextWayOut'> {
  if (!nextWayOut) return {};
  const { date, basis, reason } = nextWayOut.lastDayForNotice;
  const { lastDayInForce } = nextWayOut;
  const each = answers.each.map(({ value }) => value.nextWayOut);
  const isSame = each.every(w => w?.lastDayInForce === lastDayInForce);
  const safe = isSame ? earliest(...each.map(w => w!.lastDayForNotice.date)) : null;
  const sendBy = safe && sendByOf(safe, countedOf(clauses.termination as FixedDaysClause), transit);
  const others = dates(answers, v => v.nextWayOut?.lastDayForNotice.date);
  return { nextWayOut: { lastDayForNotice: date, lastDayInForce, safe, sendBy, basis, reason, ...others } };
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
    entryIntoForce: {
      date: entry?.date ?? null,
      notBefore: notBefore ?? null,
      basis: entry?.basis ?? null,
      reason: entry?.reason ?? null,
      ...each,
    },
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
    reason: lastDay.reason,
    lastDayForNotice:
      last && safeDay ? { ...last, ...safeSide(safeDay, agreement), ...dates(answers, v => v.period?.lastDayForNotice?.date) } : null,
    settled,
    ...(agreedRenewal ? { agreedRenewal: renewalLine(agreedRenewal) } : {}),
  };
}

function renewalLine({ id, number, firstDay, lastDay }: NonNullable<NonNullable<View['period']>['agreedRenewal']>) {
  return { fact: id, number, firstDay, lastDay: lastDay.date, basis: lastDay.basis, reason: lastDay.reason };
}

function safeSide(
  { date, passed, reopens, when, changes }: SafeDay,
  { clauses, transit }: Agreement,
): Omit<LastDayForNotice, keyof Reckoning> {
  const safe = date ?? passed;
  const sendBy = (day: CalendarDate): CalendarDate => sendByOf(day, countedSafely(clauses), transit);
  return {
    safe,
    sendBy: safe && sendBy(safe),
    safeBy: { when, changes },
    reopens: reopens && { from: reopens.from, safe: reopens.to, sendBy: sendBy(reopens.to) },
  };
}

function decisiveLine(family: Family, answers: Views): Standing['notice'] {
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

function applicationLine({ provisionalApplication: p }: View): Pick<Standing, 'provisionalApplication'> {
  if (!p) return {};
  const { date: from, basis, reason, ended } = p;
  return { provisionalApplication: { from, basis, reason, ended: ended ? { notice: ended.id, by: ended.by, on: ended.on } : null } };
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

function linesOf({ agreement, asOf, until }: Question, family: Family): Line[] {
  const steps = until && until > asOf ? fold(agreement, family.taken, agreement.reading, until).steps : family.steps;
  const pending = until
    ? []
    : [
        ...duesAhead(family).map(({ due, day, label, basis }) => ({ day, what: due.name, label, basis })),
        ...family.timings.filter(t => t.begins > asOf).map(t => ({ day: t.begins, what: 'protocol.changesApplied', ...labelOfTiming(t) })),
      ];
  const isUneventful = ({ what, day }: { what: string; day: CalendarDate }): boolean => what === 'lastDayForFixedDay' && day < asOf;
  return [...steps.filter(s => !isUneventful(s)), ...pending].sort((a, b) => byText(a.day, b.day));
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

/** What falls due after an end that is coming says on which readings it does. */
function ifStillInForce(day: CalendarDate, answers: Views): Pick<DateLine, 'ifStillInForce'> {
  const when = conditionsWhere(answers, ({ status, end }) => isOver(status) || !end || end.lastDayInForce.date >= day);
  return when ? { ifStillInForce: when } : {};
}

function notesOn(view: View, family: Family, { clauses, parties }: Agreement, line: Standing['period'], asOf: CalendarDate): Note[] {
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

/** Where periods are counted from a day before entry into force, or the text fixes the day on which the first ends. */
function firstPeriodPassedOver({ agreement }: Family): Note[] {
  const { entry, firstPeriodLastDay: last, terms } = agreement.snapshot.context;
  return entry && last && last < entry.date
    ? [{ code: 'firstPeriodOver', args: { article: terms.duration.article, lastDay: last, entryIntoForce: entry.date } }]
    : [];
}

/** Days on which offices are closed change no date: they are warned of. */
function closedDays(period: Standing['period'], parties: readonly string[], asOf: CalendarDate): Note[] {
  const last = period?.lastDayForNotice;
  const window = last && safeWindow(last, asOf);
  if (!window) return [];
  const warned = (which: 'sendBy' | 'safeDay', day: CalendarDate): Note[] => {
    const closed = nonWorkingDay(day, parties);
    const isListed = closed.some(d => d.why !== 'notListed'); // before the lists begin, nobody acts any more
    return isListed && day >= asOf ? [{ code: 'officesClosed', args: { which, day, closed } }] : [];
  };
  return [...(window.sendBy === window.safe ? [] : warned('sendBy', window.sendBy)), ...warned('safeDay', window.safe)];
}
