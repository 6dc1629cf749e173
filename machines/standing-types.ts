/** The answer as data: everything a page needs about an agreement's standing on a day. */
import type { Bounds } from '../clauses/bounds.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Condition, Question } from '../clauses/reading.ts';
import type { Reason } from '../clauses/reason.ts';
import type { Admitted } from './admitted.ts';
import type { AnswerStatement } from './answer.ts';
import type { OpenDecision, QuestionKind } from './decisions.ts';
import type { WithoutEffect } from './treaty-state.ts';
import type { HindsightLine } from './hindsight-lines.ts';
import type { Label } from './labels.ts';
import type { Dossier } from './ledger.ts';
import type { Note } from './notes.ts';
import type { ReckonedStep } from './reckoning.ts';
import type { SafeDay } from './safe-day-of-readings.ts';
import type { EndCause, Status } from './view.ts';
import type { Unsure } from './date-ranges/bounded.ts';
import type { ProtocolPhase } from './without-effect.ts';

/** An agreement on a day, as known on a day. */
export interface StandingQuestion extends Dossier {
  asOf: CalendarDate;
  knownOn?: CalendarDate | undefined;
  /** List what falls due through this day; without it, what is pending now. */
  until?: CalendarDate | undefined;
}

export interface DateLine extends Alternatives {
  /** The id of the step that leads to it (`reckoning`). */
  step: string;
  /** The earliest possible day, if known only within bounds. */
  date: CalendarDate;
  what: string;
  label: Label;
  basis: string;
  past: boolean;
  /**
   * Set if the date follows a coming end: the readings on which the agreement is still in force then; empty if on none, unless that end is
   * revoked.
   */
  ifStillInForce?: readonly Condition[];
  /** The latest possible day, if different; null if the date is not reached on some possible days. */
  notAfter?: CalendarDate | null;
}

export type SurvivalLine = { what: string; basis: string; lastDay: CalendarDate | null; reason: Reason } & Alternatives;

export interface SuspensionLine {
  from: CalendarDate;
  resumes: CalendarDate | null;
}

export interface NextWayOut {
  lastDayForNotice: CalendarDate;
  lastDayInForce: CalendarDate;
  /** A notice received by then ends the agreement on that day on every reading; null if it does not on one of them. */
  safe: CalendarDate | null;
  sendBy: CalendarDate | null;
  /** If `safe` is null: when the readings agree again, on which last day in force, and by when. */
  reopens: (SafeWindow & { lastDayInForce: CalendarDate }) | null;
  /** Readings with a different next way out, each with its own last day for notice; null if they have none. */
  otherWaysOut: { lastDayForNotice: CalendarDate | null; lastDayInForce: CalendarDate | null; when: Condition[] }[];
  basis: string;
  reason: Reason;
}

/** The end caused by a notice received on the day asked about, though too late to prevent the renewal. */
export type LateNotice = { lastDayInForce: CalendarDate; basis: string; reason: Reason } & Alternatives;

export interface LastDayForNotice {
  date: CalendarDate;
  /** The safe day; if it precedes the day asked about, the one that passed; null if no notice has been effective yet. */
  safe: CalendarDate | null;
  sendBy: CalendarDate | null;
  /** The readings, and the future changes, that make the safe day this early. */
  safeBy: { when: Condition[]; changes: SafeDay['changes'] };
  /**
   * The days before the period's end on which a notice will be effective, if it is not now: once it may be given, or after a known change.
   */
  reopens: SafeWindow | null;
  basis: string;
  reason: Reason;
}

/** The first day on which a notice is effective, the safe day and the send-by day. */
export interface SafeWindow {
  from: CalendarDate;
  safe: CalendarDate;
  sendBy: CalendarDate;
}

