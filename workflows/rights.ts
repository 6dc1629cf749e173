/**
 * Checks the right to a request before anything is written, so that a refused one leaves no event in the history. This uses no clock:
 * expiry and revocation are checked in the register's transaction.
 */
import { proxySinks, workflowInfo } from '@temporalio/workflow';
import { requestHash } from '../identity/request-hash.ts';
import { NoRight, readRight, whyNotBy, type RequestTarget, type Right } from '../identity/right.ts';
import { isSigned } from '../identity/signature-in-workflow.ts';
import { audienceOf, type TrustedKey } from '../identity/shapes.ts';
import type { RightFault } from '../machines/right-fault.ts';
import type { Holder } from '../machines/rights.ts';
import { refuse, type Refusal } from '../machines/refusal.ts';
import type { SecuritySinks, WithRight } from './messages.ts';
import { fallbackMessage } from './fallback-messages.ts';
import { refusal } from './refusal-failures.ts';

const { security } = proxySinks<SecuritySinks>();

/** The audience of a right: this workflow unless another is named. */
const audience = (workflowId = workflowInfo().workflowId): string => audienceOf(workflowInfo().namespace, workflowId);

/** A person's request to a notice or protocol, in the form that the right to it was signed for. */
export const requestTarget = (workflowId: string, name: string, request: object): RequestTarget => ({
  audience: audience(workflowId),
  name,
  hash: requestHash(name, request),
});

/** Requires no right while no authority is trusted. @throws ApplicationFailure of type Refused */
export function checkRight(
  name: string,
  request: WithRight & { by: string },
  trusted: readonly TrustedKey[] | undefined,
  whyNot: (holder: Holder) => Refusal | undefined,
  onBehalf?: RequestTarget,
): void {
  if (!trusted?.length) return;
  const { right, fault } = read(name, request, trusted, onBehalf);
  const refused = right ? (inOneName(right, request.by) ?? whyNot(right.identity)) : refuse('rightRefused', { fault: fault! });
  if (!refused) return;
  refuseAccess(name, request.by, refused, right?.identity.person);
}

/** Refuses a request and logs it as a security event. `person`: named by the right. @throws ApplicationFailure of type Refused */
export function refuseAccess(name: string, by: string, refused: Refusal, person?: string): never {
  const { workflowId } = workflowInfo();
  security.refused({ workflowId, asked: name, by, refused, ...(person === undefined ? {} : { person }) });
  throw refusal(refused, sentenceOf(refused));
}

/** The sender of an unsigned request reads this in the Temporal UI or command line; the client words all other refusals. */
function sentenceOf({ code, params }: Refusal): string | undefined {
  const fault = code === 'rightRefused' ? params.fault : undefined;
  return fault?.code === 'notCarried' ? fallbackMessage('notSigned', { workflow: fault.workflow, name: fault.name }) : undefined;
}

function read(
  name: string,
  request: WithRight,
  trusted: readonly TrustedKey[],
  onBehalf?: RequestTarget,
): { right?: Right; fault?: RightFault } {
  try {
    const expected = { trusted, audience: audience(), name, hash: requestHash(name, request), onBehalf };
    return { right: readRight(request.right, expected, isSigned) };
  } catch (cause) {
    if (cause instanceof NoRight) return { fault: cause.fault };
    throw cause;
  }
}

function inOneName(right: Right, by: string): Refusal | undefined {
  const fault = whyNotBy(right, by);
  return fault && refuse('rightRefused', { fault });
}
