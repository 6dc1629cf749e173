/** What changes from one answer to another: every date of the agreement and of its protocols, and what depends on them. */
import type { CalendarDate } from '../clauses/calendar.ts';
import { isRunning } from '../machines/revocable.ts';
import type { Answer } from '../wording/answer.ts';
import type { CliMessages } from '../wording/cli/en.ts';
import type { Wording } from '../wording/wording.ts';

export type MoveName =
  | 'status'
  | 'entry'
  | 'notBefore'
  | 'period'
  | 'lastDay'
  | 'renewalAgreed'
  | 'lastDayForNotice'
  | 'safeDay'
  | 'sendBy'
  | 'notice'
  | 'noticeEnd'
  | 'end'
  | 'lastDayInForce'
  | 'firstDayOut'
  | 'protocol'
  | 'protocolEntry'
  | 'protocolNotBefore'
  | 'survival'
  | 'date'
  | 'withoutEffect';

/**
 * `of`: the notice, protocol or entry that it concerns; for a listed date, its label. Values are those of the answer, dates or codes; a day
 * known only within bounds is `1998-01-01..1998-12-31`, or `1998-01-01..` if it may never come.
 */
export interface Move {
  what: MoveName;
  of: string | null;
  before: string | null;
  after: string | null;
  /** Only for a date of the timelines that is past in each of the two that has it. */
  past?: true;
}

/** One side of a move in words. `days` formats its day, or the bounds of it. */
export function sideIn(
  what: MoveName,
  value: string | null,
  { m, wording, days }: { m: CliMessages; wording: Wording; days: (value: string) => string },
): string {
  if (value === null) return m.words.none;
  switch (what) {
    case 'status':
      return m.statuses[value as keyof typeof m.statuses];
    case 'end':
      return wording.certificate.causes[value as keyof typeof wording.certificate.causes];
    case 'protocol':
      return m.phases[value as keyof typeof m.phases];
    case 'notice':
      return value === 'revoked' ? m.moves.noticeRevoked : m.moves.noticeRunning;
    case 'withoutEffect':
      return m.moves.extents[value as keyof typeof m.moves.extents];
    case 'period':
      return value;
    default:
      return days(value);
  }
}

export function movesBetween(before: Answer, after: Answer): Move[] {
  return [...named(before, after), ...listed(before, after)];
}

interface Value {
  what: MoveName;
  of: string | null;
  value: string | null;
}

function named(before: Answer, after: Answer): Move[] {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  const isSame = (one: Value, other: Value): boolean => one.what === other.what && one.of === other.of;
  const all = [...is, ...was.filter(v => !is.some(other => isSame(v, other)))];
  const valueIn = (values: readonly Value[], one: Value): string | null => values.find(v => isSame(v, one))?.value ?? null;
  return all
    .map(v => ({ what: v.what, of: v.of, before: valueIn(was, v), after: valueIn(is, v) }))
    .filter(m => m.before !== m.after && !(m.what === 'noticeEnd' && isOfDecisive(m.of, before, after)));
}

/** The end by a deciding notice is already the last day in force; it is listed only if the notice does not decide before or after. */
const isOfDecisive = (notice: string | null, ...answers: readonly Answer[]): boolean =>
  answers.every(s => s.notice?.id === notice || !s.notices.some(n => n.id === notice && isRunning(n)));

function valuesOf(s: Answer): Value[] {
  const last = s.period?.lastDayForNotice ?? s.nextWayOut;
  const value = (what: MoveName, is: string | null | undefined, of: string | null = null): Value => ({ what, of, value: is ?? null });
  return [
    value('status', s.status),
    value('entry', s.entryIntoForce.date),
    value('notBefore', s.entryIntoForce.notBefore),
    value('period', s.period && `${s.period.number}`),
    value('lastDay', s.period?.lastDay),
    value('renewalAgreed', s.period?.agreedRenewal?.lastDay),
    value('lastDayForNotice', s.period?.lastDayForNotice?.date ?? s.nextWayOut?.lastDayForNotice),
    value('safeDay', last?.safe ?? s.within?.safeDay?.date),
    value('sendBy', last?.sendBy),
    ...s.notices.map(n => value('notice', n.revoked ? 'revoked' : 'running', n.id)),
    ...s.notices.filter(isRunning).map(n => value('noticeEnd', n.lastDayInForce, n.id)),
    value('end', s.termination?.cause),
    value('lastDayInForce', s.termination?.lastDayInForce),
    value('firstDayOut', s.termination?.firstDayOut),
    ...s.protocols.flatMap(({ id, status, entryIntoForce: e }) => [
      value('protocol', status, id),
      value('protocolEntry', e.date, id),
      value('protocolNotBefore', e.notBefore, id),
    ]),
    ...(s.survivals ?? []).map(({ what, lastDay }) => value('survival', lastDay, what)),
    ...s.withoutEffect.map(w => value('withoutEffect', extentOf(w), w.fact)),
  ];
}

const extentOf = ({ onSomeDays, onSomeReadings }: Answer['withoutEffect'][number]): string =>
  onSomeDays ? 'onSomeDays' : onSomeReadings ? 'onSomeReadings' : 'always';

type DateLine = Answer['dates'][number];

/** The dates that are listed and not named above. A date that the entry itself adds or removes is not a move. */
function listed(before: Answer, after: Answer): Move[] {
  const [was, is] = [linesOf(before), linesOf(after)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key): Move[] => {
    const [from, to] = [was.get(key), is.get(key)];
    const isOfOne = !from || !to;
    if (isOfOne && (from ?? to)!.step.startsWith('fact/')) return [];
    const move: Move = { what: 'date', of: (to ?? from)!.label, before: from ? valueOf(from) : null, after: to ? valueOf(to) : null };
    if (move.before === move.after) return [];
    const isPast = [from, to].every(line => !line || line.past) && !key.startsWith('fact/');
    return [isPast ? { ...move, past: true } : move];
  });
}

const valueOf = ({ date, notAfter }: DateLine): string => (notAfter === undefined ? date : `${date}..${notAfter ?? ''}`);

/** Keyed by the step each date comes from, without the day in its id, since the day is what moves. */
function linesOf(answer: Answer): Map<string, DateLine> {
  const own = new Set(namedDates(answer));
  const isNamed = ({ what, step, date }: DateLine): boolean =>
    namedSteps.includes(step) || step.startsWith('protocol/') || (namedWhats.includes(what) && own.has(date));
  return new Map(
    answer.dates.filter(d => !isNamed(d)).map(d => [`${d.step.replace(d.date, '')} ${d.step.endsWith(d.date) ? d.label : ''}`, d]),
  );
}

const namedSteps: readonly string[] = ['entryIntoForce', 'termination'];
const namedWhats: readonly string[] = ['periodEnd', 'lastDayForNotice', 'lastDayForFixedDay', 'survivalEnd'];

const namedDates = ({ period, nextWayOut, termination, survivals }: Answer): (CalendarDate | null | undefined)[] => [
  period?.lastDay,
  period?.lastDayForNotice?.date,
  nextWayOut?.lastDayForNotice,
  termination?.lastDayInForce,
  ...(survivals ?? []).map(s => s.lastDay),
];
