/** From where a request comes: the address of the connection, or of whoever the proxy before the desk names last. */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** `isBehindProxy`: the desk listens on this machine only, so whoever connects is the proxy; what stands before its own entry anybody may have written. */
export function addressOf(c: Context, isBehindProxy: boolean): string {
  const forwarded = isBehindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return (forwarded || connected(c)).slice(0, 64);
}

/** Programs read problem documents; people read pages. */
export const isForPrograms = (path: string): boolean => /^\/(api|mcp)(\/|$)/.test(path);

/** None where a test asks the application itself. */
const connected = (c: Context): string =>
  'incoming' in ((c.env as object | undefined) ?? {}) ? (getConnInfo(c).remote.address ?? '') : '';
