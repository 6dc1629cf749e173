/** The consequences of a notice, and why it may be too late, as data. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { Reason } from '../../clauses/reason.ts';
import type { Statement } from '../../clauses/statement.ts';
import type { InTime } from '../standing-types.ts';
import type { NoEffectReason } from '../no-effect-reasons.ts';

/** Why a notice must be received by a day: its effect if it is. */
export interface LimitArgs {
  preventsRenewalWithinBounds: object;
  endsOnFixedDay: { lastDayInForce: CalendarDate };
  preventsRenewal: { period: number; opens: CalendarDate | null };
  revokesOnEveryReading: object;
  revokesWithConsent: object;
  mayHaveTakenEffect: object;
}

export type LimitReason = Statement<LimitArgs>;

export interface TooLateArgs {
  noNoticeToRevoke: { of: string };
  revokedAlready: { of: string; on: CalendarDate };
  replacedAlready: { of: string; by: string };
  tookEffectAlready: { of: string; lastDayInForce: CalendarDate };
}

export type TooLate = Statement<TooLateArgs>;

export interface OutcomeArgs {
  toBeReceivedBy: { safe: CalendarDate; why: LimitReason };
  mayNotPrevent: { reason: Reason };
  noDaySet: object;
  /** Another end comes before the one by this notice. */
  endsSooner: { lastDayInForce: CalendarDate };
  /** An end comes on every reading before any renewal. */
  endsInAnyCase: { lastDayInForce: CalendarDate };
  endsOnceReceived: { article: string; isInPeriod: boolean };
  /** `others`: the first days out on other readings. */
  expectedEnd: { received: CalendarDate; lastDayInForce: CalendarDate; others: readonly CalendarDate[]; article: string };
  safeDayPast: { period: number; safe: CalendarDate; renewal: CalendarDate; article: string };

  wasStruck: object;
  countsFrom: { on: CalendarDate };
  hasNoEffect: { why: NoEffectReason };
  wasRevoked: { on: CalendarDate };
  wasReplaced: { by: string };
  endedBefore: object;
  /** `others`: the first days out on other readings. */
  wasReceived: {
    received: CalendarDate;
    /** `none`: received in the last period, when no renewal lay ahead. */
    inTime: InTime | 'none';
    isWithinBounds: boolean;
    lastDayInForce: CalendarDate;
    reason: Reason;
    others: readonly CalendarDate[];
  };

  entryIntoForceOf: { protocol: string | null; date: CalendarDate | null; notBefore: CalendarDate | null };
  applicationOver: object;
  isRevoked: { of: string };
  runsOn: { of: string };
  /** Of a revocation: the other notices that still end the agreement, and the earliest end by one of them. */
  stillEnds: { notices: readonly string[]; lastDayInForce: CalendarDate };
  isProposed: { protocol: string };
  textIsAgreed: { protocol: string };
  movesNoDate: object;
}

export type Outcome = Statement<OutcomeArgs> | TooLate;
