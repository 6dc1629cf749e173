/** The answer as data: all that a page needs of where an agreement stands on a day. */
import type { Bounds } from '../clauses/bounds.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Condition, Question } from '../clauses/reading.ts';
import type { Reason } from '../clauses/reason.ts';
import type { Admitted } from './admitted.ts';
import type { AnswerStatement } from './answer.ts';
import type { DecisionOwed, QuestionKind } from './decisions.ts';
import type { WithoutEffect } from './treaty-state.ts';
import type { HindsightLine } from './hindsight-lines.ts';
import type { Label } from './labels.ts';
import type { Dossier } from './ledger.ts';
import type { Note } from './notes.ts';
import type { ReckonedStep } from './reckoning.ts';
import type { SafeDay } from './safe-day.ts';
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

export interface SuspensionLine {
  from: CalendarDate;
  resumes: CalendarDate | null;
}

export interface NextWayOut {
  lastDayForNotice: CalendarDate;
  lastDayInForce: CalendarDate;
  /** Received by then, a notice ends it on that day on every reading; null where it would not on one of them. */
  safe: CalendarDate | null;
  sendBy: CalendarDate | null;
  /** Where it is null: from when the readings agree again, on which day, and by when. */
  reopens: (SafeWindow & { lastDayInForce: CalendarDate }) | null;
  /** The readings on which another way out comes next, each with its own last day for notice; null where on them there is none. */
  otherWaysOut: { lastDayForNotice: CalendarDate | null; lastDayInForce: CalendarDate | null; when: Condition[] }[];
  basis: string;
  reason: Reason;
}

/** The end that a notice received on the day asked about would bring about, though it comes too late to prevent the renewal. */
export type LateNotice = { lastDayInForce: CalendarDate; basis: string; reason: Reason } & Alternatives;

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

/** From when a notice is effective, the safe day and the send-by day. */
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
    /** With what other readings give for it, in `alternatives`. */
    lastDay: CalendarDate;
    certain: boolean;
    alternatives: Alternatives['alternatives'];
    basis: string;
    reason: Reason;
    /** Null where no notice could prevent a renewal, or none comes. */
    lastDayForNotice: (LastDayForNotice & Alternatives) | null;
    settled: boolean;
    /** The next period, where the Parties have agreed on it: for how long. */
    agreedRenewal?: {
      fact: string;
      number: number;
      firstDay: CalendarDate;
      lastDay: CalendarDate;
      basis: string;
      reason: Reason;
    } & Alternatives;
  } | null;
  /** The running period and the two after it, as far as the agreement is renewed until then; none where its days are not exactly known. */
  periods: PeriodAhead[];
  /** What each reading that can make a difference here gives, the default first. */
  readings: ReadingRow[];
  /** The questions that its clauses raise: which the text settles, and by which article. */
  questions: QuestionRow[];
  /** What the machine would take on this day, and what not, and why; none where its days are not exactly known. */
  admitted: Admitted[];
  /** What is to be decided about the running period; null where nothing is. */
  decision: DecisionLine | null;
  /** Its facts are invented. */
  rehearsal: boolean;
  /** Where a notice ends it only on fixed days: the next of these, and its last day for notice, with what other readings give for the same day. */
  nextWayOut?: NextWayOut & Alternatives;
  /** Only where the time for a notice is past, and one may end the agreement at any time. */
  lateNotice?: LateNotice;
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
  } & Alternatives;
  /** Only where a clause provides for it: what survives the end, and to when; null where no day is set, or no end is known. */
  survivals?: SurvivalLine[];
  /** Only where the Parties agreed to suspend its operation: from which day, and on which day it resumes, where that is known (VCLT art. 57). */
  suspensions?: SuspensionLine[];
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
    /** Those that count, each with its days. */
    notifications: ProtocolNotification[];
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

export type InTime = 'yes' | 'no' | 'disputed';

/** With what other readings give for its last day in force, unless it was revoked or replaced; a date of null where it has no effect. */
export interface NoticeLine extends Alternatives {
  id: string;
  by: string;
  received: CalendarDate;
  inTime: InTime;
  /** Received in the last period: no renewal was to come that it could prevent, in time or not. */
  preventsNothing?: true;
  revoked: CalendarDate | null;
  /** The agreement to end that replaced it (VCLT art. 54). */
  replacedBy: string | null;
  lastDayInForce: CalendarDate;
  reason: Reason;
  /** From when its revocation needs the consent of the other Party: by the clause always, or on some reading. */
  consent: { by: 'clause' | 'reading'; from: CalendarDate } | null;
  /** Null where it no longer can be. */
  revocableUntil: (Revocable & { basis: string }) | null;
}

/** The days until which a notice may be revoked: by the default reading, on every reading, and without anybody's consent. `byConsent`: never without. */
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
  /** Null where no notice could prevent its renewal. */
  lastDayForNotice: DateOnReadings | null;
}

export interface ReadingRow {
  /** The choice for each question that can make a difference; empty where none can. */
  reading: Condition;
  isDefault: boolean;
  /** Whether the Parties left open no question that makes a difference here: then it is the only row. */
  settled: boolean;
  status: Status;
  lastDay: CalendarDate | null;
  lastDayForNotice: CalendarDate | null;
  lastDayInForce: CalendarDate | null;
}

export interface QuestionRow {
  question: Question;
  settled: boolean;
  /** The article that settles it; null where none does. */
  basis: string | null;
}

/** A notification of completion of a protocol. Of one whose date that counts is not known: the day before which it was not. */
export interface ProtocolNotification {
  fact: string;
  by: string;
  received: CalendarDate | null;
  counts: CalendarDate | null;
  notBefore: CalendarDate | null;
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

export interface Within {
  /** The facts of which the day is not sure. */
  unsure: readonly Unsure[];
  /** Every status that is possible on the day. */
  statuses: Standing['status'][];
  entryIntoForce: Bounds | null;
  /** Of the periods that are possible on the day; null where none is. */
  periods: { first: number; last: number; lastDay: Bounds; lastDayForNotice: Bounds | null } | null;
  /** The earliest over all possible days and readings (`SafeWithin`); null where none can be given: `safeDayReason` says why. */
  safeDay: { date: CalendarDate; sendBy: CalendarDate; from: CalendarDate; basis: string } | null;
  safeDayReason: Reason;
  /** A renewal is open, and by when a notice surely prevents it can't be said. */
  safeDayMissing: boolean;
  lastDayInForce: Bounds | null;
}
