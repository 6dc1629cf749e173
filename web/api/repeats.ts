/**
 * Repeats by Idempotency-Key. The key names the entry, notice or update, so the register and Temporal recognise a repeat. For a day this
 * process also returns its first answer unchanged, and refuses a different request under the same key.
 */
import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { ApiEnv } from './middleware.ts';
import { ApiFault } from './problem.ts';

interface StoredAnswer {
  /** Of the request's path and body. */
  hash: string;
  answer: Promise<{ status: number; headers: [string, string][]; text: string } | undefined>;
  at: number;
}

/** In milliseconds. */
const life = 86_400_000;
/** The most requests remembered; older ones are dropped. */
const most = 10_000;

/** Mount after the caller is known: a key belongs to one person. `clock`: the machine's time. */
export function repeats(clock: () => number): MiddlewareHandler<ApiEnv> {
  const kept = new Map<string, StoredAnswer>();
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
    let answered: (answer: Awaited<StoredAnswer['answer']>) => void = () => {};
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

function forget(kept: Map<string, StoredAnswer>, now: number): void {
  for (const [name, { at }] of kept) {
    if (at > now - life && kept.size < most) return;
    kept.delete(name);
  }
}
