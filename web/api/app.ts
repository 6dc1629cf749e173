/** The HTTP API: OpenAPI 3.1 over the client. Callers present their own rights; this process has none. See docs/api.md, decision 33. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { routePath } from 'hono/route';
import type { Context } from '../../client/context.ts';
import { askerOf } from './caller.ts';
import { answerProblem, checkRequest, type ApiEnv } from './middleware.ts';
import { ApiFault } from './problem.ts';
import { changesPart } from './changes.ts';
import { documentOf, register } from './document.ts';
import { enteringPart } from './entering.ts';
import { filesPart } from './files.ts';
import { listsPart } from './lists.ts';
import { noticesAndProtocolsPart } from './notices-and-protocols.ts';
import { readingPart } from './reading.ts';
import { repeats } from './repeats.ts';

export interface ApiOptions {
  /** The service, shared by all callers. Whoever created it closes it. */
  base: Context;
  /** The API's public address, `https://desk.example.org/api`; pages of other origins are refused. Default: each request's address. */
  address?: string | undefined;
  /** servanda's version. */
  version?: string;
  /** Receives unexpected failures, which are faults of servanda. */
  onUnexpected?: (failure: unknown) => void;
}

export function apiOf({ base, address, version = '0', onUnexpected = () => {} }: ApiOptions) {
  const app = new OpenAPIHono<ApiEnv>();
  register(app);
  app.onError((failure, c) => answerProblem(failure, c, onUnexpected));
  app.use(checkRequest(address && new URL(address).origin));
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
    .route('/', noticesAndProtocolsPart())
    .route('/', filesPart())
    .route('/', changesPart());
  // Not `notFound`: that would be the handler of the app that mounts this one.
  app.all('*', c => {
    const { method, path } = c.req;
    const own = path.slice(routePath(c).length - '/*'.length);
    const methods = parts.routes.flatMap(route => (route.method !== 'ALL' && isAt(route.path, own) ? [route.method] : []));
    if (!methods.length) throw new ApiFault(404, 'noOperation', { method, path });
    const allowed = [...new Set(methods)].join(', ');
    c.header('allow', allowed);
    throw new ApiFault(405, 'noMethod', { method, path, allowed });
  });
  return parts;
}

/** `/agreements/:agreement` is the path of every agreement. */
const isAt = (pattern: string, path: string): boolean => {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  return wanted.length === given.length && wanted.every((part, i) => (part.startsWith(':') ? given[i] !== '' : part === given[i]));
};

export type Api = ReturnType<typeof apiOf>;