export interface Standing {
  agreement: string;
  asOf: CalendarDate;
  knownOn: CalendarDate | null;
  reading: 'default';
  law: string;
  description: string;
  /** The standing in one sentence. */
  answer: AnswerStatement;
  status: Status;
  certain: boolean;
  statusAlternatives: { status: string; when: Condition[] }[];
  entryIntoForce: {
    date: CalendarDate | null;
    notBefore: CalendarDate | null;
    /** Set only if the date is known within bounds. */
    notAfter?: CalendarDate;
    basis: string;
    reason: Reason;
  } & Alternatives;
  period: {
    number: number;
    firstDay: CalendarDate;
    /** Other readings' results are in `alternatives`. */
    lastDay: CalendarDate;
    certain: boolean;
    alternatives: Alternatives['alternatives'];
    basis: string;
    reason: Reason;
    /** Null if no notice could prevent a renewal, or there is none to prevent. */
    lastDayForNotice: (LastDayForNotice & Alternatives) | null;
    settled: boolean;
    /** The next period, if the Parties have agreed on it. */
    agreedRenewal?: {
      fact: string;
      number: number;
      firstDay: CalendarDate;
      lastDay: CalendarDate;
      basis: string;
      reason: Reason;
    } & Alternatives;
  } | null;
  /** The running period and the next two, as far as the agreement is renewed; empty if its days are not exactly known. */
  periods: PeriodAhead[];
  /** The result of each reading that can make a difference here, the default first. */
  readings: ReadingRow[];
  /** The questions its clauses raise, with those the text settles and the article that does. */
  questions: QuestionRow[];
  /** What the machine accepts and rejects on this day, with reasons; empty if its days are not exactly known. */
  admitted: Admitted[];
  /** The decision owed about the running period; null if there is none. */
  decision: DecisionLine | null;
  /** Its facts are invented. */
  rehearsal: boolean;
  /** If notices end it only on fixed days: the next such day and its last day for notice, with other readings' results for the same day. */
  nextWayOut?: NextWayOut & Alternatives;
  /** Set only while the clause bars giving a notice: the first day on which one may be given. */
  noticeFrom?: { basis: string } & DateOnReadings;
  /** Set only if the last day for notice is past and a notice may still end the agreement at any time. */
  lateNotice?: LateNotice;
  /**
   * Set only if it is too late to prevent the running period's renewal, and a notice against the next one must be sent before that renewal:
   * the days on which it must be received, and by when it must be sent.
   */
  ahead?: SafeWindow;
  notices: NoticeLine[];
  notice: { id: string; by: string; received: CalendarDate; inTime: InTime } | null;
  termination:
    | ({ cause: EndCause; lastDayInForce: CalendarDate; firstDayOut: CalendarDate; basis: string; reason: Reason; certain: boolean } & {
        alternatives: { firstDayOut: CalendarDate | null; when: Condition[] }[];
      })
    | null;
  /** Set if the default reading has no end and another does: never hidden. */
  otherEnds: { firstDayOut: CalendarDate | null; when: Condition[] }[];
  /** Set only if a clause provides for it: when provisional application begins, and whose notice ended it. */
  provisionalApplication?: {
    from: CalendarDate;
    basis: string;
    reason: Reason;
    ended: { notice: string; by: string; on: CalendarDate } | null;
  } & Alternatives;
  /** Set only if a clause provides for it: what survives the end, and until when; null if no day is set or no end is known. */
  survivals?: SurvivalLine[];
  /** Set only if the Parties agreed to suspend the agreement: from which day and, if known, on which day it resumes (VCLT art. 57). */
  suspensions?: SuspensionLine[];
  dates: DateLine[];
  /** The steps that lead to each date. */
  reckoning: ReckonedStep[];
  protocols: {
    id: string;
    status: ProtocolPhase;
    /** Every possible status, if it depends on a day known only within bounds. */
    statuses?: ProtocolPhase[];
    signed: CalendarDate | null;
    /** The Parties that have notified its completion, and those still awaited. */
    notified: readonly string[];
    awaits: readonly string[];
    /** The notifications that count, each with its days. */
    notifications: ProtocolNotification[];
    /** The alternatives give the dates of other readings. */
    entryIntoForce: {
      date: CalendarDate | null;
      notBefore: CalendarDate | null;
      basis: string | null;
      reason: Reason | null;
    } & Alternatives;
  }[];
  withoutEffect: WithoutEffect[];
  /** Later facts that changed the answer for the day; ask with `knownOn` for what was believed then. */
  hindsight: HindsightLine[];
  /** Notes for the officer: weekends, ignored dates, overlapping protocols, what is not known. */
  notes: Note[];
  /** Set only if a day is known within bounds: the answers as ranges. Fields above on which they differ are null. */
  within?: Within;
}

