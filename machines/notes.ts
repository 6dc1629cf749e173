/** Notes for the officer that accompany an answer, as data. */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { NonWorkingDay } from '../clauses/non-working-days.ts';
import type { AwaitedStatement, Remark, UnsureFact } from '../clauses/reason.ts';
import type { Statement } from '../clauses/statement.ts';
import type { Changes } from '../clauses/terms.ts';
import type { Label } from './labels.ts';
import type { NoEffectReason } from './no-effect-reasons.ts';

/** `condition`: the id of the awaited condition; `isAlone`: nothing else is awaited. */
interface EntryArgs {
  entryNotKnown: { awaited: AwaitedStatement; article: string; condition: string | null; isAlone: boolean };
  entryRemark: { remark: Remark };
  endsWithCondition: { what: string; article: string; condition: string };
  notDescribed: { article: string };
  firstPeriodOver: { article: string; lastDay: CalendarDate; entryIntoForce: CalendarDate };
}

interface DayArgs {
  officesClosed: { which: 'sendBy' | 'safeDay'; day: CalendarDate; closed: readonly NonWorkingDay[] };
  earlyYear: { year: number; oldest: number; place: string; early: string };
  dateToFind: { fact: string; unsure: UnsureFact };
}

/** A clause that the schema only approximates. */
export type ClauseName =
  'entryIntoForce' | 'provisionalApplication' | 'duration' | 'termination' | 'amendment' | 'entryOfProtocols' | 'survival';

interface OtherArgs {
  noticeRemarks: { notice: string; remarks: readonly Remark[] };
  knownSince: { fact: string; on: CalendarDate; from: CalendarDate; basis: string; why: HindsightReason };
  withoutEffectOtherwise: { fact: string; why: NoEffectReason };
  protocolsReversed: { earlier: string; later: string };
  protocolsOverlap: { earlier: string; later: string; changes: readonly (keyof Changes)[] };
  protocolContradicts: { protocol: string };
  bentClause: { clause: ClauseName; article: string; bent: string };
}

export interface NoteArgs extends EntryArgs, DayArgs, OtherArgs {}

export type Note = Statement<NoteArgs>;

/** Why a fact has an effect before its own day: its nature, or which date of a notice counts. */
export interface HindsightArgs {
  noticeCountsEarlier: object;
  notificationCountsByDate: object;
  dispatchCountsOnOneReading: object;
}

export type HindsightReason = Statement<HindsightArgs> | Label;
