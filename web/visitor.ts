/** The visitor's address: that of the connection, or the last one that the proxy names. */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * `isBehindProxy`: the desk listens on this machine only, so the peer is the proxy. Anybody could have written the entries before the
 * proxy's own.
 */
export function addressOf(c: Context, isBehindProxy: boolean): string {
  const forwarded = isBehindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return (forwarded || connected(c)).slice(0, 64);
}

/** Programs receive problem details, people receive pages. */
export const isForPrograms = (path: string): boolean => /^\/(api|mcp)(\/|$)/.test(path);

/** Empty if a test calls the app directly. */
const connected = (c: Context): string =>
  'incoming' in ((c.env as object | undefined) ?? {}) ? (getConnInfo(c).remote.address ?? '') : '';
