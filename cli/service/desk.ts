/** The desk within a command, with the services beside its pages: for `up` and `web`. */
import type { Hono } from 'hono';
import type { Context } from '../../client/context.ts';
import type { DeskAppOptions } from '../../web/app.ts';
import type { Configuration } from '../../worker/configuration.ts';
import type { Log } from '../../worker/log.ts';
import type { DeskServer } from '../../web/serve.ts';
import { ownVersion, type CliContext } from '../world.ts';

export async function startDesk(world: CliContext, { home, databaseUrl, desk: at, oidc }: Configuration, log: Log): Promise<DeskServer> {
  const { deskOf } = await import('../../web/context.ts');
  const { serveDesk } = await import('../../web/serve.ts');
  const { openSecurityLog } = await import('../../worker/security-log.ts');
  const desk = deskOf({
    service: { home, ...(databaseUrl ? { databaseUrl } : {}), env: world.process.env, now: () => world.now() },
  });
  const logged = (id: string, error: unknown): void => log.error({ id, error }, 'desk');
  const server = await serveDesk({
    desk,
    beside: await deskExtensions(desk.base, { address: at.url, onUnexpected: error => logged('beside', error) }),
    home,
    person: world.user,
    port: at.port,
    url: at.url,
    oidc: oidc && { ...oidc, secret: at.secret },
    log: logged,
    security: openSecurityLog(home, log),
  });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await desk.close();
    },
  };
}

/** The API, the calendars and the tools, over the same client; each requires its own right. `address`: the desk's public address. */
export async function deskExtensions(
  base: Context,
  { address, onUnexpected }: { address?: string | undefined; onUnexpected: (failure: unknown) => void },
): Promise<NonNullable<DeskAppOptions['beside']>> {
  const [{ apiOf }, { calendarApp }, { mcpApp }] = await Promise.all([
    import('../../web/api/app.ts'),
    import('../../web/calendar/app.ts'),
    import('../../mcp/app.ts'),
  ]);
  const version = ownVersion();
  return {
    '/api': apiOf({ base, address: address && new URL('/api', address).href, version, onUnexpected }) as unknown as Hono,
    '/calendar': calendarApp({ base, onUnexpected }),
    '/mcp': mcpApp({ base, address, version, onUnexpected }),
  };
}
