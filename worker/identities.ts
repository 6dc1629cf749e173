/**
 * Rights at the start of a process. On a personal machine `up` creates an authority and an identity for the local user; elsewhere the
 * authority's key is stored separately and the worker gets an identity of the service.
 */
import { claimsOf, authorityFile, heldBy, identitiesFolder, putIdentity, readAuthority, readHeld, writeSecret } from '../identity/files.ts';
import { issueIdentity, publicPartOf, signRight, type HeldIdentity, type KeyPair } from '../identity/authority.ts';
import type { IdentityClaims } from '../identity/shapes.ts';
import { newSigningKey } from '../secrets/signing-key.ts';
import type { SignAsService } from '../activities/rights.ts';
import { OwnFailure } from '../machines/own-failure.ts';
import { everyParty, type Role } from '../machines/rights.ts';
import type { Registers } from '../register/home.ts';
import type { Configuration } from './configuration.ts';
import type { StartFault } from './server-faults.ts';

const day = 86_400_000;
/** The default lifetime of an identity. */
export const lifeOfIdentity = 365 * day;

/** The roles of a personal machine's only user: everything a desk does. The second pair of eyes must still be another person's. */
const localRoles: readonly Role[] = ['reader', 'drafter', 'approver', 'registrar', 'operator'];

export class NoIdentity extends OwnFailure<StartFault> {
  override readonly name = 'NoIdentity';
}

type Place = Pick<Configuration, 'home' | 'identity'>;

/** Creates an authority if the registers trust none, and the local user's identity if it is missing or expires soon. */
export async function ensureLocal({ home }: Place, registers: Registers, user: string, now: number): Promise<void> {
  await ensureAuthority(home, registers, user, now);
  const authority = await readAuthority(authorityFile(home));
  if (!authority || !(await isTrusted(registers, authority))) return;
  const folder = identitiesFolder(home);
  const found = await heldBy(folder, user);
  if (found && (claimsOf(found).exp * 1000 > now + 30 * day || !isLocal(claimsOf(found)))) return;
  const holder = { person: user, actsFor: everyParty, roles: localRoles };
  const held = await issueIdentity(authority, holder, { now, until: now + lifeOfIdentity });
  await putIdentity(folder, held, { now, replace: false });
}

/** Whether it is as issued here: one with other roles must not be replaced by one with all. */
const isLocal = ({ for: actsFor, roles }: Pick<IdentityClaims, 'for' | 'roles'>): boolean =>
  actsFor === everyParty && roles.length === localRoles.length && localRoles.every(role => roles.includes(role));

/** Trusts a first authority in each register that has none: the home's, created if missing. */
export async function ensureAuthority(
  home: string,
  registers: Registers,
  by: string,
  now: number,
  file = authorityFile(home),
): Promise<KeyPair | undefined> {
  const bare = [];
  for (const rehearsals of [false, true]) if (!(await registers.of(rehearsals).trusted()).length) bare.push(registers.of(rehearsals));
  if (!bare.length) return undefined;
  const authority = (await readAuthority(file)) ?? newSigningKey();
  await writeSecret(file, authority, { replace: true });
  for (const register of bare)
    await register.trust({ ...publicPartOf(authority), state: 'trusted', reason: 'the first authority of this register' }, { by, at: now });
  return authority;
}

async function isTrusted(registers: Registers, { kid }: KeyPair): Promise<boolean> {
  return (await registers.of(false).trusted()).some(t => t.kid === kid);
}

/**
 * How the service signs its own requests; undefined while no right is required. @throws NoIdentity if one is, and it has neither an
 * identity nor the authority to issue one
 */
export async function serviceSigner({ home, identity }: Place, registers: Registers): Promise<SignAsService | undefined> {
  if (!(await registers.of(false).trusted()).length && !(await registers.of(true).trusted()).length) return undefined;
  const authority = await readAuthority(authorityFile(home));
  const given = identity === undefined ? undefined : await readHeld(identity);
  const isOwn = given && claimsOf(given).roles.includes('service');
  if (!isOwn && !(authority && (await isTrusted(registers, authority))))
    throw new NoIdentity({ code: 'noIdentityOfService', authority: authorityFile(home) });
  const held = isOwn ? async () => given : renewed(authority!);
  return async (audience, hash, onBehalf) => signRight(await held(), { audience, hash, onBehalf, now: Date.now() });
}

/** The service's identity, never written to disk and renewed before it expires. */
function renewed(authority: KeyPair): () => Promise<HeldIdentity> {
  let held: HeldIdentity | undefined;
  return async () => {
    const now = Date.now();
    if (!held || claimsOf(held).exp * 1000 < now + day)
      held = await issueIdentity(
        authority,
        { person: 'servanda', actsFor: everyParty, roles: ['service'] },
        { now, until: now + 30 * day },
      );
    return held;
  };
}
