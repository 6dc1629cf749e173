/** Before an operation: whose pages may ask, how large a body may be and of what kind; and after it, the problem that a failure is. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Refused } from '../../client/failures.ts';
import { refuse, shapeIssues, type Refusal } from '../../client/schemas.ts';
import { wordings } from '../../wording/index.ts';
import { languageOf, type Asker } from './asking.ts';
import { ApiFault, httpProblemOf } from './problem.ts';
import type { DoorIssue } from './schemas.ts';

/** The key by which a request may be repeated, as the id or number of what it enters, where it names none. */
export const keyed = <F extends string>(field: F, key: string | undefined): { [field in F]?: string } =>
  key === undefined ? {} : ({ [field]: key } as { [field in F]: string });

export interface ApiEnv {
  Variables: { asker: Asker; key: string | undefined };
}

/** A part of the API; what does not fit its schemas is refused, with the same sentences as elsewhere. */
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

/** In bytes; a description may have a million characters of up to four. */
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

/** A table is one of these. */
export const csv = 'text/csv';
export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Of an operation whose body is no JSON, by the end of its path: what it may be. */
const files: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\/documents$/, ['application/octet-stream']],
  [/\/imports$/, [csv, xlsx]],
];

/** JSON by name, so that no page of another origin gets as far as this without being asked about (CORS); and of no other origin at all. */
export const atTheDoor =
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
