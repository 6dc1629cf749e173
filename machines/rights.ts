/**
 * Who may ask for what: a person with roles, acting for a Party or an organisation. Four eyes, that who approves is another than
 * who drafted, is the notice's own guard.
 */
import type { Entry } from './facts.ts';
import type { NoticeRequestName } from './notice/steps.ts';
import type { ProtocolRequestName } from './protocol/steps.ts';
import { isSamePerson } from './persons.ts';
import { refuse, type Refusal } from './refusal.ts';

/** `service` is the worker's own: it records what a notice or a protocol came to, on behalf of a person whose right it shows. */
export const roles = ['reader', 'drafter', 'approver', 'registrar', 'operator', 'service'] as const;
export type Role = (typeof roles)[number];

/** Acting for every Party: the one person of a machine of one's own. */
export const everyParty = '*';

/** Who asks. */
export interface Holder {
  person: string;
  /** The code of a Party, or the name of an organisation. */
  actsFor: string;
  roles: readonly Role[];
}

/** What is asked besides entries: of an agreement's workflow, or of the register itself. */
export type AskedName = 'open' | 'revise' | 'replan' | 'trust' | 'revoke';

/** All that a right may be missing for; `recordTogether`: what the Parties did together. */
export type Asked =
  | AskedName
  | NoticeRequestName
  | ProtocolRequestName
  | 'record'
  | 'recordTogether'
  | 'correct'
  | 'strike'
  | 'attach'
  | 'draft'
  | 'openProtocol';

const is = ({ roles: held }: Holder, ...any: Role[]): boolean => any.some(role => held.includes(role));
const actsFor = (holder: Holder, party: string): boolean => holder.actsFor === party || holder.actsFor === everyParty;

const roleNeeded = ({ person }: Holder, what: Asked, needed: readonly Role[], more: { party?: string; type?: string } = {}): Refusal => {
  const asked = needed.filter(role => role !== 'service');
  return refuse('roleNeeded', { person, what, roles: asked, party: more.party ?? null, type: more.type ?? null });
};

/** A notice of termination or of the end of provisional application, its revocation and the consent to that end or keep the agreement: the draft and its approval are two persons' work. */
const weighty: readonly Entry['type'][] = [
  'termination.notified',
  'termination.revoked',
  'termination.revocationConsented',
  'provisionalApplication.ended',
  'decision.made',
];

/** Why an entry may not be recorded; undefined when it may. A Party's own acts are recorded for that Party, all others by the registrar. */
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

/** Why nothing at all may be recorded of a Party. */
export function authorizeAnyRecord(holder: Holder, party: string): Refusal | undefined {
  if (is(holder, 'registrar')) return undefined;
  if (!is(holder, 'drafter', 'approver')) return roleNeeded(holder, 'record', ['drafter', 'approver', 'registrar']);
  return actsFor(holder, party) ? undefined : otherParty(holder, party);
}

const otherParty = ({ person, actsFor: own }: Holder, party: string): Refusal => refuse('otherParty', { person, actsFor: own, party });

/** Consent to a protocol by a note of one Party is an agreement of both. */
const partyOf = (entry: { type: string; by?: unknown }): string | undefined =>
  typeof entry.by === 'string' && entry.type !== 'protocol.agreed' ? entry.by : undefined;

/** Why it may not be asked. */
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

/** Of a notice, what a right depends on: whose it is, and whose desk keeps it. */
export interface NoticeOfParty {
  direction: 'ours' | 'theirs';
  /** The Party whose notice it is. */
  by: string;
  /** The Parties to the agreement. */
  parties: readonly string[];
}

/** Works on it: for the Party whose notice it is, or, where it came in, for the other. */
const isOfItsDesk = (holder: Holder, { direction, by, parties }: NoticeOfParty): boolean =>
  parties.some(party => (party === by) === (direction === 'ours') && actsFor(holder, party));

/** Why a notice may not be drafted, or taken in. */
export function authorizeDraft(holder: Holder, notice: NoticeOfParty): Refusal | undefined {
  if (is(holder, 'registrar')) return undefined;
  if (!is(holder, 'drafter')) return roleNeeded(holder, 'draft', ['drafter', 'registrar']);
  return isOfItsDesk(holder, notice) ? undefined : otherDesk(holder, 'draft', notice);
}

const otherDesk = ({ person, actsFor: own }: Holder, what: Asked, { by }: NoticeOfParty): Refusal =>
  refuse('otherDesk', { person, actsFor: own, party: by, what });

/** Why a notice may not be told something. The registrar enters what happened to it; approval is an approver's alone. */
export function authorizeNoticeUpdate(holder: Holder, name: NoticeRequestName, notice: NoticeOfParty): Refusal | undefined {
  const needed = told[name];
  if (!is(holder, ...needed)) return roleNeeded(holder, name, needed);
  if (is(holder, 'registrar') && name !== 'approve') return undefined;
  return isOfItsDesk(holder, notice) ? undefined : otherDesk(holder, name, notice);
}

const told: Record<NoticeRequestName, readonly Role[]> = {
  amend: ['drafter', 'registrar'],
  approve: ['approver'],
  dispatch: ['drafter', 'approver', 'registrar'],
  confirmReceipt: ['approver', 'registrar'],
  markReturned: ['drafter', 'approver', 'registrar'],
  recall: ['approver', 'registrar'],
  accept: ['approver', 'registrar'],
  findDefective: ['approver', 'registrar'],
};

/** Why a protocol may not be opened: at the desk by a drafter, with a proposal by who acts for the Party that proposes it. */
export function authorizeProtocolOpening(holder: Holder, proposedBy: string | undefined): Refusal | undefined {
  if (is(holder, 'registrar')) return undefined;
  if (!is(holder, 'drafter')) return roleNeeded(holder, 'openProtocol', ['drafter', 'registrar']);
  return proposedBy === undefined || actsFor(holder, proposedBy) ? undefined : otherParty(holder, proposedBy);
}

/** Why a protocol may not be told something: what both Parties did is the registrar's to enter. */
export function authorizeProtocolUpdate(holder: Holder, name: ProtocolRequestName): Refusal | undefined {
  const needed: readonly Role[] = name === 'settleText' ? ['drafter', 'approver', 'registrar'] : ['registrar'];
  return is(holder, ...needed) ? undefined : roleNeeded(holder, name, needed);
}

/** A draft that has not left is seen by its drafter, and by who works on it for the same Party. */
export function maySeeDraft(holder: Holder, notice: NoticeOfParty & { draftedBy: string }): boolean {
  if (isSamePerson(holder.person, notice.draftedBy)) return true;
  return is(holder, 'drafter', 'approver', 'registrar') && isOfItsDesk(holder, notice);
}
