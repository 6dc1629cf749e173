/** The public API: the client of the service, its types and its failures. Tests of programs that use it can import `servanda/testing`. */
export { createServanda, type Notices, type Protocols, type Servanda } from './servanda.ts';
export type { ClientOptions } from './context.ts';
export { Incomplete, InvalidRequest, Refused, Unavailable, type InvalidCode, type UnavailableCode } from './failures.ts';
export type { AgreementStanding, Described, EntryAuthority, Explanation, Simulation } from './answers.ts';
export type { Consequences } from './consequences.ts';
export type { Move } from './moves.ts';
export type { SameDescription } from './descriptions.ts';
export type { AnswerSource, AnswerDays, FactFiles } from './dossiers.ts';
export type { DecisionGiven } from './facts.ts';
export type { DatedDeadline, DeadlinesAsked, ListAsked, ListedNotice } from './lists.ts';
export type { NoticeToday } from './notices.ts';
export type { Opened } from './opening.ts';
export type { ProtocolToday } from './protocols.ts';
export type {
  AgreementGiven,
  ArrivalGiven,
  By,
  DraftGiven,
  EnteredBy,
  FactGiven,
  FieldsGiven,
  NoticeContentGiven,
  NoticeRequest,
  ProposalGiven,
  ProtocolRequest,
} from './requests.ts';
export type { TimerPending } from './timers.ts';
export type { RecordAnswer } from './updates.ts';
export type { Glance } from '../dossier/listing.ts';
export type { Refusal } from '../machines/refusal.ts';
export type { Answer as Standing } from '../wording/answer.ts';
export type { NoticeShown, ProtocolShown, Replanned } from '../workflows/messages.ts';
