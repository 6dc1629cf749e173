/** What a page shows beside the dates of the answer: the periods ahead, what each reading gives, and the decision that is owed. */
import { daysBetween, type CalendarDate } from '../clauses/calendar.ts';
import type { Period } from '../clauses/periods.ts';
import { decisionOnDay, owedOn, type DecisionCourse } from './decisions.ts';
import type { Views } from './other-readings.ts';
import { alternatives } from './readings.ts';
import type { CarriedOn } from './safe-day.ts';
import type { View } from './view.ts';
import type { Alternatives, DecisionLine, PeriodAhead, ReadingRow } from './standing-types.ts';

/** What other readings give for a date of the default one. */
export const dates = (answers: Views, pick: (v: View) => CalendarDate | undefined): Alternatives => {
  const others = alternatives(answers, v => pick(v) ?? null);
  return { certain: others.length === 0, alternatives: others.map(({ value, when }) => ({ date: value, when })) };
};

export function periodAhead({ number, firstDay, lastDay, lastDayForNotice }: Period, i: number, answers: Views): PeriodAhead {
  return {
    number,
    firstDay,
    lastDay: { date: lastDay, ...dates(answers, v => v.periods[i]?.lastDay) },
    lastDayForNotice: lastDayForNotice ? { date: lastDayForNotice, ...dates(answers, v => v.periods[i]?.lastDayForNotice) } : null,
  };
}

export const readingRows = ({ of, each }: Views): ReadingRow[] =>
  each.map(({ reading, value: { status, period, end } }, i) => ({
    reading: Object.fromEntries(of.map(q => [q, reading[q]])),
    isDefault: i === 0,
    status,
    lastDay: period?.lastDay.date ?? null,
    lastDayForNotice: period?.lastDayForNotice?.date ?? null,
    lastDayInForce: end?.lastDayInForce.date ?? null,
  }));

export function decisionLine(course: DecisionCourse, asOf: CalendarDate, carried: CarriedOn): DecisionLine | null {
  const owed = owedOn(decisionOnDay(course, asOf, carried), course, asOf);
  if (!owed) return null;
  const { question, due, sendBy, state, decision, owedSince } = owed;
  const decided = decision ? { by: decision.by, person: decision.person, authority: decision.authority } : null;
  return { question, due, sendBy, daysLeft: daysBetween(asOf, sendBy ?? due), state, decided, owedSince };
}
