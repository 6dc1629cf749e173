/** What is new in an agreement, said to the open page within two seconds: server-sent events, one for each new line of the register. */
import { setTimeout as pause } from 'node:timers/promises';
import { streamSSE } from 'hono/streaming';
import type { Request } from '../request.ts';

const every = 1_000;
/** Then the browser asks again, and a session that has ended is noticed. */
const longest = 10 * 60_000;

export async function changesStream(c: Request<'/agreements/:id/changes'>): Promise<Response> {
  const id = c.req.param('id');
  const registers = await c.get('asker').context.registersThere();
  const found = await registers.find(id);
  if (!found) return c.notFound();
  return streamSSE(c, async stream => {
    let known = (await found.register.head(id)).hash;
    await stream.writeSSE({ event: 'known', data: known });
    for (let waited = 0; waited < longest && !stream.aborted && !stream.closed; waited += every) {
      await pause(every);
      const { hash } = await found.register.head(id);
      if (hash === known) continue;
      known = hash;
      await stream.writeSSE({ event: 'changed', data: hash });
    }
  });
}
