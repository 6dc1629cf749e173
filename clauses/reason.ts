/**
 * The reason for a date, as data: rule, anchor, length and the reading's choice; and what entry into force still awaits. Compared, hashed
 * and stored as values; wording/ renders it in each language.
 */
import type { Bounds } from './bounds.ts';
import type { CalendarDate, Length } from './calendar.ts';
import type { Choice, Condition } from './reading.ts';
import type { Statement } from './statement.ts';
import type { Counted, Interval } from './terms.ts';

export interface ReasonArgs extends EntryArgs, PeriodArgs, EndArgs, SafeArgs, SetArgs, UnsureArgs {}

/** Entry into force and provisional application. `isEarly`: made before signature, so counted from signature (VCLT art. 24(4)). */
interface EntryArgs {
  bySignature: { signed: CalendarDate; interval: Interval };
  byExchange: { exchanged: CalendarDate; interval: Interval };
  byLastNotification: { by: string; counted: Counted; day: CalendarDate; isEarly: boolean; interval: Interval };
  byLastNotificationOrFixedDay: { by: string; counted: Counted; day: CalendarDate; isEarly: boolean; notBefore: CalendarDate };
  byFixedDay: { day: CalendarDate };
  byPublication: { isDescribed: boolean };
  byAgreedDate: { on: CalendarDate; article: string };
  notBeforeCondition: { reason: Reason; met: CalendarDate; condition: string };
  notBeforeAgreement: { reason: Reason; day: CalendarDate };
  byAwaited: { awaited: AwaitedStatement; notBefore: CalendarDate | null };
  fromSignature: { signed: CalendarDate; named: CalendarDate | null };
  fromNamedDay: object;
}

/**
 * The last day of a period and its last day for notice. `agreedBy`: the fact by which the Parties agreed on the period; `amendedBy`: the
 * protocol that set the length.
 */
interface PeriodArgs {
  byPeriod: {
    period: number;
    countedFrom: 'entryIntoForce' | 'signature' | 'namedDay' | 'fixedPeriod';
    from: CalendarDate;
    /** The last day of the fixed period from which it is counted. */
    fixed: CalendarDate | null;
    lengths: readonly Length[];
    periodEnd: Choice<'periodEnd'>;
    agreedBy: string | null;
    amendedBy: string | null;
  };
  byFixedPeriod: { period: number; until: CalendarDate; agreedBy: string | null };
  byCutPeriod: { period: number; protocol: string };
  beforePeriodEnd: {
    period: number;
    lastDay: CalendarDate;
    noticeBefore: Length;
    noticeCount: Choice<'noticeCount'>;
    amendedBy: string | null;
  };
  beforeFixedDay: { lastDay: CalendarDate; firstDayOut: CalendarDate; noticeBefore: Length; noticeCount: Choice<'noticeCount'> };
}

type Steps = Omit<Exclude<Interval, 'sameDay'>, 'expired'>;

/** A length, or months, days and the first day of a month or year, after the counted date of a notice. */
interface AfterNotice {
  counted: Counted;
  day: CalendarDate;
  noticePeriod: Length | null;
  then: Steps | null;
}

interface EndArgs {
  byPeriodNotRenewed: { period: number };
  byNoticeInTime: { period: number };
  byNextPeriod: { period: number };
  notBeyondPeriod: { period: number; lastDay: CalendarDate };
  inTimeBeforeReceipt: { period: number; counted: Counted };
  byNamedDay: { firstDayOut: CalendarDate };
  byFixedDayAfterNamed: { named: CalendarDate };
  byNoticePeriod: AfterNotice & { firstDayOut: CalendarDate };
  byReceipt: AfterNotice & { received: CalendarDate };
  byFixedDayAfterNotice: { counted: Counted; day: CalendarDate; noticePeriod: Length; lastDay: CalendarDate };
  notBeforeBar: { barredFor: Length | null; lastDay: CalendarDate };
  byAgreement: { on: CalendarDate; firstDayOut: CalendarDate };
  byLaterTreaty: { laterTreaty: string; firstDayOut: CalendarDate };
  byCondition: { met: CalendarDate; condition: string };
  withoutRenewal: { reason: Reason };
  bySurvival: { firstDay: CalendarDate; length: Length; periodEnd: Choice<'periodEnd'> };
  bySurvivalLength: { length: Length };
  survivesWithoutDay: object;
}

/** The safe day, with the readings (`when`) and protocols (`changes`) that make it this early, and the send-by day. */
interface SafeArgs {
  onEveryReading: {
    opens: CalendarDate | null;
    when: readonly Condition[];
    changes: readonly { protocol: string; on: CalendarDate }[];
  };
  byTransit: { transit: Length; safe: CalendarDate };
}

/** Dates that are not counted: recorded, or set by the text or the Parties. `type`: what falls due. */
interface SetArgs {
  byRecord: object;
  asSet: { type: string };
}

/** A fact's day known only within bounds. `counted`: the date the clause counts, where only the notification's other dates are known. */
export interface UnsureDay extends Bounds {
  type: 'signed' | 'entry.agreed' | 'completion.notified' | 'protocol.completion.notified' | 'termination.notified';
  by: string | null;
  counted: Exclude<Counted, 'received'> | null;
}

export type UnsureFact = UnsureDay & { fact: string };

/** Results that rest on days known only within bounds. */
interface UnsureArgs {
  withinBounds: { unsure: readonly UnsureFact[] };
  /** The first and last possible days. */
  firstAndLast: { unsure: readonly UnsureFact[] };
  survivesUnsureEnd: object;
  onEveryDay: object;
  noRenewalToPrevent: object;
  noPeriodRunning: object;
  mayBeOver: { passed: CalendarDate };
  mayHaveNoEffectYet: object;
  mayNotBeInForceYet: object;
  /** The earliest safe day once the obstacle to one now is gone. */
  safeAfter: { reason: Reason };
  noSafeDay: { reason: Reason; unsure: readonly UnsureFact[] };
}

export type Reason = Statement<ReasonArgs>;

export interface AwaitedArgs {
  awaitsSignature: object;
  awaitsExchange: object;
  awaitsPublishedDate: object;
  awaitsNotifications: { parties: readonly string[] };
  /** They have notified, but the counted date is not known. */
  awaitsDates: { counted: Counted; undated: readonly string[] };
  awaitsCondition: { condition: string; article: string };
  awaitsAll: { awaited: readonly AwaitedStatement[] };
  /** The duration would have ended before entry into force under the clause. */
  awaitsEarlierDate: { over: CalendarDate; article: string; day: CalendarDate; basis: string };
}

export type AwaitedStatement = Statement<AwaitedArgs>;

/** Points for an officer to check in the underlying dates. */
export interface RemarkArgs {
  notifiedBeforeSignature: { signed: CalendarDate; notifications: number };
  countedDateUnknown: { counted: Counted; notAfter: CalendarDate; lastDayForNotice: CalendarDate };
  namedDayTooEarly: { named: CalendarDate; article: string };
  namedDayIgnored: object;
  premature: { received: CalendarDate };
}

export type Remark = Statement<RemarkArgs>;
