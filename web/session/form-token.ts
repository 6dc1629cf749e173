/** A form is taken only from a page of ours, given to the same session: a token that is signed for it, and an origin that is ours. */
import type { Context as Request } from 'hono';
import type { Seal } from './seal.ts';

export const tokenField = 'token';

export const formToken = (seal: Seal, session: string): string => seal.seal('form', session);

/** Whether a form was made for this session, and not sent by a page of another origin than ours. */
export function isOwnForm(c: Request, seal: Seal, session: string, { given, origin }: { given: unknown; origin: string }): boolean {
  if (typeof given !== 'string' || seal.open('form', given) !== session) return false;
  const site = c.req.header('sec-fetch-site');
  if (site && site !== 'same-origin') return false;
  const from = c.req.header('origin');
  return !from || from === origin || from === 'null';
}
