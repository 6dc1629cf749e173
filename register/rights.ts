/**
 * Who may write: the trusted authorities, the revoked identities, and the right on which each entry was made. Checked in the transaction of
 * the write by wall time, so that a revocation takes effect at once.
 */
import type { Kysely } from 'kysely';
import { claimedBy, NoRight, readRight, type RequestTarget, type Right } from '../identity/right.ts';
import { clocksApart, lifeOfRight, type TrustedKey } from '../identity/shapes.ts';
import type { Instant } from '../clauses/calendar.ts';
import { isSigned } from '../identity/signature.ts';
import type { Refusal } from '../machines/refusal.ts';
import type { RightFault } from '../machines/right-fault.ts';
import { NotAllowed } from './errors.ts';
import { contentOf, linesOf, write } from './lines.ts';
import { isSamePerson } from '../machines/persons.ts';
import { registerWide, type Tables } from './tables.ts';
import type { Authorisation, EnteredBy, Line, Revocation, Revoked, SealedLine, TrustChange, Trusted } from './types.ts';

/** A right as presented and what it must be valid for. `whyNot` returns why its holder may not make the request. */
export interface PresentedRight extends RequestTarget {
  token: unknown;
  /** The person's own request, if the service presents a right on their behalf. */
  onBehalf?: RequestTarget;
  whyNot: (right: Right) => RightFault | undefined;
}

/** A refused right: what it was presented for, and why it was refused. */
export interface Spent extends Omit<PresentedRight, 'whyNot'> {
  why: Refusal;
}

/** `servanda`: a step by the service that no person requested: an assessment, a closing, a draft that a decision calls for. */
export type Authority = PresentedRight | 'servanda';

interface Admitted {
  right: Right;
  token: string;
}

/** The stored right: the entries made on it, all in the next line, and the signed token. */
interface RightBody {
  entries: string[];
  token: string;
}

/** Each request for these kinds makes a new entry, so a right may be used for only one of them. */
const oncePerRight: readonly Line['type'][] = ['described', 'notice.step', 'protocol.step'];

/** Returns the right under which an entry may be written; undefined if no right is required. @throws NotAllowed */
export async function admitRight(
  db: Kysely<Tables>,
  {
    agreement,
    entry,
    authority,
    trusted,
  }: { agreement: string; entry: Line; authority: Authority | undefined; trusted: readonly TrustedKey[] },
  now: Instant,
): Promise<Admitted | undefined> {
  const found = await verifyRight(db, authority, now, trusted);
  if (!found || !(found.right.onBehalf ?? oncePerRight.includes(entry.type))) return found;
  const { right } = found;
  // A right is for one workflow, and so for one agreement. A person's right allows one fact and one step.
  const isUsed = (a: Authorisation): boolean => (right.onBehalf ? a.onBehalf === right.onBehalf.id : a.right === right.id);
  const before = (await authorisations(db, agreement)).find(isUsed);
  if (before) throw refused({ code: 'usedBefore', entry: before.entry, agreement }, right.identity);
  return found;
}

async function verifyRight(
  db: Kysely<Tables>,
  authority: Authority | undefined,
  now: Instant,
  trusted?: readonly TrustedKey[],
): Promise<Admitted | undefined> {
  trusted ??= await trustedKeys(db);
  if (!trusted.length || authority === 'servanda') return undefined;
  if (!authority) throw new NotAllowed({ code: 'notShown' });
  const { token, whyNot, ...asked } = authority;
  const right = read(token, { trusted, ...asked });
  const taken = await invalidatedRights(db, now);
  for (const one of right.onBehalf ? [right, right.onBehalf] : [right]) assertStillValid(one, taken, now);
  const why = whyNot(right);
  if (why) throw refused(why, right.identity);
  return { right, token: token as string };
}

function read(token: unknown, expected: Parameters<typeof readRight>[1]): Right {
  try {
    return readRight(token, expected, isSigned);
  } catch (cause) {
    if (cause instanceof NoRight) throw new NotAllowed(cause.fault);
    throw cause;
  }
}

const refused = (why: RightFault, { person, id }: Right['identity']): NotAllowed => new NotAllowed(why, person, id);

interface InvalidatedRights {
  revoked: Revoked[];
  /** By the ids of the rights: why each was refused. */
  spent: Map<string, Refusal | null>;
}

/** What is no longer valid, in one query. A refused right is remembered for as long as it could be presented again. */
async function invalidatedRights(db: Kysely<Tables>, now: Instant): Promise<InvalidatedRights> {
  const since = now - lifeOfRight * 1000 - 2 * clocksApart;
  const recent = { kind: 'spent', since } as const;
  const lines = await linesOf(db, ['revocation', 'spent'], registerWide, { recent });
  const spent = lines.filter(line => line.kind === 'spent').map(line => contentOf(line) as SpentBody);
  return {
    revoked: lines.filter(line => line.kind === 'revocation').map(line => ({ ...(contentOf(line) as Revocation), ...whoEntered(line) })),
    spent: new Map(spent.map(({ right, why }) => [right, why])),
  };
}

interface SpentBody {
  right: string;
  /** Null if it would have been too large. */
  why: Refusal | null;
}

/** Characters of a refusal's JSON, which may repeat what was sent. */
const longestWhy = 2_000;

