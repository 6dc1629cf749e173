/** What a page shows with the dates of the answer: the periods ahead, the result of each reading, and the decision owed. */
import type { Agreement } from '../clauses/agreement.ts';
import { daysBetween, type CalendarDate } from '../clauses/calendar.ts';
import { questionsLeftOpen, questionsSettled } from '../clauses/open-questions.ts';
import type { Period } from '../clauses/periods.ts';
import { questions, type Question } from '../clauses/reading.ts';
import { decisionOnDay, owedOn, type DecisionCourse } from './decisions.ts';
import type { Views } from './other-readings.ts';
import { alternatives } from './readings.ts';
import type { CarriedOn } from './carried-on.ts';
import type { StateAt, TreatyState } from './treaty-state.ts';
import type { ProtocolView, View } from './view.ts';
import { defectOfForm } from './without-effect.ts';
import type {
  Alternatives,
  DecisionLine,
  PeriodAhead,
  ProtocolNotification,
  QuestionRow,
  ReadingRow,
  SuspensionLine,
} from './standing-types.ts';

/** Returns what other readings give for a date of the default one. */
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
    settled: of.length === 0,
    status,
    lastDay: period?.lastDay.date ?? null,
    lastDayForNotice: period?.lastDayForNotice?.date ?? null,
    lastDayInForce: end?.lastDayInForce.date ?? null,
  }));

/** `live`: the questions that matter for these facts; a protocol may raise one that the agreement does not. */
export function questionRows({ clauses }: Agreement, live: readonly Question[]): QuestionRow[] {
  const [open, settled] = [questionsLeftOpen(clauses), questionsSettled(clauses)];
  return questions
    .filter(q => open[q] || live.includes(q) || settled[q])
    .map(question => ({ question, settled: settled[question] !== undefined, basis: settled[question] ?? null }));
}

/** Returns the suspensions that take effect: not one that would resume before it begins, or begin after the agreement's end. */
export function suspensionsOn(history: readonly StateAt[], lastDayInForce: CalendarDate | undefined): SuspensionLine[] {
  const found: SuspensionLine[] = [];
  for (const { suspendedFrom: from, resumesFrom } of history.map(m => m.context)) {
    if (!from) continue;
    const line = { from, resumes: resumesFrom ?? null };
    if (found.at(-1)?.from === from) found[found.length - 1] = line;
    else found.push(line);
  }
  return found.filter(({ from, resumes }) => (!resumes || resumes > from) && (!lastDayInForce || from <= lastDayInForce));
}

/** Returns a protocol's notifications that count, in the order of the Parties. */
export function protocolNotifications(
  { id, notified, consents }: ProtocolView,
  { taken, withoutEffect }: TreatyState,
): ProtocolNotification[] {
  const own = taken
    .filter(f => f.type === 'protocol.completion.notified')
    .filter(f => f.protocol === id && !defectOfForm(f) && !withoutEffect.some(w => w.fact === f.id));
  return notified.flatMap(by => {
    const fact = own.find(f => f.by === by);
    const [counts, notBefore] = [consents.completions[by] ?? null, consents.notBefore?.[by] ?? null];
    return fact ? [{ fact: fact.id, by, received: fact.received ?? null, counts, notBefore }] : [];
  });
}

export function decisionLine(course: DecisionCourse, asOf: CalendarDate, carried: CarriedOn | undefined): DecisionLine | null {
  const owed = owedOn(decisionOnDay(course, asOf, carried), course, asOf);
  if (!owed) return null;
  const { question, due, sendBy, state, decision, owedSince } = owed;
  const decided = decision ? { by: decision.by, person: decision.person, authority: decision.authority } : null;
  return { question, due, sendBy, daysLeft: daysBetween(asOf, sendBy ?? due), state, decided, owedSince };
}
