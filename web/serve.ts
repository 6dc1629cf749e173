/** The desk as a server on this machine: it listens on 127.0.0.1 only, and can be stopped. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { overviewOf } from '../client/overview.ts';
import type { OidcIssuer } from '../identity/oidc.ts';
import type { Desk } from './context.ts';
import { deskApp, type DeskAppOptions } from './app.ts';
import { entryKey, type SignIn } from './session/guard.ts';
import { openIdOf } from './session/open-id.ts';
import { keyOf } from './session/seal.ts';

export interface Serving extends Pick<DeskAppOptions, 'desk' | 'log' | 'beside' | 'security'> {
  home: string;
  /** Used if free, otherwise another port. 0: any. */
  port: number;
  /** The user of this machine, who signs in with a key. */
  person: string;
  /** The OpenID provider that identifies users, and the public address of the desk. */
  oidc?: (OidcIssuer & { secret?: string | undefined }) | undefined;
  url?: string | undefined;
}

export interface DeskServer {
  /** The printed address, which signs in whoever opens it on this machine. */
  address: string;
  /** Where it listens. */
  origin: string;
  stop(): Promise<void>;
}

export async function serveDesk({ desk, home, port, person, oidc, url, ...more }: Serving): Promise<DeskServer> {
  const key = await keyOf(home);
  let signIn: SignIn = { kind: 'local', person, key: entryKey() };
  const holder: { app?: ReturnType<typeof deskApp> } = {};
  const server = createAdaptorServer({ fetch: (request, env) => holder.app!.fetch(request, env) }) as Server;
  const origin = await listening(server, port);
  const reached = url ?? origin;
  if (oidc) {
    const { secret, ...issuer } = oidc;
    const redirect = new URL('/sign-in/callback', reached).href;
    signIn = { kind: 'openId', provider: openIdOf({ ...issuer, secret, redirect, home, now: () => desk.base.now() }) };
  }
  holder.app = deskApp({ desk, key, signIn, url, ...more });
  const reading = keepListsLoaded(desk);
  return {
    address: signIn.kind === 'local' ? `${origin}/enter?key=${signIn.key}` : reached,
    origin,
    stop: () =>
      new Promise<void>(resolve => {
        clearInterval(reading);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** In milliseconds. */
const readEvery = 5 * 60_000;

/**
 * Loads the lists into memory when the desk starts, and again once reconciliation has calculated a new day, so that the first visitor need
 * not wait. Costs three queries if nothing has changed. Failures show on the page itself.
 */
function keepListsLoaded({ base }: Desk): NodeJS.Timeout {
  const read = (): void => {
    if (base.hasRegister()) void overviewOf(base, false, 0).catch(() => {});
  };
  read();
  return setInterval(read, readEvery).unref();
}

async function listening(server: Server, port: number): Promise<string> {
  const on = (wanted: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  await on(port).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EADDRINUSE') throw cause;
    return on(0);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
