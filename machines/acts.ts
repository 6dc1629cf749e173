/** Acts: what the law calls for in the world. An act is its date and its content, never a state of a machine. */
import type { CalendarDate } from '../clauses/calendar.ts';

/** enter: in the register of treaties; announce: to those concerned; remind: before a last day; draft: a document owed. */
export type ActKind = 'enter' | 'announce' | 'remind' | 'draft';

export type ActName =
  | 'takenUp'
  | 'entryIntoForce'
  | 'registration'
  | 'provisionalApplication'
  | 'renewalSettled'
  | 'renewal'
  | 'noticeReceived'
  | 'noticeRevoked'
  | 'terminationAgreed'
  | 'termination'
  | 'expiry'
  | 'supersession'
  | 'closingReport'
  | 'survivalEnded'
  | 'suspension'
  | 'resumption'
  | 'protocolInForce'
  | 'protocolApplied'
  | 'protocolNeverOperates'
  | 'lastDayForNotice'
  | 'escalation'
  | 'expiryAhead'
  | 'decisionMade'
  | 'decisionOutcome'
  | 'sendBy'
  | 'proofOfReceipt'
  | 'examination'
  | 'noticeOutcome'
  | 'protocolAwaited'
  | 'silence';

/** Acts of notices and protocols on their way, and of the watch: others than the agreement's fold owe them, and it takes none of them back. */
const besideTheFold: readonly ActName[] = ['sendBy', 'proofOfReceipt', 'examination', 'noticeOutcome', 'protocolAwaited', 'silence'];
export const isBesideTheFold = ({ what }: Act): boolean => besideTheFold.includes(what);

export interface Act {
  kind: ActKind;
  what: ActName;
  on: CalendarDate;
  basis: string;
  /** In a desk officer's words. */
  text: string;
  /**
   * The day it is about, where that is another than `on`: the safe day of a reminder, or the last day in force of a period that ends without
   * renewal. No part of the act's identity.
   */
  due?: CalendarDate;
  /** The safe day less the transit allowance: when our notice must leave; absent where no notice is owed. No part of the act's identity. */
  sendBy?: CalendarDate;
  /** The number of the period that `due` ends or renews. No part of the act's identity. */
  period?: number;
  /** What happens at `due` if nobody acts: the agreement is renewed, or it expires. No part of the act's identity. */
  question?: 'renewal' | 'expiry';
  /** Whether that question is settled by what the act tells (true) or open again (false); absent where the act says nothing of it. No part of the act's identity. */
  settled?: boolean;
  /** Ids of those on the agreement's list who are told; all of them when absent. No part of the act's identity. */
  to?: readonly string[];
}

/** What one instrument of a family tells another: a fact for that one, on the same day. */
export type Tell =
  | { tell: 'agreement'; event: { type: 'protocol.enteredIntoForce'; protocol: string } }
  | { tell: 'protocols'; event: { type: 'agreement.enteredIntoForce' } | { type: 'agreement.ended' } };

export const isTell = (emitted: Emitted): emitted is Tell & { type: 'tell' } => emitted.type === 'tell';

/** What a machine may emit: an act, or a word to another instrument. */
export type Emitted = ({ type: 'act' } & Act) | ({ type: 'tell' } & Tell);

export const actKey = ({ kind, what, on, basis, text }: Act): string => JSON.stringify([on, kind, what, basis, text]);

/** What a new fold changes: acts that are now owed, and acts done that have lost their ground. */
export function reconcile(done: readonly Act[], now: readonly Act[]): { owed: Act[]; withdrawn: Act[] } {
  const was = new Set(done.map(actKey));
  const is = new Set(now.map(actKey));
  return { owed: now.filter(a => !was.has(actKey(a))), withdrawn: done.filter(a => !is.has(actKey(a))) };
}
