/**
 * A refusal: an answer and not a failure, as data, a code with its parameters. `wording/refusals/` renders it in the reader's language.
 * This module contains no law, so workflows can import it.
 */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { LimitFault } from './beyond-limit.ts';
import type { DescriptionMistake, FoldFault } from './fold-fault.ts';
import type { Beyond } from './limits.ts';
import type { NoticeState } from './notice/replay.ts';
import type { TooLate } from './notice/outcome.ts';
import type { ProtocolState } from './protocol/awaited.ts';
import type { GuardedRequest, Role } from './rights.ts';
import type { ShapeIssue } from './shape-issues.ts';
import type { RightFault } from './right-fault.ts';

/** The category of a refusal, for programs. */
export type RefusalKind =
  | 'malformed'
  | 'unknownType'
  | 'unknownParty'
  | 'futureDate'
  | 'idInUse'
  | 'unknownOf'
  | 'wrongKindOf'
  | 'datesOutOfOrder'
  | 'noRight'
  | 'notFolded'
  | 'notAllowed';

export type DateOfNotice = 'dated' | 'dispatched' | 'received';

interface OfNotice {
  notice: string;
  state: NoticeState;
}
interface OfProtocol {
  protocol: string;
  state: ProtocolState;
}

/** The arguments of each code. `what`: the subject of the sentence: one of the names here, or a field or request. */
export interface RefusalParams {
  // the request
  beyondLimit: Beyond & { what: string };
  missing: { what: 'by' | 'reason' | 'content' | 'keys' };
  entryWithoutType: object;
  unknownType: { type: string; known: readonly string[] };
  malformedEntry: { type: string; id: string | null; issues: readonly ShapeIssue[] };
  malformedRequest: { what: string; issues: readonly ShapeIssue[] };
  wrongUpdate: { update: string; wanted: string; type: string };
  otherUpdate: { type: string; update: string };
  misnamedWorkflow: { workflowId: string };
  /** `needs`: the required fields; `workflowId`: its required form. */
  incompleteStart: { what: 'agreement' | 'notice' | 'protocol' | 'delivery'; needs: readonly string[]; workflowId: string };
  unusableDescription: { mistakes: readonly DescriptionMistake[] };
  misnamedDescription: { named: string; asked: string };
  unknownAgreement: { agreement: string };
  noDescription: { agreement: string };

  // an entry on its own
  fixedField: { id: string; field: string; of: string };
  nothingCorrected: { id: string; of: string };
  unknownParty: { what: string; party: string; parties: readonly string[] };
  datesOutOfOrder: { id: string; later: DateOfNotice; laterDay: CalendarDate; earlier: DateOfNotice; earlierDay: CalendarDate };
  /**
   * `field`: the one that holds the day; `notAfter`: for a day known only within bounds; `zone`, `receiver`: the Party whose today counts, if it is one Party's; `works`: the
   * field that holds the future day of what is agreed today.
   */
  futureDay: {
    id: string;
    field: 'on' | DateOfNotice;
    day: CalendarDate;
    notAfter: CalendarDate | null;
    today: CalendarDate;
    zone: string | null;
    receiver: string | null;
    works: 'date' | 'firstDayOut' | 'from' | null;
  };
  futureRecording: { recorded: CalendarDate; today: CalendarDate };
  reservedId: { id: string };

  // an entry in its ledger
  idUsedTwice: { id: string };
  /** `existing`, `offered`: the fields of each, as entered. */
  idInUse: { id: string; agreement: string; line: number; by: string; existing: string; offered: string };
  keptElsewhere: { agreement: string; register: string; asRehearsal: boolean };
  otherwiseDescribed: { agreement: string; asRehearsal: boolean };
  unknownOf: { id: string; of: string };
  correctsAmendment: { id: string; of: string; type: string; target: string };
  asCorrected: { correction: string; refusal: Refusal };
  revokesNoNotice: { id: string; of: string; type: string };
  revokesOthers: { by: string; of: string; owner: string };
  consentsToNoRevocation: { id: string; of: string; type: string };
  consentsToOwn: { by: string; of: string };
  /** `entry`: the one that caused it; `entered`, `line`: the entry recorded before it. */
  notFolded: { agreement: string; entry: string | null; why: FoldFault; entered: string | null; line: number | null; isWritten: boolean };
  notFoldedWith: { agreement: string; entry: string; why: FoldFault };
  /** `entered`, `line`: the entry recorded before it. */
  beyondFold: { why: LimitFault; entered: string | null; line: number | null };

