/**
 * The caller, and the right that accompanies a request: the person's identity is checked here first and signs the request for one workflow.
 */
import type { HeldIdentity } from '../identity/authority.ts';
import type { WithRight } from '../workflows/messages.ts';
import type { Registers } from '../register/home.ts';
import { rightFaultIn } from '../wording/refusals/sentence.ts';
import type { Wording } from '../wording/wording.ts';
import type { Context } from './context.ts';
import { InvalidRequest, type InvalidCode } from './failures.ts';

/** Adds the right to a person's request to a workflow; returns the request unchanged if the person has no identity here. */
export type RightTo = <R extends object>(by: string, workflowId: string, name: string, request: R) => Promise<R & WithRight>;

/** `namespace`: Temporal's, or another recipient's. @throws InvalidRequest if the identity is another person's, expired or revoked */
export function rightsOf(context: Context, namespace: string): RightTo {
  const found = new Map<string, Promise<HeldIdentity | undefined>>();
  return async (by, workflowId, name, request) => {
    const isFirst = !found.has(by);
    const held = await (found.get(by) ?? found.set(by, identityOf(context, by)).get(by)!);
    if (!held) return request;
    if (isFirst) context.onSigned((await import('../identity/files.ts')).claimsOf(held));
    const { signRight } = await import('../identity/authority.ts');
    const { requestHash } = await import('../identity/request-hash.ts');
    const { audienceOf } = await import('../identity/shapes.ts');
    const asked = { audience: audienceOf(namespace, workflowId), hash: requestHash(name, request), now: Date.now() };
    return { ...request, right: await signRight(held, asked) };
  };
}

/** A person's identity: the one named, or one in `home`; undefined if `home` has none at all. @throws InvalidRequest */
export async function identityOf(context: Context, person: string): Promise<HeldIdentity | undefined> {
  const { held, fault } = await identityFound(context, person);
  return fault ? refuse(context, fault) : held;
}

interface NoIdentity {
  code: InvalidCode;
  values: Record<string, string>;
  /** The person and the identity for the security log. */
  who: { person: string; identity?: string; by?: string };
}

/** The same before any request: an unusable identity does not fail and is not logged. @throws InvalidRequest if its file is missing */
export async function identityFound(context: Context, person: string): Promise<{ held?: HeldIdentity | undefined; fault?: NoIdentity }> {
  const { home, identity, wording } = context;
  const { claimsOf, heldBy, heldIn, identitiesFolder } = await import('../identity/files.ts');
  const { isSamePerson } = await import('../machines/persons.ts');
  const folder = identitiesFolder(home);
  const held =
    identity === undefined ? await heldBy(folder, person) : typeof identity === 'string' ? await named(wording, identity) : identity;
  if (!held && !(await heldIn(folder)).length) return {};
  if (!held) return { fault: { code: 'noIdentity', values: { person, folder }, who: { person } } };
  const { jti, sub } = claimsOf(held);
  if (!isSamePerson(sub, person)) {
    const file = typeof identity === 'string' ? identity : folder;
    return { fault: { code: 'otherIdentity', values: { file, owner: sub, person }, who: { person: sub, identity: jti, by: person } } };
  }
  const why = context.hasRegister() ? await whyIdentityInvalid(wording, held, await context.registers({ reading: true })) : undefined;
  return why ? { fault: { code: 'identityNotAllowed', values: { why }, who: { person: sub, identity: jti } } } : { held };
}

/** Also writes the refusal to the security log. @throws InvalidRequest */
async function refuse({ home, wording, where }: Context, { code, values, who }: NoIdentity): Promise<never> {
  const { refusedAtCommandLine } = await import('../worker/security-log.ts');
  const failure = new InvalidRequest(code, values, wording);
  refusedAtCommandLine(home, { where: where ?? 'command line', of: 'identity', ...who, why: failure.message });
  throw failure;
}

async function named(wording: Wording, file: string): Promise<HeldIdentity> {
  const { readHeld } = await import('../identity/files.ts');
  const held = await readHeld(file);
  if (!held) throw new InvalidRequest('noIdentityFile', { file }, wording);
  return held;
}

/** Why an identity is no longer valid, checked before anything is sent; the register checks again in the transaction of the write. */
async function whyIdentityInvalid(wording: Wording, held: HeldIdentity, registers: Registers): Promise<string | undefined> {
  const { claimsOf } = await import('../identity/files.ts');
  const { whyNoLonger } = await import('../register/rights.ts');
  const { jti: id, sub: person, iat, exp } = claimsOf(held);
  const revocations = [...(await registers.of(false).revocations()), ...(await registers.of(true).revocations())];
  const fault = whyNoLonger({ id, person, issued: iat * 1000, expires: exp * 1000 }, revocations, Date.now());
  return fault && rightFaultIn(fault, wording);
}
