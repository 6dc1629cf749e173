/** What a page shows beside the dates of the answer: the periods ahead, what each reading gives, and the decision that is owed. */
import type { Agreement } from '../clauses/agreement.ts';
import { daysBetween, type CalendarDate } from '../clauses/calendar.ts';
import type { Period } from '../clauses/periods.ts';
import type { Condition } from '../clauses/reading.ts';
import { decisionOwed, type DecisionOwed, type QuestionKind } from './decisions.ts';
import type { Family } from './family.ts';
import type { Views } from './other-readings.ts';
import { alternatives } from './readings.ts';
import type { Status, View } from './view.ts';

export interface Alternatives {
  certain: boolean;
  alternatives: { date: CalendarDate | null; when: Condition[] }[];
}

export type DateOnReadings = { date: CalendarDate } & Alternatives;

export interface PeriodAhead {
  number: number;
  firstDay: CalendarDate;
  lastDay: DateOnReadings;
  /** Null where no notice could prevent its renewal. */
  lastDayForNotice: DateOnReadings | null;
}

export interface ReadingRow {
  /** The choice for each question that can make a difference; empty where none can. */
  reading: Condition;
  isDefault: boolean;
  status: Status;
  lastDay: CalendarDate | null;
  lastDayForNotice: CalendarDate | null;
  lastDayInForce: CalendarDate | null;
}

export interface DecisionLine {
  question: QuestionKind;
  /** The safe day, or the last day in force; and the day by which a notice must be sent, where one is owed. */
  due: CalendarDate;
  sendBy: CalendarDate | null;
  /** To the day by which somebody must act: negative where it is past. */
  daysLeft: number;
  state: DecisionOwed['state'];
  /** Who decided, for which Party and on what authority. */
  decided: { by: string; person: string; authority: string } | null;
  owedSince: CalendarDate;
}

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

export function decisionLine(agreement: Agreement, asOf: CalendarDate, { taken, trail }: Family): DecisionLine | null {
  const owed = decisionOwed({ agreement, facts: taken, trail }, asOf);
  if (!owed) return null;
  const { question, due, sendBy, state, decision, owedSince } = owed;
  const decided = decision ? { by: decision.by, person: decision.person, authority: decision.authority } : null;
  return { question, due, sendBy, daysLeft: daysBetween(asOf, sendBy ?? due), state, decided, owedSince };
}