  // a notice
  notOfThisDesk: { by: string; desk: string; direction: 'ours' | 'theirs' };
  noTerminationClause: object;
  revokesUnknown: { of: string };
  visitOutOfOrder: { from: CalendarDate; until: CalendarDate };
  numberOfEntry: { number: string };
  numberInUse: { number: string };
  fourEyes: { notice: string; person: string; did: 'drafted' | 'decided' };
  notApproved: { notice: string };
  notApprovable: OfNotice;
  notDispatchable: OfNotice;
  tooLateToDispatch: { notice: string; why: TooLate };
  dispatchInFuture: { notice: string; on: CalendarDate; today: CalendarDate };
  datedAfterDispatch: { notice: string; dated: CalendarDate; on: CalendarDate };
  receivedBeforeDispatch: { notice: string; received: CalendarDate; dispatched: CalendarDate };
  notReceivable: OfNotice;
  alreadyReceived: { notice: string };
  notRecallable: OfNotice;
  notReturnable: OfNotice;
  notAmendable: OfNotice;
  notTheirs: { notice: string };
  alreadyExamined: OfNotice;

  // a protocol
  unknownProtocol: { protocol: string; agreement: string };
  unproposedProtocol: { protocol: string };
  openedOtherwise: { protocol: string };
  beforeProtocol: OfProtocol & { day: CalendarDate; since: CalendarDate };
  notAgreeable: OfProtocol;
  notSettleable: OfProtocol;
  notAuthentic: { protocol: string; language: string; languages: readonly string[] };
  alreadySettled: { protocol: string; language: string };
  notSignable: OfProtocol;
  textsMissing: { protocol: string; languages: readonly string[] };
  notAbandonable: OfProtocol;

  // rights
  /** `party`: the Party for which the role must be held; `type`: of the fact to record. */
  roleNeeded: { person: string; what: GuardedRequest; roles: readonly Role[]; party: string | null; type: string | null };
  /** The act of another Party, which only its representative or the registrar may record. */
  otherParty: { person: string; actsFor: string; party: string };
  otherDesk: { person: string; actsFor: string; party: string; what: GuardedRequest };
  serviceAlone: { person: string };
  ownWorkflowsOnly: { activity: string };
  /** `now`: the workflow's time; `clock`: the worker's. */
  timeAhead: { now: string; clock: string };
  /** `lines`: the number of lines in the register. */
  carriedForeign: { agreement: string; lines: number };
  /** `shown`: the agreement's number of lines when the consequences were displayed; `lines`: the number now. */
  headMoved: { agreement: string; shown: number; lines: number };
  /** `next`: when a reminder goes out again, where that is known. */
  /** `person`, `on`: who acknowledged every reminder so far, and when. `ends`: the last day in force, if no reminder follows for that reason. */
  nothingToAcknowledge: {
    agreement: string;
    next: CalendarDate | null;
    person: string | null;
    on: CalendarDate | null;
    ends: CalendarDate | null;
  };
  /** `what`: the workflow of the notice or protocol; `asked`: the name of the request. */
  noFactOf: { what: string; asked: string };
  notProcessed: { why: string };
  undecoded: { why: string };
  otherAuthorities: object;
  rightRefused: { fault: RightFault };
}

export type RefusalCode = keyof RefusalParams;

type RefusalOf<C extends RefusalCode> = { refused: RefusalKind; code: C; params: RefusalParams[C]; basis: string };
export type Refusal = { [C in RefusalCode]: RefusalOf<C> }[RefusalCode];

