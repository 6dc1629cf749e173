/** Calendar addresses. The register has only the hash of the token in each; anyone with the address reads it until it is revoked. */
import { createHash, randomBytes } from 'node:crypto';
import { nearest } from '../agreements/nearest.ts';
import type { Language } from '../clauses/desk.ts';
import { requestHash } from '../identity/request-hash.ts';
import { whyNotBy, type Right } from '../identity/right.ts';
import { audienceOf } from '../identity/shapes.ts';
import type { RightFault } from '../machines/right-fault.ts';
import { authorizeCommand } from '../machines/rights.ts';
import { refuse } from '../machines/refusal.ts';
import { NotAllowed } from '../register/errors.ts';
import type { CalendarScope, CalendarToken, CalendarTokenMade } from '../register/types.ts';
import { slipsIn } from '../wording/faults/slips.ts';
import type { Context } from './context.ts';
import { asSentFromHere, InvalidRequest, Refused } from './failures.ts';
import { overviewOf } from './overview.ts';
import { rightsOf } from './rights.ts';

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Returns the token once; the register keeps only its hash. @throws Refused; InvalidRequest if the calendar would always be empty */
export async function newCalendarToken(
  context: Context,
  scope: CalendarScope,
  language: Language = context.language,
): Promise<{ id: string; token: string }> {
  await assertShown(context, scope);
  const token = randomBytes(32).toString('base64url');
  const hash = hashOf(token);
  const id = hash.slice(0, 10);
  const { tokens, assert } = await tokensOf(context);
  await assert('newCalendar', { ...scope, language }, context.person, false);
  await tokens.add({ ...scope, hash, id, language, by: context.person, at: await context.now() });
  return { id, token };
}

async function assertShown(context: Context, asked: CalendarScope): Promise<void> {
  if (asked.scope !== 'party' && asked.scope !== 'person') return;
  const { scope, of } = asked;
  const { found } = await overviewOf(context, false);
  const known = new Set(found.flatMap(({ glance }) => (scope === 'party' ? glance.parties.map(p => p.id) : (glance.responsible ?? []))));
  if (known.has(of)) return;
  const { wording } = context;
  const slips = slipsIn(of, wording).map(slip => `; ${slip}`);
  const near = slips.length ? undefined : nearest(of, [...known]);
  throw new InvalidRequest('emptyCalendar', { scope, of, slips: slips.join(''), near: near ?? 'none' }, wording);
}

/** The calendars, without their tokens, which are not stored. */
export const calendarTokens = async (context: Context): Promise<(CalendarScope & Omit<CalendarTokenMade, 'hash'>)[]> =>
  (await (await tokensOf(context)).tokens.list()).map(({ hash: _, ...token }) => token);

/** Revokes the caller's own token; only an operator may revoke another person's. @throws Refused, InvalidRequest */
export async function revokeCalendarToken(context: Context, id: string): Promise<void> {
  const { tokens, assert } = await tokensOf(context);
  const found = (await tokens.list()).find(one => one.id === id);
  if (!found) throw new InvalidRequest('unknownCalendar', { id }, context.wording);
  await assert('revokeCalendar', { id }, context.person, found.by !== context.person);
  await tokens.revoke(id);
}

/** The calendar that a token opens; undefined if the token is unknown or revoked. */
export const calendarAt = async (context: Context, token: string): Promise<CalendarToken | undefined> =>
  (await tokensOf(context)).tokens.find(hashOf(token));

/** The audience that these rights are signed for. No workflow has such an id. */
const namespace = 'register';
const place = 'calendar';

function whyNoOperator({ identity }: Right): RightFault | undefined {
  const refusal = authorizeCommand(identity, 'revoke');
  return refusal && { code: 'refused', refusal };
}

/** Tokens are always stored in the register of real agreements, whatever the calendar shows. */
async function tokensOf(context: Context) {
  const register = (await context.registersThere()).of(false);
  const assert = async (name: string, asked: object, by: string, isOfAnother: boolean): Promise<void> => {
    if (!(await register.trusted()).length) return;
    const request = await rightsOf(context, namespace)(by, place, name, { ...asked, by });
    const audience = audienceOf(namespace, place);
    const whyNot = (right: Right): RightFault | undefined => whyNotBy(right, by) ?? (isOfAnother ? whyNoOperator(right) : undefined);
    const { right: token } = request as { right?: string };
    await register.assertRight({ token, name, audience, hash: requestHash(name, request), whyNot }).catch((cause: unknown) => {
      if (!(cause instanceof NotAllowed)) throw cause;
      throw new Refused([asSentFromHere(refuse('rightRefused', { fault: cause.fault }))], context.wording);
    });
  };
  return { tokens: register.calendarTokens, assert };
}
