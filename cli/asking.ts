/** Who asks, and the right that goes with a request: the person's identity, checked here first, signs it for one workflow. */
import type { HeldIdentity } from '../identity/authority.ts';
import type { WithRight } from '../workflows/messages.ts';
import type { Registers } from '../register/home.ts';
import { BadInput } from './failures.ts';
import { registersOf } from './registers.ts';
import type { World } from './world.ts';

export interface Place {
  home: string;
  /** The file of an identity that is named: SERVANDA_IDENTITY. */
  identity: string | undefined;
  namespace: string;
}

/** A request of a person to a workflow, with the right to it; as it is, where the person has no identity here. */
export type RightTo = <R extends object>(by: string, workflowId: string, name: string, request: R) => Promise<R & WithRight>;

/** @throws BadInput when the identity is another's, has expired or was revoked */
export function rightsOf(world: World, place: Place): RightTo {
  const found = new Map<string, Promise<HeldIdentity | undefined>>();
  return async (by, workflowId, name, request) => {
    const isFirst = !found.has(by);
    const held = await (found.get(by) ?? found.set(by, identityOf(world, place, by)).get(by)!);
    if (!held) return request;
    if (isFirst) await sayWhose(world, held);
    const { signRight } = await import('../identity/authority.ts');
    const { requestHash } = await import('../identity/request-hash.ts');
    const { audienceOf } = await import('../identity/shapes.ts');
    const asked = { audience: audienceOf(place.namespace, workflowId), hash: requestHash(name, request), now: Date.now() };
    return { ...request, right: await signRight(held, asked) };
  };
}

/** Once a command: in whose name it asks, and by which identity. */
async function sayWhose(world: World, held: HeldIdentity): Promise<void> {
  const { claimsOf } = await import('../identity/files.ts');
  const { sub, for: actsFor, roles, jti, exp } = claimsOf(held);
  const { m, say, and } = world.words;
  world.tell(
    say(m.identity.used, { person: sub, actsFor, roles: and(roles), id: jti, until: new Date(exp * 1000).toISOString().slice(0, 10) }),
  );
}

/** The identity of a person: that which is named, or one of the home. Undefined where the home has none at all. @throws BadInput */
export async function identityOf(
  world: World,
  { home, identity: file }: Omit<Place, 'namespace'>,
  person: string,
): Promise<HeldIdentity | undefined> {
  const { claimsOf, heldBy, heldIn, identitiesFolder } = await import('../identity/files.ts');
  const { isSamePerson } = await import('../machines/persons.ts');
  const { m, say } = world.words;
  const folder = identitiesFolder(home);
  const held = file === undefined ? await heldBy(folder, person) : await named(world.words, file);
  if (!held && !(await heldIn(folder)).length) return undefined;
  if (!held) return refuse(home, { person }, say(m.identity.none, { person, folder }));
  const { jti, sub } = claimsOf(held);
  if (!isSamePerson(sub, person))
    return refuse(home, { person: sub, identity: jti, by: person }, say(m.identity.others, { file: file ?? folder, owner: sub, person }));
  const why = await whySpent(held, await registersOf(world, home, { reading: true }));
  return why ? refuse(home, { person: sub, identity: jti }, say(m.identity.notAllowed, { why })) : held;
}

/** What is refused at the command line stands in the security log as well. @throws BadInput */
async function refuse(home: string, who: { person: string; identity?: string; by?: string }, why: string): Promise<never> {
  const { refusedAtCommandLine } = await import('../worker/security-log.ts');
  refusedAtCommandLine(home, { where: 'command line', of: 'identity', ...who, why });
  throw new BadInput(why);
}

async function named({ m, say }: World['words'], file: string): Promise<HeldIdentity> {
  const { readHeld } = await import('../identity/files.ts');
  const held = await readHeld(file);
  if (!held) throw new BadInput(say(m.identity.noFile, { file }));
  return held;
}

/** Why an identity counts no more, said before anything is sent; the register asks again in the transaction of the write. */
async function whySpent(held: HeldIdentity, registers: Registers): Promise<string | undefined> {
  const { claimsOf } = await import('../identity/files.ts');
  const { whyNoLonger } = await import('../register/rights.ts');
  const { jti: id, sub: person, iat, exp } = claimsOf(held);
  const revocations = [...(await registers.of(false).revocations()), ...(await registers.of(true).revocations())];
  return whyNoLonger({ id, person, issued: iat * 1000, expires: exp * 1000 }, revocations, Date.now());
}