export type InTime = 'yes' | 'no' | 'disputed';

/** A notice, with other readings' last days in force unless it was revoked or replaced; a null date means it has no effect. */
export interface NoticeLine extends Alternatives {
  id: string;
  by: string;
  received: CalendarDate;
  inTime: InTime;
  /** Received in the last period: there was no renewal for it to prevent. */
  preventsNothing?: true;
  revoked: CalendarDate | null;
  /** The agreement to end that replaced it (VCLT art. 54). */
  replacedBy: string | null;
  lastDayInForce: CalendarDate;
  reason: Reason;
  /** The day from which revoking it needs the other Party's consent: always, if the clause says so, or on some reading. */
  consent: { by: 'clause' | 'reading'; from: CalendarDate } | null;
  /** Null if it can no longer be revoked. */
  revocableUntil: (Revocable & { basis: string }) | null;
}

/**
 * The last days for revoking a notice: on the default reading, on every reading, and without anyone's consent. `byConsent`: consent is always
 * required.
 */
export interface Revocable {
  until: CalendarDate;
  onEveryReading: CalendarDate;
  withoutConsent: CalendarDate;
  byConsent?: true;
}

export interface Alternatives {
  certain: boolean;
  alternatives: { date: CalendarDate | null; when: Condition[] }[];
}

export type DateOnReadings = { date: CalendarDate } & Alternatives;

export interface PeriodAhead {
  number: number;
  firstDay: CalendarDate;
  lastDay: DateOnReadings;
  /** Null if no notice could prevent its renewal. */
  lastDayForNotice: DateOnReadings | null;
}

export interface ReadingRow {
  /** The choice for each question that can make a difference; empty if none can. */
  reading: Condition;
  isDefault: boolean;
  /** Whether no open question makes a difference here; this is then the only row. */
  settled: boolean;
  status: Status;
  lastDay: CalendarDate | null;
  lastDayForNotice: CalendarDate | null;
  lastDayInForce: CalendarDate | null;
}

export interface QuestionRow {
  question: Question;
  settled: boolean;
  /** The article that settles it; null if none does. */
  basis: string | null;
}

/** A notification of completion of a protocol. `notBefore`: the earliest day its counted date can be, if that is not known. */
export interface ProtocolNotification {
  fact: string;
  by: string;
  received: CalendarDate | null;
  counts: CalendarDate | null;
  notBefore: CalendarDate | null;
}

export interface DecisionLine {
  question: QuestionKind;
  /** The safe day or the last day in force; and the day by which a notice must be sent, if one is owed. */
  due: CalendarDate;
  sendBy: CalendarDate | null;
  /** Days until someone must act; negative if past. */
  daysLeft: number;
  state: OpenDecision['state'];
  /** Who decided, for which Party and on what authority. */
  decided: { by: string; person: string; authority: string } | null;
  owedSince: CalendarDate;
}

export interface Within {
  /** The facts whose day is uncertain. */
  unsure: readonly Unsure[];
  /** Every possible status on the day. */
  statuses: Standing['status'][];
  entryIntoForce: Bounds | null;
  /** The possible periods on the day; null if there are none. */
  periods: { first: number; last: number; lastDay: Bounds; lastDayForNotice: Bounds | null } | null;
  /** The earliest over all possible days and readings (`SafeWithin`); null if none can be given, with the reason in `safeDayReason`. */
  safeDay: { date: CalendarDate; sendBy: CalendarDate; from: CalendarDate; basis: string } | null;
  safeDayReason: Reason;
  /** A renewal is open, but no day is known by which a notice certainly prevents it. */
  safeDayMissing: boolean;
  lastDayInForce: Bounds | null;
}
