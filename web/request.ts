/** What each page knows of its request: caller, language and session; and the response helpers. */
import type { Context } from 'hono';
import type { Asker } from './context.ts';
import type { Html } from './html.ts';
import type { Seal } from './session/seal.ts';
import type { SignedIn } from './session/sessions.ts';
import type { Words } from './words.ts';

export interface Env {
  Variables: {
    words: Words;
    asker: Asker;
    signedIn: SignedIn;
    /** Signs the values that forms carry along. */
    seal: Seal;
    /** For the forms on this page. */
    token: string;
    /** The public origin of the desk. */
    origin: string;
  };
}

export type Request<Path extends string = string> = Context<Env, Path>;

export const shown = (
  c: Context<Env>,
  page: Html,
  status: 200 | 400 | 403 | 404 | 409 | 413 | 421 | 422 | 429 | 500 | 503 = 200,
): Response =>
  c.body(`<!doctype html>${page.toString()}`, status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });

/** A path with its query; empty parameters are left out. */
export function address(path: string, query: Readonly<Record<string, string | undefined>> = {}): string {
  const asked = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1])));
  return asked.size ? `${path}?${asked}` : path;
}

export const agreementPath = (id: string, more = ''): string => `/agreements/${encodeURIComponent(id)}${more}`;

/** A path of the desk named by a request, with its query; anything that would lead elsewhere becomes Today. */
export function ownPath(from: unknown): string {
  if (typeof from !== 'string' || !/^\/(?![/\\])[^\\\p{C}]*$/u.test(from)) return '/';
  const { pathname, search } = new URL(from, 'http://desk.invalid');
  return /^\/(?:\/|(?:person|enter|sign-in|sign-out)(?:\/|$))/.test(pathname) ? '/' : `${pathname}${search}`;
}
