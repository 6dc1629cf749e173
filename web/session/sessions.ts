/**
 * Sessions: a row in the register's database, found by the hash of a token that the browser holds in a signed cookie no script can read.
 * The identity of an OpenID Connect session stays in memory, since its key is never written down; without it the session is invalid, lest
 * another identity under that name be used instead.
 */
import type { Context as Request } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { HeldIdentity } from '../../identity/authority.ts';
import type { Session } from '../../register/types.ts';
import type { Desk } from '../context.ts';
import { isSecure } from '../own-address.ts';
import type { SignIn } from './guard.ts';
import { hashed, randomToken, type Seal } from './seal.ts';

const cookie = 'servanda';
const hours = 3_600_000;
const lasts = 12 * hours;

export interface SignedIn {
  session: Session;
  identity: HeldIdentity | undefined;
}

export interface SessionKeeper {
  begin(c: Request, person: string, signing?: { identity: HeldIdentity; until: number }): Promise<void>;
  find(c: Request): Promise<SignedIn | undefined>;
  /** The id in a cookie that the desk signed; its session may no longer exist. */
  idIn(c: Request): string | undefined;
  end(c: Request): Promise<void>;
}

export function sessionsOf(
  { base }: Pick<Desk, 'base'>,
  seal: Seal,
  { url, by }: { url: string | undefined; by: SignIn['kind'] },
): SessionKeeper {
  const purpose = by === 'local' ? 'session' : `session by ${by}`;
  const held = new Map<string, HeldIdentity>();
  const kept = async () => (await base.registers()).of(false).sessions;
  const idIn = (c: Request): string | undefined => {
    const token = seal.open(purpose, getCookie(c, cookie));
    return token && hashed(token);
  };
  return {
    idIn,
    begin: async (c, person, signing) => {
      const now = await base.now();
      const token = randomToken();
      const ends = Math.min(now + lasts, signing?.until ?? Infinity);
      const session = { id: hashed(token), person, began: now, ends };
      const before = idIn(c);
      if (before) await (await kept()).end(before);
      await (await kept()).begin(session);
      if (signing) held.set(session.id, signing.identity);
      setCookie(c, cookie, seal.seal(purpose, token), {
        httpOnly: true,
        sameSite: 'Lax',
        secure: isSecure(url),
        path: '/',
        maxAge: Math.max(0, Math.floor((ends - now) / 1000)),
      });
    },
    find: async c => {
      const id = idIn(c);
      const session = id === undefined ? undefined : await (await kept()).find(id, await base.now());
      const identity = session && held.get(session.id);
      return session && (identity || by === 'local') ? { session, identity } : undefined;
    },
    end: async c => {
      const id = idIn(c);
      if (id) await (await kept()).end(id);
      if (id) held.delete(id);
      deleteCookie(c, cookie, { path: '/' });
    },
  };
}
