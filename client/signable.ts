/** Checks that a request can be carried out at all before somebody signs it; a right to one that can't be is wasted. */
import type { z } from 'zod';
import type { Wording } from '../wording/wording.ts';
import { InvalidRequest, Refused } from './failures.ts';
import { checkFits, factAsEntered, noticeDraft, noticeRequests, protocolOpening, protocolRequests, refuse } from './schemas.ts';

/** By the kind of workflow, with which its id begins; undefined if only the register can check the request. */
const known: Record<string, Record<string, z.ZodType | undefined>> = {
  agreement: Object.fromEntries(['open', 'record', 'correct', 'strike', 'revise', 'replan', 'trust'].map(name => [name, undefined])),
  notice: { draft: noticeDraft, ...noticeRequests },
  protocol: { openProtocol: protocolOpening, ...protocolRequests },
};

const withEntry: readonly string[] = ['record', 'correct', 'strike'];

/** Requests to other kinds of workflow are signed unchecked. @throws InvalidRequest; Refused with everything that does not match */
export function checkSignable(workflow: string, name: string, request: object, wording: Wording): void {
  const [kind = ''] = workflow.split('/');
  const requests = Object.hasOwn(known, kind) ? known[kind]! : undefined;
  if (!requests) return;
  if (!Object.hasOwn(requests, name)) {
    const names = Object.keys(requests).join(', ');
    throw new InvalidRequest('unknownRequest', { workflow, name, names }, wording);
  }
  if (requests[name]) checkFits(requests[name], request, name, wording);
  if (kind !== 'agreement' || !withEntry.includes(name)) return;
  const { entry } = request as { entry?: { type?: unknown } | null };
  if (typeof entry?.type !== 'string') throw new Refused([refuse('entryWithoutType', {})], wording);
  if (name === 'record') checkFits(factAsEntered, entry, 'fact', wording);
}
