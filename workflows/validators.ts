/**
 * Refuses a request before anything is written, so that it leaves no event in the history: too large, sent to the wrong update, or without
 * a right. No schema or calendar here: the step parses the entry and refuses it in the same words.
 */
import { descriptionLimit, entryLimit, isText, whyBeyond } from '../machines/limits.ts';
import type { Entry } from '../machines/facts.ts';
import { refuse, type RefusalParams } from '../machines/refusal.ts';
import type { RequestTarget } from '../identity/right.ts';
import type { TrustedKey } from '../identity/shapes.ts';
import { authorizeCommand, authorizeRecord } from '../machines/rights.ts';
import {
  originWorkflowId,
  type FactOrigin,
  type RecordRequest,
  type RevisionRequest,
  type ReplanRequest,
  type TrustRequest,
} from './messages.ts';
import { refusal } from './refusal-failures.ts';
import { assertDecoded } from './undecoded.ts';
import { requestTarget, checkRight } from './rights.ts';

const typeFor = { record: undefined, correct: 'corrected', strike: 'struck' } as const;

/** Known from the first plan on; until then only the register checks rights. */
type Trusted = readonly TrustedKey[] | undefined;

/** A validator for each update: without one, Temporal runs no interceptor of the handler either. */
export const validatorsFor = (agreement: string, trusted: () => Trusted) => ({
  record: { validator: (r: RecordRequest) => validateRecord(agreement, r, 'record', trusted()) },
  correct: { validator: (r: RecordRequest) => validateRecord(agreement, r, 'correct', trusted()) },
  strike: { validator: (r: RecordRequest) => validateRecord(agreement, r, 'strike', trusted()) },
  revise: { validator: (r: RevisionRequest) => validateRevision(r, trusted()) },
  replan: { validator: (r: ReplanRequest | undefined) => validateReplan(r, trusted()) },
  trust: { validator: (r: TrustRequest) => validateTrust(r, trusted()) },
});

export function validateRecord(agreement: string, request: RecordRequest, update: keyof typeof typeFor, trusted: Trusted): void {
  checkBy(request);
  const { entry, origin } = request;
  const beyond = whyBeyond(entry, entryLimit) ?? whyBeyond(origin, entryLimit);
  if (beyond) throw refusal(refuse('beyondLimit', { what: 'entry', ...beyond }));
  checkType(entry, update);
  checkSize(request);
  checkRight('record', request, trusted, holder => authorizeRecord(holder, entry as Entry), originTarget(agreement, origin));
}

/** The person's own request to a notice or protocol, if the service records on their behalf. */
const originTarget = (agreement: string, origin: FactOrigin | undefined): RequestTarget | undefined =>
  isOrigin(origin) ? requestTarget(originWorkflowId(agreement, origin), origin.name, origin.request) : undefined;

const isOrigin = (origin: FactOrigin | undefined): origin is FactOrigin =>
  (origin?.kind === 'notice' || origin?.kind === 'protocol') && typeof origin.request === 'object' && origin.request !== null;

export function validateRevision(request: RevisionRequest, trusted: Trusted): void {
  checkBy(request);
  const { content, reason } = request;
  checkText('reason', reason, 2000);
  if (typeof content !== 'object' || content === null) throw refusal(refuse('missing', { what: 'content' }));
  const beyond = whyBeyond(content, descriptionLimit);
  if (beyond) throw refusal(refuse('beyondLimit', { what: 'description', ...beyond }));
  checkSize(request);
  checkRight('revise', request, trusted, holder => authorizeCommand(holder, 'revise'));
}

/** May be empty where no right is required. */
export function validateReplan(request: ReplanRequest | undefined, trusted: Trusted): void {
  assertDecoded(request);
  checkSize(request);
  if (!trusted?.length) return;
  checkBy(request);
  checkRight('replan', request!, trusted, holder => authorizeCommand(holder, 'replan'));
}

export function validateTrust(request: TrustRequest, trusted: Trusted): void {
  checkBy(request);
  if (!Array.isArray(request.keys) || request.keys.length > 100 || !request.keys.every(isKey))
    throw refusal(refuse('missing', { what: 'keys' }));
  checkSize(request);
  checkRight('trust', request, trusted, holder => authorizeCommand(holder, 'trust'));
}

const isKey = (key: Partial<TrustedKey> | null): boolean => typeof key?.kid === 'string' && typeof key.x === 'string';

/** The request is unvalidated and may be null. */
function checkBy(request: { by: unknown } | null | undefined): void {
  assertDecoded(request);
  checkText('by', request?.by, 200);
}

/** Limits the whole request, unknown fields included: it is hashed and passed on whole. */
function checkSize(request: unknown): void {
  const beyond = whyBeyond(request, descriptionLimit + entryLimit);
  if (beyond) throw refusal(refuse('beyondLimit', { what: 'request', ...beyond }));
}

function checkText(what: RefusalParams['missing']['what'], text: unknown, limit: number): void {
  if (typeof text !== 'string' || !text.trim()) throw refusal(refuse('missing', { what }));
  if (text.length > limit) throw refusal(refuse('beyondLimit', { what, why: 'tooLong', limit }));
  if (!isText(text)) throw refusal(refuse('beyondLimit', { what, why: 'notText', limit: null }));
}

function checkType(entry: unknown, update: keyof typeof typeFor): void {
  const type = (entry as { type?: unknown } | null)?.type;
  if (typeof type !== 'string') throw refusal(refuse('entryWithoutType', {}));
  const wanted = typeFor[update];
  if (wanted && type !== wanted) throw refusal(refuse('wrongUpdate', { update, wanted, type }));
  if (!wanted && (type === 'corrected' || type === 'struck'))
    throw refusal(refuse('otherUpdate', { type, update: type === 'struck' ? 'strike' : 'correct' }));
}
