/**
 * Who may request what: a person with roles, acting for a Party or an organisation. The four-eyes rule, that approver and drafter differ,
 * is a guard of the notice machine.
 */
import type { Entry } from './facts.ts';
import type { NoticeRequestName } from './notice/steps.ts';
import type { ProtocolRequestName } from './protocol/steps.ts';
import { isSamePerson } from './persons.ts';
import { refuse, type Refusal } from './refusal.ts';

/** `service` is the worker's own role: it records the outcome of a notice or a protocol on behalf of a person, whose right it presents. */
export const roles = ['reader', 'drafter', 'approver', 'registrar', 'operator', 'service'] as const;
export type Role = (typeof roles)[number];

/** Acting for every Party: the single user of a personal installation. */
export const everyParty = '*';

/** The person who makes a request. */
export interface Holder {
  person: string;
  /** The code of a Party, or the name of an organisation. */
  actsFor: string;
  roles: readonly Role[];
}

/** Requests other than entries, to an agreement's workflow or to the register itself. */
export type AskedName = 'open' | 'revise' | 'replan' | 'trust' | 'revoke';

/** Everything that needs a right; `recordTogether`: a joint act of the Parties. */
export type GuardedRequest =
  | AskedName
  | NoticeRequestName
  | ProtocolRequestName
  | 'record'
  | 'recordTogether'
  | 'correct'
  | 'strike'
  | 'attach'
  | 'attachToNotice'
  | 'draft'
  | 'openProtocol';

const is = ({ roles: held }: Holder, ...any: Role[]): boolean => any.some(role => held.includes(role));
const actsFor = (holder: Holder, party: string): boolean => holder.actsFor === party || holder.actsFor === everyParty;

const roleNeeded = (
  { person }: Holder,
  what: GuardedRequest,
  needed: readonly Role[],
  more: { party?: string; type?: string } = {},
): Refusal => {
  const asked = needed.filter(role => role !== 'service');
  return refuse('roleNeeded', { person, what, roles: asked, party: more.party ?? null, type: more.type ?? null });
};

/**
 * Facts that end or preserve the agreement (a notice of termination or of the end of provisional application, its revocation, the consent
 * to that), and the decision: drafting and approving them takes two persons.
 */
const weighty: readonly Entry['type'][] = [
  'termination.notified',
  'termination.revoked',
  'termination.revocationConsented',
  'provisionalApplication.ended',
  'decision.made',
];

/**
 * Returns why an entry must not be recorded; undefined if it may. A Party's representative records its acts; the registrar records all
 * others.
 */
export function authorizeRecord(holder: Holder, entry: Entry): Refusal | undefined {
  if (is(holder, 'registrar', 'service')) return undefined;
  if (entry.type === 'corrected') return roleNeeded(holder, 'correct', ['registrar']);
  if (entry.type === 'struck') return roleNeeded(holder, 'strike', ['registrar']);
  if (entry.type === 'document.attached')
    return is(holder, 'drafter', 'approver') ? undefined : roleNeeded(holder, 'attach', ['drafter', 'approver', 'registrar']);
  const party = partyOf(entry);
  const { type } = entry;
  if (party === undefined) return roleNeeded(holder, 'recordTogether', ['registrar'], { type });
  if (!actsFor(holder, party)) return otherParty(holder, party);
  const needed: readonly Role[] = weighty.includes(type) ? ['approver'] : ['drafter', 'approver'];
  return is(holder, ...needed) ? undefined : roleNeeded(holder, 'record', needed, { party, type });
}

/** Returns why a person may not record anything for a Party. */
export function authorizeAnyRecord(holder: Holder, party: string): Refusal | undefined {
  if (is(holder, 'registrar')) return undefined;
  if (!is(holder, 'drafter', 'approver')) return roleNeeded(holder, 'record', ['drafter', 'approver', 'registrar']);
  return actsFor(holder, party) ? undefined : otherParty(holder, party);
}

const otherParty = ({ person, actsFor: own }: Holder, party: string): Refusal => refuse('otherParty', { person, actsFor: own, party });

/** A consent to a protocol by one Party's note is an agreement of both Parties. */
const partyOf = (entry: { type: string; by?: unknown }): string | undefined =>
  typeof entry.by === 'string' && entry.type !== 'protocol.agreed' ? entry.by : undefined;

