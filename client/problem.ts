/** A failure as problem details (RFC 9457): with the code, the article and the data of a refusal, and never a stack trace. */
import type { TableFault } from '../agreements/table/reasons.ts';
import { refusalOfUnreadable } from '../dossier/unreadable-refusals.ts';
import type { Refusal } from '../machines/refusal.ts';
import type { ClientMessages } from '../wording/client/messages.ts';
import { failureIn } from '../wording/failures/sentence.ts';
import { tableFaultIn } from '../wording/faults/table/sentence.ts';
import { refusalSentence } from '../wording/refusals/sentence.ts';
import type { Wording } from '../wording/wording.ts';
import { Incomplete, InvalidRequest, reasonIn, Refused, Unavailable, withEntered, type FailedAfter } from './failures.ts';
import { RightNeeded, type ToSign } from './presented-rights.ts';

export type ProblemTitle = keyof ClientMessages['problems']['titles'];

export interface Problem {
  /** `urn:servanda:problem:` and the code. */
  type: string;
  title: string;
  /** The HTTP status. */
  status: number;
  /** What happened and what to do, in the language of the request. */
  detail: string;
  code: string;
  /** The article or the rule that the refusal rests on. */
  basis?: string;
  refusals?: Refusal[];
  /** What is wrong with a fact or a file, by field. */
  mistakes?: { path: string }[];
  /** The ids of the entries recorded before the failure. */
  entered?: string[];
  /** For an incomplete answer: what was found, and what could not be read. */
  found?: unknown[];
  unread?: string[];
  sign?: ToSign;
}

export interface ProblemSaid {
  status: number;
  title: ProblemTitle;
  code: string;
  detail: string;
  more?: Partial<Problem>;
}

/** `said`: for failures that only HTTP knows. `isUnexpected`: a fault in servanda itself. */
export function problemOf(
  failure: unknown,
  w: Wording,
  said: ProblemSaid = saidOf(failure, w),
): { problem: Problem; isUnexpected: boolean } {
  const { status, title, code, detail, more } = said;
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
  return { problem, isUnexpected: title === 'unexpected' };
}

function saidOf(failure: unknown, w: Wording): ProblemSaid {
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

const ofRefusals = (refusals: readonly [Refusal, ...Refusal[]], detail: string): ProblemSaid => ({
  ...ofKind(refusals[0]),
  code: refusals[0].code,
  detail,
  more: { basis: refusals[0].basis, refusals: [...refusals] },
});

const againstIt = { status: 422, title: 'refused' } as const;

function ofKind({ refused, code }: Refusal): Pick<ProblemSaid, 'status' | 'title'> {
  switch (refused) {
    case 'notAllowed':
      return { status: 403, title: 'notAllowed' };
    case 'idInUse':
      return { status: 409, title: 'conflict' };
    case 'notFolded':
      // With what was asked it can't be folded; without it, it can: asking again is of no use.
      return code === 'notFoldedWith' ? againstIt : { status: 503, title: 'unavailable' };
    default:
      return againstIt;
  }
}

function ofRequest({ code, mistakes }: InvalidRequest): Pick<ProblemSaid, 'status' | 'title' | 'more'> {
  const more = mistakes.length ? { mistakes: mistakes.map(({ path, fault }) => ({ path, ...(fault as object) })) } : {};
  if (code === 'unusableDescription') return { status: 422, title: 'refused', more };
  if (code.startsWith('unknown')) return { status: 404, title: 'unknown', more };
  if (['numberInUse', 'protocolExists', 'factIdInUse', 'noticeOver'].includes(code)) return { status: 409, title: 'conflict', more };
  return { status: 400, title: 'invalid', more };
}

/** Failures of uploaded files and tables, and of what the service needs. Recognised by name, so that their modules need not be loaded. */
function ofOthers(failure: unknown, w: Wording): ProblemSaid {
  if (!(failure instanceof Error)) return unexpected(w);
  const unreadable = refusalOfUnreadable(failure);
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

export const unexpected = ({ client: { problems } }: Wording): ProblemSaid => ({
  status: 500,
  title: 'unexpected',
  code: 'unexpected',
  detail: problems.said.unexpected,
});
