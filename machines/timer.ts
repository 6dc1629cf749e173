/** What a workflow waits for, as data: an instant, and its message for users. */
import type { CalendarDate, Instant, Length } from '../clauses/calendar.ts';
import type { Statement } from '../clauses/statement.ts';
import type { QuestionKind } from './decisions.ts';
import type { Label } from './labels.ts';
import type { MissingArgs } from './protocol/awaited.ts';

/** `at` is the instant at which the new state begins in every zone. */
export interface Timer {
  name: string;
  day: CalendarDate;
  at: Instant;
  says: TimerStatement;
}

/**
 * A timer with its sentence, as recorded in a plan; `at`: when it fires, possibly a moment later. Its identity is name, instant and data,
 * never the sentence.
 */
export interface ArmedTimer extends Timer {
  /** The text in the Temporal UI: `Last day for notice: 14 Mar 2029, art. 13`. */
  summary: string;
}

export interface TimerArgs {
  dueOn: { label: Label; day: CalendarDate; basis: string };
  takesEffectOn: { label: Label; day: CalendarDate };
  holdsFrom: { label: Label; day: CalendarDate; basis: string };
  reminderOn: { day: CalendarDate; ahead: Length; question: QuestionKind; due: CalendarDate; sendBy: CalendarDate | null };
  outcomeOn: { day: CalendarDate };
  escalationOn: { day: CalendarDate };
  safeDayOn: { day: CalendarDate; article: string; sendBy: CalendarDate | null };
  safeDayWithinBounds: { day: CalendarDate; article: string };
  atEarliest: { timer: TimerStatement };
  atLatest: { timer: TimerStatement };
  onOtherReadings: { timer: TimerStatement };
  ifNoticeRevoked: { timer: TimerStatement };

  noticeSendBy: { sendBy: CalendarDate; safe: CalendarDate };
  noticeSendByNear: { day: CalendarDate; sendBy: CalendarDate };
  proofExpected: { expected: CalendarDate; isPast: boolean };
  proofStillMissing: { expected: CalendarDate; day: CalendarDate };
  examineBy: { received: CalendarDate; day: CalendarDate };
  examinationOwed: { received: CalendarDate; day: CalendarDate };

  protocolReminder: { day: CalendarDate; missing: Statement<MissingArgs> };
}

export type TimerStatement = Statement<TimerArgs>;
