/** Tells an open page within two seconds that something is new: one server-sent event for each new version. */
import { setTimeout as pause } from 'node:timers/promises';
import { streamSSE } from 'hono/streaming';
import type { Request } from '../request.ts';

const every = 1_000;
/** The browser then reconnects, so that an expired session is noticed. */
const longest = 10 * 60_000;

/** An event for each new line of the agreement in the register. */
export async function changesStream(c: Request<'/agreements/:id/changes'>): Promise<Response> {
  const id = c.req.param('id');
  const registers = await c.get('asker').context.registersThere();
  const found = await registers.find(id);
  if (!found) return c.notFound();
  return followed(c, { version: async () => (await found.register.head(id)).hash });
}

interface Followed {
  version: () => string | Promise<string>;
  /** No version follows the current one. */
  isOver?: () => boolean;
}

/**
 * Starts from the browser's last version, or that of its page, so that nothing in between is missed. When no further version can follow, it
 * sends the last version once and tells the browser not to reconnect.
 */
export async function followed(c: Request, { version, isOver = () => false }: Followed): Promise<Response> {
  const seen = c.req.header('last-event-id') ?? c.req.query('known') ?? '';
  let known = /^[\w:-]{1,100}$/.test(seen) ? seen : await version();
  if (isOver() && known === (await version())) return c.body(null, 204);
  return streamSSE(c, async stream => {
    await stream.writeSSE({ event: 'known', data: known, id: known });
    for (let waited = 0; waited < longest && !stream.aborted && !stream.closed; waited += every) {
      const ends = isOver();
      const now = await version();
      if (now !== known) await stream.writeSSE({ event: 'changed', data: (known = now), id: now });
      if (ends) return;
      await pause(every);
    }
  });
}
