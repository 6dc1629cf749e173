/** The desk in a process of the command line: for `up` and `web`. */
import type { Configuration } from '../../worker/configuration.ts';
import type { Log } from '../../worker/log.ts';
import type { DeskServer } from '../../web/serve.ts';
import type { CliContext } from '../world.ts';

export async function startDesk(world: CliContext, { home, databaseUrl, desk: at, oidc }: Configuration, log: Log): Promise<DeskServer> {
  const { deskOf } = await import('../../web/context.ts');
  const { serveDesk } = await import('../../web/serve.ts');
  const desk = deskOf({
    service: { home, ...(databaseUrl ? { databaseUrl } : {}), env: world.process.env, now: () => world.now() },
  });
  const server = await serveDesk({
    desk,
    home,
    person: world.user,
    port: at.port,
    url: at.url,
    oidc: oidc && { ...oidc, secret: at.secret },
    log: (id, error) => log.error({ id, error }, 'desk'),
  });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await desk.close();
    },
  };
}
