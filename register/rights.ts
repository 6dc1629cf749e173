/**
 * Who may write: which authorities are believed, whose rights were taken away, and on what authority each entry was made. Asked
 * in the transaction of the write itself, by the clock of the wall: a right taken away a moment ago is gone.
 */
import type { Kysely } from 'kysely';
import { claimedBy, NoRight, readRight, type Right } from '../identity/right.ts';
import { clocksApart, type TrustedKey } from '../identity/shapes.ts';
import type { Instant } from '../clauses/calendar.ts';
import { isSigned } from '../identity/signature.ts';
import { NotAllowed } from './errors.ts';
import { contentOf, linesOf, write } from './lines.ts';
import { isSamePerson } from '../machines/persons.ts';
import { registerWide, type Tables } from './tables.ts';
import type { Authorisation, Entered, Line, Revocation, Revoked, TrustChange, Trusted } from './types.ts';

/** A right as it was shown, for what it must be, and whether its holder may: `whyNot` says why not. */
export interface Shown {
  token: unknown;
  /** `namespace/workflow id`. */
  audience: string;
  hash: string;
  whyNot: (right: Right) => string | undefined;
}

/** `servanda`: a step of its own, which nobody asked for: a weighing, a closing, a draft that a decision calls for. */
export type Authority = Shown | 'servanda';

interface Admitted {
  right: Right;
  token: string;
}

/** What is kept of a right: the entries that were made on it, all in the step after it, and it itself as it was signed. */
interface RightBody {
  entries: string[];
  token: string;
}

/** Entries of these kinds are made anew each time that they are asked for: a right makes one of them, once. */
const oncePerRight: readonly Line['type'][] = ['described', 'notice.step', 'protocol.step'];

/** The right on which an entry may be written; undefined where none is asked for. @throws NotAllowed */
export async function admitted(
  db: Kysely<Tables>,
  {
    agreement,
    entry,
    authority,
    trusted,
  }: { agreement: string; entry: Line; authority: Authority | undefined; trusted: readonly TrustedKey[] },
  now: Instant,
): Promise<Admitted | undefined> {
  const found = await rightIn(db, authority, now, trusted);
  if (!found || !oncePerRight.includes(entry.type)) return found;
  const { right } = found;
  // A right is for one workflow, and so for one agreement: no other one has it.
  const before = (await authorisations(db, agreement)).find(a => a.right === right.id);
  if (before)
    throw refused(`this right was used already, for ${before.entry} of ${agreement}, which was asked again with it`, right.identity);
  return found;
}

async function rightIn(
  db: Kysely<Tables>,
  authority: Authority | undefined,
  now: Instant,
  trusted?: readonly TrustedKey[],
): Promise<Admitted | undefined> {
  trusted ??= await trustedKeys(db);
  if (!trusted.length || authority === 'servanda') return undefined;
  if (!authority) throw new NotAllowed('no right was shown');
  const { token, audience, hash, whyNot } = authority;
  const right = read(token, { trusted, audience, hash });
  for (const one of right.onBehalf ? [right, right.onBehalf] : [right]) await refuseSpent(db, one, now);
  const why = whyNot(right);
  if (why) throw refused(why, right.identity);
  return { right, token: token as string };
}

function read(token: unknown, expected: Parameters<typeof readRight>[1]): Right {
  try {
    return readRight(token, expected, isSigned);
  } catch (cause) {
    if (cause instanceof NoRight) throw new NotAllowed(cause.message);
    throw cause;
  }
}

const refused = (why: string, { person, id }: Right['identity']): NotAllowed => new NotAllowed(why.replace(/\.$/, ''), person, id);

