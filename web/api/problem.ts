/** How the API says no: problem details (RFC 9457), with the code, the article and the data of a refusal. Never a stack. */
import { z } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Incomplete, InvalidRequest, reasonIn, Refused, Unavailable, withEntered, type FailedAfter } from '../../client/failures.ts';
import { RightNeeded } from '../../client/shown-rights.ts';
import { whyUnreadable } from '../../dossier/unreadable.ts';
import type { Refusal } from '../../machines/refusal.ts';
import { tableFaultIn } from '../../wording/faults/table/sentence.ts';
import type { TableFault } from '../../agreements/table/reasons.ts';
import type { ClientMessages } from '../../wording/client/messages.ts';
import { failureIn } from '../../wording/failures/sentence.ts';
import { message, type Values } from '../../wording/message.ts';
import { refusalSentence } from '../../wording/refusals/sentence.ts';
import type { Wording } from '../../wording/wording.ts';

type Title = keyof ClientMessages['problems']['titles'];
export type ApiCode = keyof ClientMessages['problems']['said'];

const refusal = z.looseObject({ refused: z.string(), code: z.string(), params: z.looseObject({}), basis: z.string() });

export const problemSchema = z
  .object({
    type: z.string().describe('`urn:servanda:problem:` and the code.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What happened and what to do, in the language that was asked for.'),
    code: z.string().describe('The same for a program.'),
    basis: z.string().optional().describe('The article, or the rule, that is against it.'),
    refusals: z.array(refusal).optional().describe('Why, as data.'),
    mistakes: z
      .array(z.looseObject({ path: z.string() }))
      .optional()
      .describe('What is wrong with a fact or a file, field by field.'),
    entered: z.array(z.string()).optional().describe('What was entered before it.'),
    found: z.array(z.unknown()).optional().describe('Of an incomplete answer what was found.'),
    unread: z.array(z.string()).optional().describe('Of an incomplete answer what could not be read, and why.'),
    sign: z
      .object({ workflow: z.string(), name: z.string(), request: z.unknown(), audience: z.string(), hash: z.string() })
      .optional()
      .describe('What is to be signed: the right goes into Servanda-Right, or to read into Authorization.'),
  })
  .openapi('Problem');

export type Problem = z.infer<typeof problemSchema>;

/** What is amiss with a request as HTTP sees it. */
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

interface Said {
  status: ContentfulStatusCode;
  title: Title;
  code: string;
  detail: string;
  more?: Partial<Problem>;
}

/** What a failure is to who asked; `unexpected`: a fault of servanda itself. */
export function problemOf(failure: unknown, w: Wording): { problem: Problem; status: ContentfulStatusCode; isUnexpected: boolean } {
  const { status, title, code, detail, more } = saidOf(failure, w);
  const { enteredBefore } = failure as Partial<FailedAfter>;
  const problem: Problem = {
    type: `urn:servanda:problem:${code}`,
    title: w.client.problems.titles[title],
    status,
    detail: withEntered(detail, failure, w),
    code,
    ...more,
    ...(enteredBefore ? { entered: [...enteredBefore] } : {}),
  };
  return { problem, status, isUnexpected: title === 'unexpected' };
}

function saidOf(failure: unknown, w: Wording): Said {
  if (failure instanceof ApiFault) return ofApi(failure, w);
  if (failure instanceof HTTPException) return ofHttp(failure, w);
  if (failure instanceof RightNeeded)
    return { status: 401, title: 'needsRight', code: 'rightNeeded', detail: failure.message, more: { sign: failure.sign } };
  if (failure instanceof Refused) return ofRefusals(failure.refusals, failure.message);
  if (failure instanceof InvalidRequest) return { ...ofRequest(failure), code: failure.code, detail: failure.message };
  if (failure instanceof Unavailable)
    return failure.code === 'unseenDraft'
      ? { status: 403, title: 'notAllowed', code: failure.code, detail: failure.message, more: { basis: 'rights' } }
      : { status: 503, title: 'unavailable', code: failure.code, detail: failure.message };
  if (failure instanceof Incomplete) {
    const more = { found: [...failure.found], unread: [...failure.unread] };
    return { status: 503, title: 'incomplete', code: 'incomplete', detail: failure.message, more };
  }
  return ofOthers(failure, w);
}

