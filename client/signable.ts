/** Checks that a request can be carried out at all before somebody signs it; a right to one that can't be is wasted. */
import type { z } from 'zod';
import type { Wording } from '../wording/wording.ts';
import { InvalidRequest, Refused } from './failures.ts';
import {
  amendingEntry,
  checkFits,
  factAsEntered,
  noticeDraft,
  noticeRequests,
  protocolOpening,
  protocolRequests,
  refuse,
} from './schemas.ts';

/** By the kind of workflow, with which its id begins; undefined if only the register can check the request. */
const known: Record<string, Record<string, z.ZodType | undefined>> = {
  agreement: Object.fromEntries(['open', 'record', 'correct', 'strike', 'revise', 'replan', 'trust'].map(name => [name, undefined])),
  notice: { draft: noticeDraft, ...noticeRequests },
  protocol: { openProtocol: protocolOpening, ...protocolRequests },
};

/** The update `record` takes facts only; a right named `record` is for all three. */
const typeFor: Record<string, string | undefined> = { record: undefined, correct: 'corrected', strike: 'struck' };

/**
 * Returns the name under which its workflow checks the right: that of the request, but `record` for a correction and a strike
 * (docs/rights.md). Requests to other kinds of workflow are signed unchecked. @throws InvalidRequest; Refused with everything that does not
 * match
 */
export function nameToSign(workflow: string, name: string, request: object, wording: Wording): string {
  const [kind = ''] = workflow.split('/');
  const requests = Object.hasOwn(known, kind) ? known[kind]! : undefined;
  if (!requests) return name;
  if (!Object.hasOwn(requests, name)) {
    const names = Object.keys(requests).join(', ');
    throw new InvalidRequest('unknownRequest', { workflow, name, names }, wording);
  }
  if (requests[name]) checkFits(requests[name], request, name, wording);
  if (kind !== 'agreement' || !Object.hasOwn(typeFor, name)) return name;
  const { entry } = request as { entry?: { type?: unknown } | null };
  const type = entry?.type;
  if (typeof type !== 'string') throw new Refused([refuse('entryWithoutType', {})], wording);
  const wanted = typeFor[name];
  if (wanted && type !== wanted) throw new Refused([refuse('wrongUpdate', { update: name, wanted, type })], wording);
  const isAmending = type === 'corrected' || type === 'struck';
  checkFits(isAmending ? amendingEntry : factAsEntered, entry, 'entry', wording);
  return 'record';
}