/** Expired, taken away, or of a time to come. */
async function refuseSpent(db: Kysely<Tables>, { identity, begins, expires }: Right, now: Instant): Promise<void> {
  const why = whyNoLonger(identity, await revocations(db), now);
  if (why) throw refused(why, identity);
  const begin = Math.max(begins, identity.begins);
  if (begin > now + clocksApart)
    throw refused(`this counts from ${inWords(begin)} on; where that is past, a clock is wrong: ${inWords(now)} is now`, identity);
  if (expires <= now) throw refused(`the right was signed too long ago, and expired on ${inWords(expires)}; ask again`, identity);
}

const inWords = (instant: Instant): string => `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Why an identity counts no more; undefined when it does. The revocation of a person takes what was issued until then. */
export function whyNoLonger(
  { id, person, issued, expires }: Pick<Right['identity'], 'id' | 'person' | 'issued' | 'expires'>,
  revoked: readonly Revoked[],
  now: Instant,
): string | undefined {
  if (expires <= now) return `the identity of ${person} expired on ${inWords(expires)}; have it issued anew`;
  const found = revoked.find(r => ('identity' in r ? r.identity === id : isSamePerson(r.person, person) && issued <= r.at));
  return found && `the identity of ${person} was revoked on ${inWords(found.at)}: ${found.reason}`;
}

/** Whether a right may be used now, for what writes nothing. @throws NotAllowed */
export async function assertRight(db: Kysely<Tables>, authority: Authority, now: Instant): Promise<void> {
  await rightIn(db, authority, now);
}

export async function trustedKeys(db: Kysely<Tables>): Promise<TrustedKey[]> {
  const last = new Map((await authorities(db)).map(change => [change.kid, change]));
  return [...last.values()].filter(({ state }) => state === 'trusted').map(({ kid, x }) => ({ kid, x }));
}

/** Every change of them, in order. */
export const authorities = (db: Kysely<Tables>): Promise<Trusted[]> => entered<TrustChange>(db, 'authority');

export const revocations = (db: Kysely<Tables>): Promise<Revoked[]> => entered<Revocation>(db, 'revocation');

async function entered<T>(db: Kysely<Tables>, kind: 'authority' | 'revocation'): Promise<(T & Entered)[]> {
  const lines = await linesOf(db, [kind], registerWide);
  return lines.map(line => ({ ...(contentOf(line) as T), by: line.by, at: line.at }));
}

/** To be called alone on the database. @throws NotAllowed */
export async function writeTrust(
  db: Kysely<Tables>,
  { kid, x, state, reason }: TrustChange,
  { by, at }: Entered,
  authority: Authority | undefined,
  now: Instant,
): Promise<void> {
  await rightIn(db, authority, now);
  const trusted = await trustedKeys(db);
  const known = trusted.find(t => t.kid === kid);
  if (known && known.x !== x)
    throw new NotAllowed(`another key is trusted under the id ${kid}; name this one otherwise, or withdraw that one`);
  const is = known !== undefined;
  if (is === (state === 'trusted')) return;
  if (is && trusted.length === 1) throw new NotAllowed(`${kid} is the only authority that is trusted; trust another one first`);
  await write(db, registerWide, { kind: 'authority', by, at, body: { kid, x, state, reason } });
}

/** To be called alone on the database. @throws NotAllowed */
export async function writeRevocation(
  db: Kysely<Tables>,
  revocation: Revocation,
  { by, at }: Entered,
  authority: Authority | undefined,
  now: Instant,
): Promise<void> {
  await rightIn(db, authority, now);
  await write(db, registerWide, { kind: 'revocation', by, at, body: revocation });
}

/** On what authority each entry was made that was made on one, by what the rights say: they were proved when they were used. */
export async function authorisations(db: Kysely<Tables>, agreement?: string): Promise<Authorisation[]> {
  return (await linesOf(db, ['right'], agreement)).flatMap(line => {
    const { entries, token } = contentOf(line) as RightBody;
    const { id: right, identity } = claimedBy(token);
    const { id, person, actsFor, roles, issuer } = identity;
    return entries.map(entry => ({ agreement: line.agreement, entry, right, token, identity: id, person, actsFor, roles, issuer }));
  });
}
