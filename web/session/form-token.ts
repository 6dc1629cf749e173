/** A form is accepted only from our own page, issued to the same session: it carries a signed token, and its origin must be ours. */
import type { Context as Request } from 'hono';
import type { Seal } from './seal.ts';

export const tokenField = 'token';

export const formToken = (seal: Seal, session: string): string => seal.seal('form', session);

/** Whether a form was issued to this session and not sent by a page of another origin. */
export function isOwnForm(c: Request, seal: Seal, session: string, { given, origin }: { given: unknown; origin: string }): boolean {
  if (typeof given !== 'string' || seal.open('form', given) !== session) return false;
  const site = c.req.header('sec-fetch-site');
  if (site && site !== 'same-origin') return false;
  const from = c.req.header('origin');
  return !from || from === origin || from === 'null';
}
