/** The readings on which an agreement ends on another day than on its own, or not at all: nobody may miss a day for choosing a reading. */
import { byText, type CalendarDate } from '../clauses/calendar.ts';
import type { Question, Reading } from '../clauses/reading.ts';
import type { Dossier } from '../machines/ledger.ts';
import { conditionsWhere } from '../machines/readings.ts';
import type { ReadingRow } from '../machines/standing-types.ts';
import { isOver } from '../machines/view.ts';
import type { Answer } from '../wording/answer.ts';
import type { Deadline } from './deadline.ts';
import { standingOn } from './dossier.ts';
import type { Known } from './known.ts';

const onReading = (source: Dossier, { reading }: ReadingRow): Dossier => {
  const { agreement } = source;
  return { ...source, agreement: { ...agreement, reading: { ...agreement.reading, ...reading } } };
};

/**
 * The ends ahead on all readings, the earliest first: the standing on a reading that gives the day, with the others as alternatives.
 * `sooner`: an earlier standing, whose own ends are left out.
 */
export function* endsAhead(source: Dossier, s: Answer, sooner: Answer): Generator<Answer, undefined> {
  // without readings, a day is known only within bounds
  if (!s.readings.length && s.termination && s.termination.lastDayInForce >= s.asOf) yield s;
  const isKnown = (day: CalendarDate): boolean => s !== sooner && sooner.readings.some(r => r.lastDayInForce === day);
  const ahead = s.readings.filter(({ lastDayInForce: day }) => day && day >= s.asOf && !isKnown(day));
  const first = ahead.filter((r, i) => ahead.findIndex(o => o.lastDayInForce === r.lastDayInForce) === i);
  for (const row of first.sort((a, b) => byText(a.lastDayInForce!, b.lastDayInForce!)))
    yield row.isDefault ? s : standingOn(onReading(source, row), { asOf: s.asOf });
  return undefined;
}

/**
 * The dossier on a reading on which the agreement goes on until silence renews it or it expires, if on its own reading it is over, or a
 * notice or the Parties end it: a Party that may still be bound must still act.
 */
export function goingOn(source: Dossier, { standing, owed, missed }: Known): { source: Dossier; standing: Answer } {
  const { termination: end, status, readings, asOf } = standing;
  if (!end || (isLapse(end) && !isOver(status))) return { source, standing };
  const inForce = readings.filter(r => !isOver(r.status));
  const until = owed?.question === 'expiry' ? owed.due : (owed ?? missed)?.lastDay;
  const row = inForce.find(r => r.lastDayInForce === null) ?? inForce.find(r => until && r.lastDayInForce! >= until);
  if (!row) return { source, standing };
  const other = onReading(source, row);
  return { source: other, standing: standingOn(other, { asOf }) };
}

const isLapse = ({ cause }: NonNullable<Answer['termination']>): boolean => cause === 'expiry' || cause === 'supersession';

/** Marks a day that falls due only on the readings on which the agreement is still in force then, as far as is known now. */
export function ifInForce(deadline: Deadline, { readings, status }: Answer): Deadline {
  const of = Object.keys(readings[0]?.reading ?? {}) as Question[];
  const each = readings.map(row => ({ reading: row.reading as Reading, value: row }));
  const onlyIf = conditionsWhere({ of, each }, row => isInForceOn(row, deadline.date));
  return onlyIf ? { ...deadline, status, certain: false, onlyIf } : deadline;
}

/** Whether it is in force on a day, as far as is known now. */
export const isInForceOn = ({ status, lastDayInForce: last }: ReadingRow, day: CalendarDate): boolean =>
  !isOver(status) && (last === null || last >= day);