/** Returns why a command is refused. */
export function authorizeCommand(holder: Holder, name: AskedName): Refusal | undefined {
  return is(holder, ...asked[name]) ? undefined : roleNeeded(holder, name, asked[name]);
}

const asked: Record<AskedName, readonly Role[]> = {
  open: ['registrar'],
  revise: ['registrar'],
  replan: ['operator', 'registrar', 'service'],
  trust: ['operator'],
  revoke: ['operator'],
};

/** The facts about a notice on which a right depends: its Party, and the desk that keeps it. */
export interface NoticeOfParty {
  direction: 'ours' | 'theirs';
  /** The Party whose notice it is. */
  by: string;
  /** The Parties to the agreement. */
  parties: readonly string[];
}

/** Returns whether the person works for its desk: that of the sending Party or, for an incoming notice, of the other. */
const isOfItsDesk = (holder: Holder, { direction, by, parties }: NoticeOfParty): boolean =>
  parties.some(party => (party === by) === (direction === 'ours') && actsFor(holder, party));

/** Returns why a person may not draft a notice, or record an incoming one. */
export function authorizeDraft(holder: Holder, notice: NoticeOfParty): Refusal | undefined {
  if (is(holder, 'registrar')) return undefined;
  if (!is(holder, 'drafter')) return roleNeeded(holder, 'draft', ['drafter', 'registrar']);
  return isOfItsDesk(holder, notice) ? undefined : otherDesk(holder, 'draft', notice);
}

const otherDesk = ({ person, actsFor: own }: Holder, what: GuardedRequest, { by }: NoticeOfParty): Refusal =>
  refuse('otherDesk', { person, actsFor: own, party: by, what });

/** Returns why a document may not be attached to a notice, once it may be attached at all: the file of a notice is its desk's. */
export function authorizeAttachment(holder: Holder, notice: NoticeOfParty): Refusal | undefined {
  return is(holder, 'registrar') || isOfItsDesk(holder, notice) ? undefined : otherDesk(holder, 'attachToNotice', notice);
}

/** Returns why an update of a notice is refused. The registrar records what happened to it; only an approver approves. */
export function authorizeNoticeUpdate(holder: Holder, name: NoticeRequestName, notice: NoticeOfParty): Refusal | undefined {
  const needed = noticeRequestRoles[name];
  if (!is(holder, ...needed)) return roleNeeded(holder, name, needed);
  if (is(holder, 'registrar') && name !== 'approve') return undefined;
  return isOfItsDesk(holder, notice) ? undefined : otherDesk(holder, name, notice);
}

const noticeRequestRoles: Record<NoticeRequestName, readonly Role[]> = {
  amend: ['drafter', 'registrar'],
  approve: ['approver'],
  dispatch: ['drafter', 'approver', 'registrar'],
  confirmReceipt: ['approver', 'registrar'],
  markReturned: ['drafter', 'approver', 'registrar'],
  recall: ['approver', 'registrar'],
  accept: ['approver', 'registrar'],
  findDefective: ['approver', 'registrar'],
};

/** Returns why a protocol may not be opened: at the desk by a drafter; with a proposal only by a representative of the proposing Party. */
export function authorizeProtocolOpening(holder: Holder, proposedBy: string | undefined): Refusal | undefined {
  if (is(holder, 'registrar')) return undefined;
  if (!is(holder, 'drafter')) return roleNeeded(holder, 'openProtocol', ['drafter', 'registrar']);
  return proposedBy === undefined || actsFor(holder, proposedBy) ? undefined : otherParty(holder, proposedBy);
}

/** Returns why an update of a protocol is refused: only the registrar records joint acts of the Parties. */
export function authorizeProtocolUpdate(holder: Holder, name: ProtocolRequestName): Refusal | undefined {
  const needed: readonly Role[] = name === 'settleText' ? ['drafter', 'approver', 'registrar'] : ['registrar'];
  return is(holder, ...needed) ? undefined : roleNeeded(holder, name, needed);
}

/** Returns whether a person may see an undispatched draft: its drafter, and anyone who works on it for the same Party. */
export function maySeeDraft(holder: Holder, notice: NoticeOfParty & { draftedBy: string }): boolean {
  if (isSamePerson(holder.person, notice.draftedBy)) return true;
  return is(holder, 'drafter', 'approver', 'registrar') && isOfItsDesk(holder, notice);
}
