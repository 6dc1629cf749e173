/** Checks a row's dates against each other under its own clauses. Reports the value that contradicts another; the row is skipped. */
import type { Agreement } from '../../clauses/agreement.ts';
import { dayAfter, earliest, latest } from '../../clauses/calendar.ts';
import { dateOf, isAmending, type Entry } from '../../machines/facts.ts';
import { standing } from '../../machines/standing.ts';
import type { Standing } from '../../machines/standing-types.ts';
import type { StatedEnd } from './end.ts';
import type { RowReason } from './reasons.ts';
import type { DayRange } from './days.ts';

/** Compares the entry into force and end stated in the table with what follows from its facts. */
export function contradictionsIn(
  agreement: Agreement,
  entries: readonly Entry[],
  { entry, end }: { entry: DayRange | undefined; end: StatedEnd | undefined },
): RowReason[] {
  if (!entry && !end) return [];
  const asOf = end ? dayAfter(end.lastDayInForce) : latest(entry!.notAfter, ...entries.filter(e => !isAmending(e)).map(dateOf));
  const s = standing({ agreement, description: '', entries, asOf });
  return [...(entry ? entryContradictions(entry, s) : []), ...(end ? endContradictions(end, s) : [])];
}

/** Narrows the entry into force that follows from the facts to the days stated in the table; undefined if they do not narrow it. */
export function narrowerEntry(agreement: Agreement, entries: readonly Entry[], told: DayRange): DayRange | undefined {
  const asOf = latest(told.notAfter, ...entries.filter(e => !isAmending(e)).map(dateOf));
  const follows = standing({ agreement, description: '', entries, asOf }).within?.entryIntoForce;
  if (!follows || told.notBefore > follows.notAfter || told.notAfter < follows.notBefore) return undefined;
  const both = { notBefore: latest(told.notBefore, follows.notBefore), notAfter: earliest(told.notAfter, follows.notAfter) };
  return both.notBefore > follows.notBefore || both.notAfter < follows.notAfter ? both : undefined;
}

function entryContradictions(
  { notBefore, notAfter }: DayRange,
  { entryIntoForce: { date, reason }, within, withoutEffect }: Standing,
): RowReason[] {
  const why = withoutEffect.find(w => w.fact === 'e')?.reason;
  if (why) return [{ code: 'without', column: 'entry_into_force', why }];
  const range = within?.entryIntoForce;
  if (range && range.notBefore <= notAfter && range.notAfter >= notBefore) return [];
  if (!date) return [{ code: 'without', column: 'entry_into_force', why: reason }];
  if (date >= notBefore && date <= notAfter) return [];
  return [{ code: 'otherEntry', from: notBefore, to: notAfter, date, why: reason }];
}

function endContradictions({ cause, lastDayInForce }: StatedEnd, { termination: t, status, withoutEffect }: Standing): RowReason[] {
  const without = withoutEffect.find(w => w.fact === 't' || w.fact === 'x')?.reason;
  if (without) return [{ code: 'without', column: 'end', why: without }];
  if (!t) return [{ code: 'notEnded', cause, status }];
  if (t.lastDayInForce === lastDayInForce) return [];
  const isOfOtherReading = t.alternatives.some(a => a.firstDayOut === dayAfter(lastDayInForce));
  return [{ code: 'otherEnd', told: lastDayInForce, lastDay: t.lastDayInForce, why: t.reason, isOfOtherReading }];
}
