/**
 * Repeats by Idempotency-Key. The key names the entry, the notice or the update, so that the register and Temporal know a repeat; and for a
 * day this process gives it the first answer as it was, and refuses another request under the same key.
 */
import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { ApiEnv } from './door.ts';
import { ApiFault } from './problem.ts';

interface Kept {
  /** Of what was asked: path and body. */
  hash: string;
  answer: Promise<{ status: number; headers: [string, string][]; text: string } | undefined>;
  at: number;
}

/** In milliseconds. */
const life = 86_400_000;
/** In requests: the latest. */
const most = 10_000;

/** To come after who asks is known: a key is of one person. `clock`: of the machine. */
export function repeats(clock: () => number): MiddlewareHandler<ApiEnv> {
  const kept = new Map<string, Kept>();
  return async (c, next) => {
    const { key, asker } = c.var;
    if (c.req.method !== 'POST' || key === undefined) return next();
    forget(kept, clock());
    const name = JSON.stringify([asker.context.person, key]);
    const hash = createHash('sha256')
      .update(`${c.req.path}?${new URL(c.req.url).search}\n`)
      .update(Buffer.from(await c.req.arrayBuffer()))
      .digest('hex');
    const before = kept.get(name);
    if (before && before.hash !== hash) throw new ApiFault(422, 'keyReused', { key });
    const first = await before?.answer;
    if (first) {
      c.res = new Response(first.text, { status: first.status, headers: first.headers });
      return;
    }
    let answered: (answer: Awaited<Kept['answer']>) => void = () => {};
    kept.set(name, { hash, answer: new Promise(resolve => (answered = resolve)), at: clock() });
    try {
      await next();
    } finally {
      const isDone = c.res.ok && !c.error;
      if (!isDone) kept.delete(name);
      answered(isDone ? { status: c.res.status, headers: [...c.res.headers], text: await c.res.clone().text() } : undefined);
    }
  };
}

function forget(kept: Map<string, Kept>, now: number): void {
  for (const [name, { at }] of kept) {
    if (at > now - life && kept.size < most) return;
    kept.delete(name);
  }
}
