/** Around every operation: checks of origin, size and media type before it, problem details for failures after it. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Refused } from '../../client/failures.ts';
import { refuse, shapeIssues, type Refusal } from '../../client/schemas.ts';
import { wordings } from '../../wording/index.ts';
import { languageOf, type Asker } from './caller.ts';
import { ApiFault, httpProblemOf } from './problem.ts';
import type { DoorIssue } from './schemas.ts';

/** Uses the idempotency key as the id or number of the new entry when the request names none. */
export const keyed = <F extends string>(field: F, key: string | undefined): { [field in F]?: string } =>
  key === undefined ? {} : ({ [field]: key } as { [field in F]: string });

export interface ApiEnv {
  Variables: { asker: Asker; key: string | undefined };
}

/** A part of the API. Bodies that do not match its schemas are rejected with the same sentences as elsewhere. */
export const newPart = (): OpenAPIHono<ApiEnv> =>
  new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (result.success) return;
      const { issues } = result.error;
      const refusals = issues.map(issue => (issue as DoorIssue).params?.refusal).filter((r): r is Refusal => r !== undefined);
      const read = result.target === 'query' ? c.req.query() : result.target === 'param' ? c.req.param() : {};
      const refusal = refusals[0] ?? refuse('malformedRequest', { what: result.target, issues: shapeIssues(result.error as never, read) });
      throw new Refused([refusal], wordings[languageOf(c.req.raw)]);
    },
  });

/** In bytes. A description may have a million characters of up to four bytes each. */
const jsonLimit = 4_500_000;
export const fileLimit = 21 * 1024 * 1024;

const limited = (bytes: number): MiddlewareHandler =>
  bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new ApiFault(413, 'bodyTooLarge', { megabytes: Math.floor(bytes / 1_000_000) });
    },
  });
const [limitOfJson, limitOfFile] = [limited(jsonLimit), limited(fileLimit)];

/** The media type of an imported table. */
export const csv = 'text/csv';
export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The media types allowed for operations with a body other than JSON, by the end of their path. */
const files: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\/documents$/, ['application/octet-stream']],
  [/\/imports$/, [csv, xlsx]],
];

/** Only JSON media types, so that a browser must ask first (CORS) for a page of another origin; and no other origin at all. */
export const checkRequest =
  (origin: string | undefined): MiddlewareHandler =>
  async (c, next) => {
    const from = c.req.header('origin');
    if (from !== undefined && from !== (origin ?? new URL(c.req.url).origin)) throw new ApiFault(403, 'otherOrigin', { origin: from });
    if (c.req.method !== 'POST') return next();
    const ofFile = files.find(([path]) => path.test(c.req.path))?.[1];
    const wanted = ofFile ?? ['application/json'];
    if (!wanted.includes(mediaType(c))) throw new ApiFault(415, 'mediaType', { wanted: wanted.join(' | ') });
    return (ofFile ? limitOfFile : limitOfJson)(c, next);
  };

export const mediaType = (c: HonoContext): string => c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';

export function answerProblem(failure: unknown, c: HonoContext, onUnexpected: (failure: unknown) => void): Response {
  const { problem, status, isUnexpected } = httpProblemOf(failure, wordings[languageOf(c.req.raw)]);
  if (isUnexpected) onUnexpected(failure);
  if (status === 401) c.header('www-authenticate', 'Bearer realm="servanda"');
  if (status === 503) c.header('retry-after', '5');
  c.header('content-type', 'application/problem+json');
  return c.body(JSON.stringify(problem), status);
}
