/**
 * Who may ask for what: a person with roles, acting for a Party or an organisation. Four eyes, that who approves is another than
 * who drafted, is the notice's own guard.
 */
import type { Entry } from './facts.ts';
import type { NoticeRequestName } from './notice/steps.ts';
import type { ProtocolRequestName } from './protocol/steps.ts';
import type { Refusal } from './refusal.ts';

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
export type AskedName = 'open' | 'redescribe' | 'replan' | 'trust' | 'revoke';

const is = ({ roles: held }: Holder, ...any: Role[]): boolean => any.some(role => held.includes(role));
const actsFor = (holder: Holder, party: string): boolean => holder.actsFor === party || holder.actsFor === everyParty;

/** However a name was typed: letters large or small, with more or fewer spaces. */
export const isSamePerson = (one: string, other: string): boolean => plainly(one) === plainly(other);
const plainly = (name: string): string => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

export const notAllowed = (message: string): Refusal => ({ refused: 'notAllowed', message, basis: 'rights' });

/** A notice of termination or of the end of provisional application, its revocation and the consent to that end or keep the agreement: the draft and its approval are two persons' work. */
const weighty: readonly Entry['type'][] = [
  'termination.notified',
  'termination.revoked',
  'termination.revocationConsented',
  'provisionalApplication.ended',
  'decision.made',
];

/** Why an entry may not be recorded; undefined when it may. A Party's own acts are recorded for that Party, all others by the registrar. */
export function whyNotRecorded(holder: Holder, entry: Entry): Refusal | undefined {
  if (is(holder, 'registrar', 'service')) return undefined;
  if (entry.type === 'corrected' || entry.type === 'struck')
    return notAllowed(`${holder.person} may not ${entry.type === 'struck' ? 'strike' : 'correct'} an entry: the registrar does.`);
  if (entry.type === 'document.attached')
    return is(holder, 'drafter', 'approver')
      ? undefined
      : notAllowed(`${holder.person} may not attach documents: a drafter, an approver or the registrar does.`);
  const party = partyOf(entry);
  if (party === undefined)
    return notAllowed(`${holder.person} may not record ${entry.type}, which the Parties did together: the registrar does.`);
  if (!actsFor(holder, party))
    return notAllowed(
      `${holder.person} acts for ${holder.actsFor}, and may not record what ${party} did: who acts for ${party} may, or the registrar.`,
    );
  const needed: readonly Role[] = weighty.includes(entry.type) ? ['approver'] : ['drafter', 'approver'];
  return is(holder, ...needed)
    ? undefined
    : notAllowed(`${holder.person} may not record ${entry.type}: ${anyOf(needed)} of ${party} does, or the registrar.`);
}

/** Consent to a protocol by a note of one Party is an agreement of both. */
const partyOf = (entry: { type: string; by?: unknown }): string | undefined =>
  typeof entry.by === 'string' && entry.type !== 'protocol.agreed' ? entry.by : undefined;

/** Why it may not be asked. */
export function whyNotAsked(holder: Holder, name: AskedName): Refusal | undefined {
  const [needed, what] = asked[name];
  return is(holder, ...needed) ? undefined : notAllowed(`${holder.person} may not ${what}: ${inWords(needed)} does.`);
}

const asked: Record<AskedName, [needed: readonly Role[], what: string]> = {
  open: [['registrar'], 'open an agreement'],
  redescribe: [['registrar'], 'change the description of an agreement'],
  replan: [['operator', 'registrar', 'service'], 'have an agreement folded again'],
  trust: [['operator'], 'say which authorities are trusted'],
  revoke: [['operator'], 'take a right away'],
};

const inWords = (needed: readonly Role[]): string =>
  needed
    .filter(role => role !== 'service')
    .map(role => `the ${role}`)
    .join(' or ');

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
export function whyNotDrafted(holder: Holder, notice: NoticeOfParty): Refusal | undefined {
  if (is(holder, 'registrar')) return undefined;
  if (!is(holder, 'drafter')) return notAllowed(`${holder.person} may not draft a notice: a drafter or the registrar does.`);
  return isOfItsDesk(holder, notice) ? undefined : otherDesk(holder, 'draft or take in a notice', notice);
}

const otherDesk = ({ person, actsFor: party }: Holder, what: string, { by }: NoticeOfParty): Refusal =>
  notAllowed(`${person} acts for ${party}, and may not ${what} of ${by} here.`);

/** Why a notice may not be told something. The registrar enters what happened to it; approval is an approver's alone. */
export function whyNotTold(holder: Holder, name: NoticeRequestName, notice: NoticeOfParty): Refusal | undefined {
  const [needed, what] = told[name];
  if (!is(holder, ...needed)) return notAllowed(`${holder.person} may not ${what}: ${anyOf(needed)} does.`);
  if (is(holder, 'registrar') && name !== 'approve') return undefined;
  return isOfItsDesk(holder, notice) ? undefined : otherDesk(holder, what, notice);
}

const told: Record<NoticeRequestName, [needed: readonly Role[], what: string]> = {
  amend: [['drafter', 'registrar'], 'change a notice'],
  approve: [['approver'], 'approve a notice'],
  dispatch: [['drafter', 'approver', 'registrar'], 'enter the dispatch of a notice'],
  receive: [['approver', 'registrar'], 'enter the receipt of a notice'],
  giveBack: [['drafter', 'approver', 'registrar'], 'enter the return of a notice'],
  recall: [['approver', 'registrar'], 'recall a notice'],
  accept: [['approver', 'registrar'], 'accept a notice'],
  findDefective: [['approver', 'registrar'], 'find a notice defective'],
};

const anyOf = (needed: readonly Role[]): string =>
  needed.map((role, i) => `${i ? (i === needed.length - 1 ? ' or ' : ', ') : ''}${/^[aeo]/.test(role) ? 'an' : 'a'} ${role}`).join('');

/** Why a protocol may not be opened: at the desk by a drafter, with a proposal by who acts for the Party that proposes it. */
export function whyNotOpened(holder: Holder, proposedBy: string | undefined): Refusal | undefined {
  if (is(holder, 'registrar')) return undefined;
  if (!is(holder, 'drafter')) return notAllowed(`${holder.person} may not open a protocol: a drafter or the registrar does.`);
  return proposedBy === undefined || actsFor(holder, proposedBy)
    ? undefined
    : notAllowed(
        `${holder.person} acts for ${holder.actsFor}, and may not enter a proposal of ${proposedBy}: who acts for ${proposedBy} may, or the registrar.`,
      );
}

/** Why a protocol may not be told something: what both Parties did is the registrar's to enter. */
export function whyNotToldProtocol(holder: Holder, name: ProtocolRequestName): Refusal | undefined {
  if (is(holder, 'registrar') || (name === 'settleText' && is(holder, 'drafter', 'approver'))) return undefined;
  return notAllowed(
    name === 'settleText'
      ? `${holder.person} may not settle a text: a drafter, an approver or the registrar does.`
      : `${holder.person} may not enter that a protocol is ${{ agree: 'agreed', sign: 'signed', abandon: 'abandoned' }[name]}, which the Parties did together: the registrar does.`,
  );
}

/** A draft that has not left is seen by its drafter, and by who works on it for the same Party. */
export function maySeeDraft(holder: Holder, notice: NoticeOfParty & { draftedBy: string }): boolean {
  if (isSamePerson(holder.person, notice.draftedBy)) return true;
  return is(holder, 'drafter', 'approver', 'registrar') && isOfItsDesk(holder, notice);
}