/** The category and basis of each code: an article or, outside the law, the register, rights or the four-eyes rule. */
const kinds: Readonly<Record<Exclude<RefusalCode, 'asCorrected'>, readonly [RefusalKind, string]>> = {
  beyondLimit: ['malformed', 'register'],
  missing: ['malformed', 'register'],
  entryWithoutType: ['malformed', 'register'],
  unknownType: ['unknownType', 'register'],
  malformedEntry: ['malformed', 'register'],
  malformedRequest: ['malformed', 'register'],
  wrongUpdate: ['malformed', 'register'],
  otherUpdate: ['malformed', 'register'],
  misnamedWorkflow: ['malformed', 'register'],
  incompleteStart: ['malformed', 'register'],
  unusableDescription: ['malformed', 'register'],
  misnamedDescription: ['malformed', 'register'],
  unknownAgreement: ['malformed', 'register'],
  noDescription: ['malformed', 'register'],
  fixedField: ['malformed', 'register'],
  nothingCorrected: ['malformed', 'register'],
  unknownParty: ['unknownParty', 'register'],
  datesOutOfOrder: ['datesOutOfOrder', 'VCLT art. 78'],
  futureDay: ['futureDate', 'register'],
  futureRecording: ['futureDate', 'register'],
  reservedId: ['idInUse', 'register'],
  idUsedTwice: ['idInUse', 'register'],
  idInUse: ['idInUse', 'register'],
  keptElsewhere: ['idInUse', 'register'],
  otherwiseDescribed: ['idInUse', 'register'],
  unknownOf: ['unknownOf', 'register'],
  correctsAmendment: ['wrongKindOf', 'register'],
  revokesNoNotice: ['wrongKindOf', 'VCLT art. 68'],
  revokesOthers: ['noRight', 'VCLT art. 68'],
  consentsToNoRevocation: ['wrongKindOf', 'VCLT art. 68'],
  consentsToOwn: ['noRight', 'VCLT art. 68'],
  notFolded: ['notFolded', 'register'],
  notFoldedWith: ['notFolded', 'register'],
  beyondFold: ['notFolded', 'register'],
  notOfThisDesk: ['noRight', 'register'],
  noTerminationClause: ['noRight', 'VCLT art. 56'],
  revokesUnknown: ['unknownOf', 'VCLT art. 68'],
  visitOutOfOrder: ['malformed', 'register'],
  numberOfEntry: ['idInUse', 'register'],
  numberInUse: ['idInUse', 'register'],
  fourEyes: ['noRight', 'fourEyes'],
  notApproved: ['noRight', 'fourEyes'],
  notApprovable: ['noRight', 'VCLT art. 67'],
  notDispatchable: ['noRight', 'VCLT art. 78'],
  tooLateToDispatch: ['noRight', 'VCLT art. 68'],
  dispatchInFuture: ['noRight', 'VCLT art. 78'],
  datedAfterDispatch: ['noRight', 'VCLT art. 78'],
  receivedBeforeDispatch: ['noRight', 'VCLT art. 78'],
  notReceivable: ['noRight', 'VCLT art. 78'],
  alreadyReceived: ['noRight', 'VCLT art. 68'],
  notRecallable: ['noRight', 'VCLT art. 68'],
  notReturnable: ['noRight', 'VCLT art. 78'],
  notAmendable: ['noRight', 'VCLT art. 67'],
  notTheirs: ['noRight', 'VCLT art. 67'],
  alreadyExamined: ['noRight', 'VCLT art. 67'],
  unknownProtocol: ['malformed', 'register'],
  unproposedProtocol: ['malformed', 'register'],
  openedOtherwise: ['idInUse', 'register'],
  beforeProtocol: ['noRight', 'VCLT art. 39'],
  notAgreeable: ['noRight', 'VCLT art. 9'],
  notSettleable: ['noRight', 'VCLT art. 10'],
  notAuthentic: ['noRight', 'VCLT art. 33'],
  alreadySettled: ['noRight', 'VCLT art. 10'],
  notSignable: ['noRight', 'VCLT art. 10'],
  textsMissing: ['noRight', 'VCLT art. 10'],
  notAbandonable: ['noRight', 'VCLT art. 18'],
  roleNeeded: ['notAllowed', 'rights'],
  otherParty: ['notAllowed', 'rights'],
  otherDesk: ['notAllowed', 'rights'],
  serviceAlone: ['notAllowed', 'rights'],
  ownWorkflowsOnly: ['notAllowed', 'rights'],
  timeAhead: ['notAllowed', 'register'],
  carriedForeign: ['notAllowed', 'register'],
  headMoved: ['notAllowed', 'register'],
  nothingToAcknowledge: ['noRight', 'register'],
  noFactOf: ['notAllowed', 'register'],
  notProcessed: ['malformed', 'register'],
  undecoded: ['malformed', 'register'],
  otherAuthorities: ['notAllowed', 'rights'],
  rightRefused: ['notAllowed', 'rights'],
};

export function refuse<C extends keyof typeof kinds>(code: C, params: RefusalParams[C]): Refusal {
  const [refused, basis] = kinds[code];
  return { refused, code, params, basis } as Refusal;
}

/** Wraps the refusal of what a correction would make of its entry. */
export const refuseAsCorrected = (correction: string, refusal: Refusal): Refusal => ({
  refused: refusal.refused,
  code: 'asCorrected',
  params: { correction, refusal },
  basis: refusal.basis,
});

/** Formats the code and parameters where no sentence can be made. */
export const refusalInCode = ({ code, params }: Refusal): string => `${code} ${JSON.stringify(params)}`;

/** The failure type of a refused update; its first detail is a Refusal. */
export const REFUSED = 'Refused';

export const isRefusal = (x: object): x is Refusal => 'refused' in x;
