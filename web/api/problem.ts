/** Errors of the API as problem details (RFC 9457), with the code, article and data of a refusal. Never a stack trace. */
import { z } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { InvalidRequest, Unavailable } from '../../client/failures.ts';
import { problemOf, unexpected, type Problem, type ProblemSaid } from '../../client/problem.ts';
import type { ClientMessages } from '../../wording/client/messages.ts';
import { message, type Values } from '../../wording/message.ts';
import type { Wording } from '../../wording/wording.ts';

export type ApiCode = keyof ClientMessages['problems']['said'];

const refusal = z.looseObject({ refused: z.string(), code: z.string(), params: z.looseObject({}), basis: z.string() });

export const problemSchema = z
  .object({
    type: z.string().describe('`urn:servanda:problem:` followed by the code.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What happened and what to do, in the requested language.'),
    code: z.string().describe('The code of the problem, for programs.'),
    basis: z.string().optional().describe('The article or the rule on which the refusal rests.'),
    refusals: z.array(refusal).optional().describe('The reasons, as data.'),
    mistakes: z
      .array(z.looseObject({ path: z.string() }))
      .optional()
      .describe('What is wrong with a fact or a file, field by field.'),
    entered: z.array(z.string()).optional().describe('The ids already entered before the failure.'),
    found: z.array(z.unknown()).optional().describe('The items found, of an incomplete answer.'),
    unread: z.array(z.string()).optional().describe('What could not be read and why, of an incomplete answer.'),
    sign: z
      .object({ workflow: z.string(), name: z.string(), request: z.unknown(), audience: z.string(), hash: z.string() })
      .optional()
      .describe('What must be signed: send the right in Servanda-Right, or, to read, in Authorization.'),
  })
  .openapi('Problem');

/** A fault of a request that only HTTP knows. */
export class ApiFault extends Error {
  override readonly name = 'ApiFault';
  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: ApiCode,
    readonly values: Values = {},
  ) {
    super(code);
  }
}

/** The problem for a failed request, including failures that only HTTP knows. */
export function httpProblemOf(failure: unknown, w: Wording): { problem: Problem; status: ContentfulStatusCode; isUnexpected: boolean } {
  const said =
    failure instanceof ApiFault ? ofApi(failure, w) : failure instanceof HTTPException ? ofHttp(failure, w) : withoutPlaces(failure, w);
  const found = problemOf(failure, w, said);
  return { ...found, status: found.problem.status as ContentfulStatusCode };
}

function ofApi({ status, code, values }: ApiFault, { client: { problems }, locale }: Wording): ProblemSaid {
  const title =
    status === 429 ? 'unavailable' : status === 404 ? 'unknown' : status === 403 ? 'notAllowed' : status === 409 ? 'conflict' : 'invalid';
  return { status, title, code, detail: message(problems.said[code], locale, values) };
}

/** Omits the server's folders, and commands to run there, which do not concern the caller. */
function withoutPlaces(failure: unknown, w: Wording): ProblemSaid | undefined {
  if (failure instanceof InvalidRequest && failure.code === 'unknownAgreement')
    return ofApi(new ApiFault(404, 'unknownAgreement', failure.values), w);
  if (failure instanceof Unavailable && ['notRunning', 'nobody', 'noRegister', 'registerNeeded'].includes(failure.code))
    return { ...ofApi(new ApiFault(503, 'outOfService'), w), title: 'unavailable', code: failure.code };
  return undefined;
}

/** From hono: the body is not JSON, or is too large. */
const ofHttp = ({ status }: HTTPException, w: Wording): ProblemSaid =>
  status === 400 ? ofApi(new ApiFault(400, 'notJson'), w) : { ...unexpected(w), status, title: 'invalid' };
