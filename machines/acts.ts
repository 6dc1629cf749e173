/**
 * Acts: what the law calls for in the world, as data. An act is its date and its content, never a state of a machine and never a
 * sentence: what people read of it is in `wording/`.
 */
import { byText, type CalendarDate, type Length } from '../clauses/calendar.ts';
import type { UnsureDay } from '../clauses/reason.ts';
import type { FactOf } from './facts.ts';
import type { NoticeKind } from './notice/content.ts';

/** enter: in the register of treaties; announce: to those concerned; remind: before a last day; draft: a document owed. */
export type ActKind = 'enter' | 'announce' | 'remind' | 'draft';

/** The period that runs once the act is done; null where none does. */
export interface PeriodShown {
  period: number | null;
  lastDay: CalendarDate | null;
  /** Null where no notice could prevent a renewal. */
  lastDayForNotice: CalendarDate | null;
}

/** The status of the agreement at onboarding; `unsure`: it depends on dates known only within bounds. */
export interface Stood {
  status: 'unsure' | 'notSigned' | 'signed' | 'appliedProvisionally' | 'inForce' | 'terminated' | 'expired' | 'superseded';
  since: CalendarDate | null;
  /** Where its end was known. */
  lastDayInForce: CalendarDate | null;
  /** Of one in force without a period: without limit, until a condition is met, or for how long is not described. */
  duration: 'period' | 'withoutLimit' | 'untilCondition' | 'notDescribed';
  condition: string | null;
}

export type DecisionShown = Pick<FactOf<'decision.made'>, 'decision' | 'person' | 'authority' | 'by'>;

/** A reminder of a period. Its days are those of the act. */
export interface Reminded {
  /** So long before; or owed late; or to those who were listed after it was sent; or after nobody had answered; or where no safe day can be given. */
  state: 'ahead' | 'late' | 'listed' | 'escalated' | 'noSafeDay';
  /** Who was listed after it was sent. */
  listed?: readonly string[];
  ahead: Length | null;
  /** The day of the reminder that nobody has answered. */
  since: CalendarDate | null;
  /** Decided, but not done yet. */
  decision: DecisionShown | null;
  lastDay: CalendarDate | null;
  /** Where days are known only within bounds: counted from the earliest possible. */
  unsure: readonly UnsureDay[];
}

/** What each act says, beside its days. */
export interface ActParams {
  onboarded: Stood & PeriodShown & { unsure: readonly UnsureDay[] };
  entryIntoForce: { inForce: CalendarDate } & PeriodShown;
  registration: object;
  provisionalApplication: { state: 'begins' | 'ended' | 'neverBegins'; day: CalendarDate; notice: string | null; by: string | null };
  renewalSettled: { period: number; lastDayForNotice: CalendarDate; renewal: CalendarDate };
  renewal: { firstDay: CalendarDate } & PeriodShown;
  noticeReceived: {
    notice: string;
    by: string;
    received: CalendarDate;
    timing: 'inTime' | 'late' | 'any';
    lastDayInForce: CalendarDate;
    /** Revoked before it was received. */
    revokedBy: string | null;
    /** A first day out that it names and that does not count. */
    ignored: CalendarDate | null;
    /** Whether it was in time hangs on a date that is not known. */
    isUnsure: boolean;
    /** The last day in force where another end comes before that of the notice; and what ends it then. */
    endsBefore?: CalendarDate;
    endsBy?: 'expiry' | 'other';
  };
  noticeRevoked: {
    state: 'works' | 'awaitsConsent' | 'awaitsConsentLate' | 'ahead' | 'aheadAwaitsConsent' | 'consented' | 'consentAhead';
    revocation: string;
    notice: string | null;
    by: string;
    from: CalendarDate;
    /** Another end that is still coming. */
    lastDayInForce: CalendarDate | null;
    /** The day on which it is renewed without further notice. */
    renewal: CalendarDate | null;
  };
  terminationAgreed: { firstDayOut: CalendarDate };
  termination: { cause: 'notice' | 'agreement'; of: string; lastDayInForce: CalendarDate };
  expiry: { lastDayInForce: CalendarDate; condition: string | null };
  supersession: { laterTreaty: string; firstDayOut: CalendarDate };
  closingReport: { survivals: readonly { what: string; article: string; lastDay: CalendarDate | null }[] };
  survivalEnded: { survivals: readonly string[]; lastDay: CalendarDate };
  suspension: { from: CalendarDate };
  resumption: { from: CalendarDate };
  protocolInForce: { protocol: string; from: CalendarDate } & PeriodShown;
  protocolApplied: { protocol: string; from: CalendarDate; how: 'namedDay' | 'retroactive' | 'provisional' | 'ended' } & PeriodShown;
  protocolNeverOperates: { protocol: string };
  lastDayForNotice: Reminded;
  escalation: Reminded;
  expiryAhead: Reminded;
  decisionMade: DecisionShown;
  decisionOutcome: { asked: CalendarDate; decision: DecisionShown | null; outcome: 'silence' | 'endComing' };
  sendBy: { agreement: string; notice: string; sendBy: CalendarDate; safe: CalendarDate; isPast: boolean };
  proofOfReceipt: { agreement: string; notice: string; dispatched: CalendarDate; expected: CalendarDate };
  examination: { agreement: string; notice: string; by: string; received: CalendarDate };
  noticeOutcome: {
    agreement: string;
    notice: string;
    kind: NoticeKind;
    by: string;
    verdict: 'pending' | 'running' | 'tookEffect' | 'revoked' | 'withoutEffect';
    inTime: 'yes' | 'no' | 'disputed' | null;
    lastDayInForce: CalendarDate | null;
    certain: boolean;
  };
  protocolAwaited: {
    agreement: string;
    protocol: string;
    awaited: 'consent' | 'texts' | 'signature' | 'completion' | 'entryOfAgreement';
    languages: readonly string[];
    parties: readonly string[];
    since: CalendarDate;
  };
  silence: { agreement: string; found: 'noWorkflow' | 'noTimer' | 'noProgress'; isRepaired: boolean };
}

