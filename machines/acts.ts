/**
 * Acts: what the law requires to be done, as data. An act is its date and content, never a machine state and never a sentence; `wording/`
 * renders it.
 */
import { byText, type CalendarDate, type Length } from '../clauses/calendar.ts';
import type { UnsureDay } from '../clauses/reason.ts';
import type { FactOf } from './facts.ts';
import type { NoticeKind } from './notice/content.ts';

/** enter: in the register of treaties; announce: to those concerned; remind: before a last day; draft: a document owed. */
export type ActKind = 'enter' | 'announce' | 'remind' | 'draft';

/** The period running once the act is done; null if there is none. */
export interface PeriodShown {
  period: number | null;
  lastDay: CalendarDate | null;
  /** Null if no notice could prevent a renewal. */
  lastDayForNotice: CalendarDate | null;
}

/** The status of the agreement at onboarding; `unsure`: it depends on dates known only within bounds. */
export interface Stood {
  status: 'unsure' | 'notSigned' | 'signed' | 'appliedProvisionally' | 'inForce' | 'terminated' | 'expired' | 'superseded';
  since: CalendarDate | null;
  /** Set if its end was known. */
  lastDayInForce: CalendarDate | null;
  /** For an agreement in force without a period: without limit, until a condition is met, or of a length the sources do not describe. */
  duration: 'period' | 'withoutLimit' | 'untilCondition' | 'notDescribed';
  condition: string | null;
}

export type DecisionShown = Pick<FactOf<'decision.made'>, 'decision' | 'person' | 'authority' | 'by'>;

/** A reminder about a period. Its days are those of the act. */
export interface Reminded {
  /**
   * ahead: a set time before; late: owed after its day; listed: to recipients added later; escalated: nobody answered; noSafeDay: no safe
   * day can be given.
   */
  state: 'ahead' | 'late' | 'listed' | 'escalated' | 'noSafeDay';
  /** Recipients added to the list after it was sent. */
  listed?: readonly string[];
  ahead: Length | null;
  /** The day of the unanswered reminder. */
  since: CalendarDate | null;
  /** Decided but not yet carried out. */
  decision: DecisionShown | null;
  lastDay: CalendarDate | null;
  /** For days known only within bounds: counted from the earliest possible. */
  unsure: readonly UnsureDay[];
}

/** The content of each act, apart from its days. */
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
    /** The revocation received before the notice itself. */
    revokedBy: string | null;
    /** A first day out named in the notice that does not count. */
    ignored: CalendarDate | null;
    /** Whether it was in time depends on an unknown date. */
    isUnsure: boolean;
    /** The last day in force if another end precedes that of the notice, and what ends the agreement then. */
    endsBefore?: CalendarDate;
    endsBy?: 'expiry' | 'other';
  };
  noticeRevoked: {
    state: 'works' | 'awaitsConsent' | 'awaitsConsentLate' | 'ahead' | 'aheadAwaitsConsent' | 'consented' | 'consentAhead';
    revocation: string;
    notice: string | null;
    by: string;
    from: CalendarDate;
    /** Another end still to come. */
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

/** Acts owed by notices, protocols and reconciliation instead of the agreement's fold, which never withdraws them. */
const outsideFold: readonly ActName[] = ['sendBy', 'proofOfReceipt', 'examination', 'noticeOutcome', 'protocolAwaited', 'silence'];
export const isOutsideFold = ({ what }: Act): boolean => outsideFold.includes(what);

export interface ActOf<N extends ActName> {
  kind: ActKind;
  what: N;
  on: CalendarDate;
  basis: string;
  params: ActParams[N];
  /** The day the act is about, if not `on`: the safe day of a reminder, or the last day in force of a period that ends without renewal. */
  due?: CalendarDate;
  /** The safe day less the transit allowance: when our notice must leave; absent if no notice is owed. */
  sendBy?: CalendarDate;
  /** The number of the period that `due` ends or renews. */
  period?: number;
  /** What happens at `due` if nobody acts: the agreement is renewed, or it expires. */
  question?: 'renewal' | 'expiry';
  /** Whether the act settles that question (true) or reopens it (false); absent if it does neither. Not part of the act's identity. */
  settled?: boolean;
  /** The period running when the act is done, if not the one that began with it. Not part of the act's identity. */
  nowRuns?: PeriodShown;
  /** Ids of the recipients; everyone on the agreement's list if absent. Not part of the act's identity. */
  to?: readonly string[];
}

export type Act = { [N in ActName]: ActOf<N> }[ActName];

/** A message from one instrument of a family to another, which takes it as an event on the same day. */
export type InstrumentMessage =
  | { tell: 'agreement'; event: { type: 'protocol.enteredIntoForce'; protocol: string } }
  | { tell: 'protocols'; event: { type: 'agreement.enteredIntoForce' } | { type: 'agreement.ended' } };

export const isInstrumentMessage = (emitted: Emitted): emitted is InstrumentMessage & { type: 'tell' } => emitted.type === 'tell';

/** What a machine may emit: an act, or a message to another instrument. */
export type Emitted = ({ type: 'act' } & Act) | ({ type: 'tell' } & InstrumentMessage);

/** Returns the identity of an act: kind, what, day, basis and parameters. */
export const actKey = ({ kind, what, on, basis, due, sendBy, period, question, params }: Act): string =>
  JSON.stringify([on, kind, what, basis, due ?? null, sendBy ?? null, period ?? null, question ?? null, inOrder(params)]);

/** Sorts parameters by name, since their order has no meaning. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return entries.sort(([a], [b]) => byText(a, b)).map(([k, v]) => [k, inOrder(v)]);
}

/** Compares acts done with acts due: returns those newly owed, and those done that no longer have a basis. */
export function reconcile(done: readonly Act[], now: readonly Act[]): { owed: Act[]; withdrawn: Act[] } {
  const was = new Set(done.map(actKey));
  const is = new Set(now.map(actKey));
  return { owed: now.filter(a => !was.has(actKey(a))), withdrawn: done.filter(a => !is.has(actKey(a))) };
}