/** Refuses a right that has expired, was revoked, is not yet valid, or was refused before. */
function assertStillValid({ id, identity, begins, expires }: Right, { revoked, spent }: InvalidatedRights, now: Instant): void {
  const why = whyNoLonger(identity, revoked, now);
  if (why) throw refused(why, identity);
  const before = spent.get(id);
  if (before !== undefined) throw refused({ code: 'refusedBefore', refusal: before }, identity);
  const begin = Math.max(begins, identity.begins);
  if (begin > now + clocksApart) throw refused({ code: 'notYet', from: formatInstant(begin), now: formatInstant(now) }, identity);
  if (expires <= now) throw refused({ code: 'tooOld', on: formatInstant(expires) }, identity);
}

const formatInstant = (instant: Instant): string => `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Why an identity is no longer valid; undefined if it is. Revoking a person revokes all identities issued to them so far. */
export function whyNoLonger(
  { id, person, issued, expires }: Pick<Right['identity'], 'id' | 'person' | 'issued' | 'expires'>,
  revoked: readonly Revoked[],
  now: Instant,
): Extract<RightFault, { code: 'identityExpired' | 'identityRevoked' }> | undefined {
  if (expires <= now) return { code: 'identityExpired', person, on: formatInstant(expires) };
  const found = revoked.find(r => ('identity' in r ? r.identity === id : isSamePerson(r.person, person) && issued <= r.at));
  return found && { code: 'identityRevoked', person, on: formatInstant(found.at), reason: found.reason };
}

/** Checks that a right is valid now, for requests that write nothing. @throws NotAllowed */
export async function assertRight(db: Kysely<Tables>, authority: Authority, now: Instant): Promise<void> {
  await verifyRight(db, authority, now);
}

export async function trustedKeys(db: Kysely<Tables>): Promise<TrustedKey[]> {
  const last = new Map((await authorities(db)).map(change => [change.kid, change]));
  return [...last.values()].filter(({ state }) => state === 'trusted').map(({ kid, x }) => ({ kid, x }));
}

/** Every change of the trusted authorities, in order. */
export const authorities = (db: Kysely<Tables>): Promise<Trusted[]> => entered<TrustChange>(db, 'authority');

export const revocations = (db: Kysely<Tables>): Promise<Revoked[]> => entered<Revocation>(db, 'revocation');

async function entered<T>(db: Kysely<Tables>, kind: 'authority' | 'revocation'): Promise<(T & EnteredBy)[]> {
  return (await linesOf(db, [kind], registerWide)).map(line => ({ ...(contentOf(line) as T), ...whoEntered(line) }));
}

const whoEntered = ({ by, at }: SealedLine): EnteredBy => ({ by, at });

/** Call within `alone`. @throws NotAllowed */
export async function writeTrust(
  db: Kysely<Tables>,
  { kid, x, state, reason }: TrustChange,
  { by, at }: EnteredBy,
  authority: Authority | undefined,
  now: Instant,
): Promise<void> {
  await verifyRight(db, authority, now);
  const trusted = await trustedKeys(db);
  const known = trusted.find(t => t.kid === kid);
  if (known && known.x !== x) throw new NotAllowed({ code: 'keyInUse', authority: kid });
  const isTrusted = known !== undefined;
  if (isTrusted === (state === 'trusted')) return;
  if (isTrusted && trusted.length === 1) throw new NotAllowed({ code: 'onlyAuthority', authority: kid });
  await write(db, registerWide, { kind: 'authority', by, at, body: { kid, x, state, reason } });
}

/** Call within `alone`. @throws NotAllowed */
export async function writeRevocation(
  db: Kysely<Tables>,
  revocation: Revocation,
  { by, at }: EnteredBy,
  authority: Authority | undefined,
  now: Instant,
): Promise<void> {
  await verifyRight(db, authority, now);
  await write(db, registerWide, { kind: 'revocation', by, at, body: revocation });
}

/**
 * Spends a refused right: within its hour the obstacle may disappear, and an eavesdropper could then use it. An invalid right needs no
 * line. Call within `alone`.
 */
export async function writeSpent(db: Kysely<Tables>, { why, ...shown }: Spent, now: Instant): Promise<void> {
  try {
    const found = await verifyRight(db, { ...shown, whyNot: () => undefined }, now);
    if (!found) return;
    const { right } = found;
    const body = { why: JSON.stringify(why).length > longestWhy ? null : why };
    const ids = [right.id, ...(right.onBehalf ? [right.onBehalf.id] : [])];
    const { person } = (right.onBehalf ?? right).identity;
    await write(db, registerWide, ...ids.map(id => ({ kind: 'spent' as const, by: person, at: now, body: { right: id, ...body } })));
  } catch (cause) {
    if (!(cause instanceof NotAllowed)) throw cause;
  }
}

/** The right on which each entry was made, if any, by its own claims: they were verified when it was used. */
export async function authorisations(db: Kysely<Tables>, agreement?: string): Promise<Authorisation[]> {
  return (await linesOf(db, ['right'], agreement)).flatMap(line => {
    const { entries, token } = contentOf(line) as RightBody;
    const { id: right, identity, onBehalf } = claimedBy(token);
    const { id, person, actsFor, roles, issuer } = identity;
    const of = { agreement: line.agreement, right, token, identity: id, person, actsFor, roles, issuer, ...(onBehalf ? { onBehalf } : {}) };
    return entries.map(entry => ({ ...of, entry }));
  });
}