function ofApi({ status, code, values }: ApiFault, { client: { problems }, locale }: Wording): Said {
  const title = status === 404 ? 'unknown' : status === 403 ? 'notAllowed' : status === 409 || status === 422 ? 'conflict' : 'invalid';
  return { status, title, code, detail: message(problems.said[code], locale, values) };
}

/** Of hono: the body is not JSON, or too large. */
const ofHttp = ({ status }: HTTPException, w: Wording): Said =>
  status === 400 ? ofApi(new ApiFault(400, 'notJson'), w) : { ...unexpected(w), status: status as ContentfulStatusCode, title: 'invalid' };

const ofRefusals = (refusals: readonly [Refusal, ...Refusal[]], detail: string): Said => ({
  ...ofKind(refusals[0].refused),
  code: refusals[0].code,
  detail,
  more: { basis: refusals[0].basis, refusals: [...refusals] as Problem['refusals'] },
});

function ofKind(refused: Refusal['refused']): Pick<Said, 'status' | 'title'> {
  switch (refused) {
    case 'notAllowed':
      return { status: 403, title: 'notAllowed' };
    case 'idInUse':
      return { status: 409, title: 'conflict' };
    case 'notFolded':
      return { status: 503, title: 'unavailable' };
    default:
      return { status: 422, title: 'refused' };
  }
}

function ofRequest({ code, mistakes }: InvalidRequest): Pick<Said, 'status' | 'title' | 'more'> {
  const more = mistakes.length ? { mistakes: mistakes.map(({ path, fault }) => ({ path, ...(fault as object) })) } : {};
  if (code.startsWith('unknown')) return { status: 404, title: 'unknown', more };
  if (['numberInUse', 'protocolExists', 'factIdInUse', 'noticeOver'].includes(code)) return { status: 409, title: 'conflict', more };
  return { status: 400, title: 'invalid', more };
}

/** Of files and tables that were sent, and of what the service itself needs: by name, so that their modules are not loaded for it. */
function ofOthers(failure: unknown, w: Wording): Said {
  if (!(failure instanceof Error)) return unexpected(w);
  const unreadable = whyUnreadable(failure);
  if (unreadable) return { ...ofRefusals([unreadable], refusalSentence(unreadable, w)), status: 503, title: 'unavailable' };
  if (failure.name === 'AgreementFileError') {
    const { problems } = failure as Error & { problems: readonly { path: string; fault: unknown }[] };
    const mistakes = problems.map(({ path, fault }) => ({ path, ...(fault as object) }));
    return { status: 422, title: 'refused', code: 'unusableDescription', detail: failure.message, more: { mistakes } };
  }
  if (failure.name === 'TableFault') {
    const { file, reason } = failure as TableFault;
    return { status: 422, title: 'refused', code: reason.code, detail: tableFaultIn(file, reason, w) };
  }
  const said = failureIn(failure, w);
  const ofInput = ['BeyondLimit', 'DocumentRefused'].includes(failure.name);
  if (said === undefined) return unexpected(w);
  const { fault } = failure as Error & { fault?: { code?: string } };
  return {
    status: ofInput ? 422 : 503,
    title: ofInput ? 'refused' : 'unavailable',
    code: fault?.code ?? failure.name,
    detail: reasonIn(failure, w),
  };
}

const unexpected = ({ client: { problems } }: Wording): Said => ({
  status: 500,
  title: 'unexpected',
  code: 'unexpected',
  detail: problems.said.unexpected,
});
