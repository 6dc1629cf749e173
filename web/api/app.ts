/** The API: OpenAPI 3.1 over the client. Whoever asks shows their own rights; this process has none. See docs/api.md, decision 33. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from '../../client/context.ts';
import { askerOf } from './asking.ts';
import { answerProblem, atTheDoor, type ApiEnv } from './door.ts';
import { ApiFault } from './problem.ts';
import { changesPart } from './changes.ts';
import { documentOf, register } from './document.ts';
import { enteringPart } from './entering.ts';
import { filesPart } from './files.ts';
import { listsPart } from './lists.ts';
import { papersPart } from './papers.ts';
import { readingPart } from './reading.ts';
import { repeats } from './repeats.ts';

export interface ApiOptions {
  /** Where the service is: shared by all who ask, and closed by who made it. */
  base: Context;
  /** Where the API is reached, `https://desk.example.org/api`: pages of no other origin may ask. By default as each request names it. */
  address?: string | undefined;
  /** The version of servanda. */
  version?: string;
  /** What is a fault of servanda itself. */
  onUnexpected?: (failure: unknown) => void;
}

export function apiOf({ base, address, version = '0', onUnexpected = () => {} }: ApiOptions) {
  const app = new OpenAPIHono<ApiEnv>();
  register(app);
  app.onError((failure, c) => answerProblem(failure, c, onUnexpected));
  app.use(atTheDoor(address && new URL(address).origin));
  app.get('/openapi.json', c => c.json(documentOf(parts, address ?? new URL(c.req.url.replace(/\/openapi\.json.*$/, '')).href, version)));
  app.use(async (c, next) => {
    c.header('cache-control', 'private, no-cache');
    c.header('vary', 'Authorization, Accept-Language');
    const key = c.req.header('idempotency-key');
    if (key !== undefined && !/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(key)) throw new ApiFault(400, 'keyUnfit');
    c.set('key', key);
    c.set('asker', await askerOf(base, c.req.raw, key));
    await next();
  });
  app.use(repeats(() => Date.now()));
  const parts = app
    .route('/', listsPart())
    .route('/', readingPart())
    .route('/', enteringPart())
    .route('/', papersPart())
    .route('/', filesPart())
    .route('/', changesPart());
  // Not by `notFound`, which is of the app that this one is mounted in.
  app.all('*', c => {
    throw new ApiFault(404, 'noOperation', { method: c.req.method, path: c.req.path });
  });
  return parts;
}

export type Api = ReturnType<typeof apiOf>;
