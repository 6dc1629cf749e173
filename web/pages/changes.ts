/** What is new on an open page, said to it within two seconds: server-sent events, one whenever its version is another. */
import { setTimeout as pause } from 'node:timers/promises';
import { streamSSE } from 'hono/streaming';
import type { Request } from '../request.ts';

const every = 1_000;
/** Then the browser asks again, and a session that has ended is noticed. */
const longest = 10 * 60_000;

/** Of an agreement: each new line of the register. */
export async function changesStream(c: Request<'/agreements/:id/changes'>): Promise<Response> {
  const id = c.req.param('id');
  const registers = await c.get('asker').context.registersThere();
  const found = await registers.find(id);
  if (!found) return c.notFound();
  return followed(c, { version: async () => (await found.register.head(id)).hash });
}

interface Followed {
  version: () => string | Promise<string>;
  /** The version is the last one. */
  isOver?: () => boolean;
}

/**
 * From the version that the browser had last, or that its page was made of: what came between is not missed. Of what is over it hears the
 * last version once, and is then told not to ask again.
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