export type ActName = keyof ActParams;

/** Acts of notices and protocols on their way, and of reconciliation: others than the agreement's fold owe them, and it takes none of them back. */
const besideTheFold: readonly ActName[] = ['sendBy', 'proofOfReceipt', 'examination', 'noticeOutcome', 'protocolAwaited', 'silence'];
export const isBesideTheFold = ({ what }: Act): boolean => besideTheFold.includes(what);

export interface ActOf<N extends ActName> {
  kind: ActKind;
  what: N;
  on: CalendarDate;
  basis: string;
  params: ActParams[N];
  /**
   * The day it is about, where that is another than `on`: the safe day of a reminder, or the last day in force of a period that ends without
   * renewal.
   */
  due?: CalendarDate;
  /** The safe day less the transit allowance: when our notice must leave; absent where no notice is owed. */
  sendBy?: CalendarDate;
  /** The number of the period that `due` ends or renews. */
  period?: number;
  /** What happens at `due` if nobody acts: the agreement is renewed, or it expires. */
  question?: 'renewal' | 'expiry';
  /** Whether that question is settled by what the act tells (true) or open again (false); absent where the act says nothing of it. No part of the act's identity. */
  settled?: boolean;
  /** The period that runs when the act is done, where it is another than the one that began with it. No part of the act's identity. */
  nowRuns?: PeriodShown;
  /** Ids of those on the agreement's list who are told; all of them when absent. No part of the act's identity. */
  to?: readonly string[];
}

export type Act = { [N in ActName]: ActOf<N> }[ActName];

/** What one instrument of a family tells another: a fact for that one, on the same day. */
export type Tell =
  | { tell: 'agreement'; event: { type: 'protocol.enteredIntoForce'; protocol: string } }
  | { tell: 'protocols'; event: { type: 'agreement.enteredIntoForce' } | { type: 'agreement.ended' } };

export const isTell = (emitted: Emitted): emitted is Tell & { type: 'tell' } => emitted.type === 'tell';

/** What a machine may emit: an act, or a word to another instrument. */
export type Emitted = ({ type: 'act' } & Act) | ({ type: 'tell' } & Tell);

/** The identity of an act: kind, what, day, basis and parameters. */
export const actKey = ({ kind, what, on, basis, due, sendBy, period, question, params }: Act): string =>
  JSON.stringify([on, kind, what, basis, due ?? null, sendBy ?? null, period ?? null, question ?? null, inOrder(params)]);

/** The order in which parameters are written says nothing. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return entries.sort(([a], [b]) => byText(a, b)).map(([k, v]) => [k, inOrder(v)]);
}

/** What a new fold changes: acts that are now owed, and acts done that have lost their ground. */
export function reconcile(done: readonly Act[], now: readonly Act[]): { owed: Act[]; withdrawn: Act[] } {
  const was = new Set(done.map(actKey));
  const is = new Set(now.map(actKey));
  return { owed: now.filter(a => !was.has(actKey(a))), withdrawn: done.filter(a => !is.has(actKey(a))) };
}
