/** What the `identity` commands share: a home's registers, the right to register-wide commands, the roles flag. */
import { presentedRight } from '../../activities/rights.ts';
import type { Context } from '../../client/context.ts';
import { asSentFromHere } from '../../client/failures.ts';
import { refuse } from '../../machines/refusal.ts';
import { inEnglish } from '../../wording/refusals/english.ts';
import { roles as allRoles, authorizeCommand, type Role } from '../../machines/rights.ts';
import { NotAllowed } from '../../register/errors.ts';
import { openSecurityLog } from '../../worker/security-log.ts';
import type { Registers } from '../../register/home.ts';
import type { PresentedRight } from '../../register/rights.ts';
import { rightsOf } from '../../client/rights.ts';
import { UsageError } from '../failures.ts';
import { text } from '../flags.ts';
import { contextOf } from '../client.ts';
import type { Words } from '../words.ts';
import type { CliContext } from '../world.ts';

/** Opens a home's registers, and creates them if there are none. */
export async function withRegisters<T>(
  world: CliContext,
  home: string | undefined,
  use: (registers: Registers, context: Context) => Promise<T>,
): Promise<T> {
  const context = contextOf(world, home);
  const config = await context.configuration();
  try {
    return await use(await context.registers(), context);
  } catch (cause) {
    if (!(cause instanceof NotAllowed)) throw cause;
    const { fault, person, identity } = cause;
    const refused = asSentFromHere(refuse('rightRefused', { fault }));
    const who = { ...(person ? { person } : {}), ...(identity ? { identity } : {}) };
    openSecurityLog(config.home).refused({ where: 'register', of: 'identity', ...who, why: inEnglish(refused) });
    throw new UsageError(world.words.refusal(refused));
  }
}

/** The audience that rights to the register itself are signed for. No workflow has such an id. */
const namespace = 'register';
const place = 'identity';

/** The caller's right to a command of the register itself. @throws UsageError */
export async function rightToRegister(
  context: Context,
  name: 'trust' | 'revoke',
  request: { by: string; reason: string },
): Promise<PresentedRight> {
  const { audienceOf } = await import('../../identity/shapes.ts');
  const asked = await rightsOf(context, namespace)(request.by, place, name, request);
  return presentedRight(name, asked, { by: request.by, audience: audienceOf(namespace, place) }, holder => authorizeCommand(holder, name));
}

/** Parses `drafter,approver`. The service role can't be given to a person. @throws UsageError */
export function rolesFrom({ m, say }: Words, given: string | undefined): Role[] {
  const { identity: texts } = m.administration;
  const known = allRoles.join(', ');
  if (!given) throw new UsageError(say(texts.rolesMissing, { known }));
  const named = [...new Set(given.split(',').map(r => r.trim()))];
  const unknown = named.filter(r => !(allRoles as readonly string[]).includes(r));
  if (unknown.length) throw new UsageError(say(texts.rolesUnknown, { roles: unknown.join(', '), known }));
  if (named.includes('service') && named.length > 1) throw new UsageError(texts.serviceAlone);
  return named as Role[];
}

export const authorityFlag = text('FILE', 'authorityKey');
