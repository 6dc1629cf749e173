/** Why a recorded fact has no legal effect, as data. */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Statement } from '../clauses/statement.ts';
import type { ProtocolPhase } from './without-effect.ts';

export interface NoEffectReasonArgs {
  oral: object;
  defective: { defect: string };
  malformedAfterCorrection: { corrections: readonly string[]; mistake: string };
  ofStruck: { of: string };
  ofWithoutEffect: { of: string; why: NoEffectReason | null };
  onSomeDaysOnly: { why: NoEffectReason };

  signedAlready: { on: CalendarDate };
  notSigned: object;
  clauseNotDescribed: { clause: 'entryIntoForce' | 'termination' };
  notificationsNotAsked: { article: string };
  notificationNotAwaited: { article: string; by: string };
  notifiedAlready: { by: string };
  exchangeNotAsked: { article: string };
  exchangedAlready: { on: CalendarDate };
  entryBeforeSignature: object;

  noProvisionalApplication: object;
  applicationEndedAlready: { notice: string; on: CalendarDate };
  inForceBeforeApplication: object;

  noSuchCondition: { condition: string; known: readonly string[] };
  conditionMetAlready: { on: CalendarDate };

  inForceAlready: { since: CalendarDate };
  notInForceYet: object;
  hasEnded: { phase: 'terminated' | 'expired' | 'superseded' };

  noPeriodToRenew: object;
  renewalAgreedAlready: object;
  renewsWithoutAgreement: { article: string; hasLength: boolean };
  renewalNotAfterPeriod: { until: CalendarDate; lastDay: CalendarDate };
  renewalWithoutLength: { article: string };
  suspendedAlready: object;
  notSuspended: object;

  noTerminationClause: object;
  noticeBarred: { article: string; from: CalendarDate };
  noPeriodToEnd: { article: string };
  noPeriodLeftToEnd: { article: string; lastDayForNotice: CalendarDate };
  endNotAfterEntry: { entryIntoForce: CalendarDate };
  noticeTookEffect: object;
  noticeRevokedAlready: { notice: string; by: string };
  noticeReplaced: { notice: string; by: string };
  noNoticeRunning: { by: string };
  consentNotNeededOrThere: { revocation: string };
  consentNotNeeded: object;
  consentNotReceived: object;
  supersededAlready: { laterTreaty: string };

  /** `article`: of the amendment clause, or VCLT art. 39. */
  protocolPhase: { phase: ProtocolPhase; article: string };

  nothingToDecide: object;
  /** `lastDayInForce`: as the notice or the agreed end that was known on that day makes it. */
  endsAnyway: { lastDayInForce: CalendarDate };
  notOfThisQuestion: { period: number; question: 'renewal' | 'expiry' };
  decidedTooLate: { period: number; due: CalendarDate };
}

export type NoEffectReason = Statement<NoEffectReasonArgs>;
