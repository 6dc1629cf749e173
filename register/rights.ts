/**
 * Who may write: which authorities are believed, whose rights were taken away, and on what authority each entry was made. Asked
 * in the transaction of the write itself, by the clock of the wall: a right taken away a moment ago is gone.
 */
import type { Kysely } from 'kysely';
import { NoRight, readRight, type Right } from '../identity/right.ts';
import { isSigned } from '../identity/signature.ts';
import { clocksApart, type TrustedKey } from '../identity/shapes.ts';
import type { Instant } from '../clauses/calendar.ts';
import { canonical } from './canonical.ts';
import { NotAllowed } from './errors.ts';
import { insertSealed, nextLineOf } from './journal.ts';
import { isSamePerson } from '../machines/rights.ts';
import { registerWide, type AuthorisationRow, type RevocationRow, type Tables } from './tables.ts';
import type { Entered, Line, Revocation, TrustChange } from './types.ts';

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

export interface Admitted {
  right: Right;
  token: string;
}

/** Entries of these kinds are made anew each time that they are asked for: a right makes one of them, once. */
const oncePerRight: readonly Line['type'][] = ['described', 'notice.step', 'protocol.step'];

/** The right on which an entry may be written; undefined where none is asked for. @throws NotAllowed */
export async function admitted(
  db: Kysely<Tables>,
  { agreement, entry, authority }: { agreement: string; entry: Line; authority: Authority | undefined },
  now: Instant,
): Promise<Admitted | undefined> {
  const found = await rightIn(db, authority, now);
  if (!found || !oncePerRight.includes(entry.type)) return found;
  const { right } = found;
  const before = await db.selectFrom('authorisations').selectAll().where('token_id', '=', right.id).executeTakeFirst();
  if (before)
    throw refused(
      `this right was used already, for ${before.entry} of ${before.agreement}; ${agreement} was asked again with it`,
      right.identity,
    );
  return found;
}

async function rightIn(db: Kysely<Tables>, authority: Authority | undefined, now: Instant): Promise<Admitted | undefined> {
  const trusted = await trustedKeys(db);
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
  const revocations = await db.selectFrom('revocations').selectAll().orderBy('seq').execute();
  const why = whyNoLonger(identity, revocations, now);
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
  revocations: readonly RevocationRow[],
  now: Instant,
): string | undefined {
  if (expires <= now) return `the identity of ${person} expired on ${inWords(expires)}; have it issued anew`;
  const revoked = revocations.find(r => (r.identity ? r.identity === id : isSamePerson(r.person, person) && issued <= r.at));
  return revoked && `the identity of ${person} was revoked on ${inWords(revoked.at)}: ${revoked.reason}`;
}

/** Whether a right may be used now, for what writes nothing. @throws NotAllowed */
export async function assertRight(db: Kysely<Tables>, authority: Authority, now: Instant): Promise<void> {
  await rightIn(db, authority, now);
}

export async function trustedKeys(db: Kysely<Tables>): Promise<TrustedKey[]> {
  const rows = await db.selectFrom('authorities').selectAll().orderBy('seq').execute();
  const last = new Map(rows.map(row => [row.kid, row]));
  return [...last.values()].filter(row => row.state === 'trusted').map(({ kid, public_key: x }) => ({ kid, x }));
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
  const row = { agreement: registerWide, kid, public_key: x, state, reason, entered_by: by, at } as const;
  await insertSealed(db, 'authorities', { seq: await nextLineOf(db, 'authorities'), ...row });
}

/** To be called alone on the database. @throws NotAllowed */
export async function writeRevocation(
  db: Kysely<Tables>,
  { reason, ...of }: Revocation,
  { by, at }: Entered,
  authority: Authority | undefined,
  now: Instant,
): Promise<void> {
  await rightIn(db, authority, now);
  const whose = { identity: 'identity' in of ? of.identity : '', person: 'person' in of ? of.person : '' };
  const row = { agreement: registerWide, ...whose, reason, entered_by: by, at } as const;
  await insertSealed(db, 'revocations', { seq: await nextLineOf(db, 'revocations'), ...row });
}

/** To be called alone on the database, after the entry was written. */
export async function writeAuthorisation(
  db: Kysely<Tables>,
  { agreement, entry, at }: Pick<AuthorisationRow, 'agreement' | 'entry' | 'at'>,
  { right, token }: Admitted,
): Promise<void> {
  const { id: identity, person, actsFor, roles, issuer } = right.identity;
  await insertSealed(db, 'authorisations', {
    seq: await nextLineOf(db, 'authorisations'),
    agreement,
    entry,
    identity,
    person,
    acts_for: actsFor,
    roles: canonical(roles),
    issuer,
    token_id: right.id,
    token,
    at,
  });
}

export async function authorisationLines(db: Kysely<Tables>, agreement?: string): Promise<AuthorisationRow[]> {
  const all = db.selectFrom('authorisations').selectAll().orderBy('seq');
  return (agreement === undefined ? all : all.where('agreement', '=', agreement)).execute();
}
