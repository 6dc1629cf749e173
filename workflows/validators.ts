/**
 * What is refused before anything is written, so that the history shows no event of it: what is too large, goes by another update, or
 * comes from who may not ask. No schema and no calendar is here: an entry's own form is read by the step, which refuses it by the same words.
 */
import { descriptionLimit, entryLimit, isText, noText, whyBeyond } from '../machines/limits.ts';
import type { Entry } from '../machines/facts.ts';
import { malformed } from '../machines/refusal.ts';
import type { TrustedKey } from '../identity/shapes.ts';
import { whyNotAsked, whyNotRecorded } from '../machines/rights.ts';
import type { RecordRequest, RedescribeRequest, ReplanRequest, TrustRequest } from './messages.ts';
import { refusal } from './refusals.ts';
import { checkRight } from './rights.ts';

const typeFor = { record: undefined, correct: 'corrected', strike: 'struck' } as const;

/** Known from the first plan on; before it, the register's own check stands alone. */
type Trusted = readonly TrustedKey[] | undefined;

export function validateRecord(request: RecordRequest, update: keyof typeof typeFor, trusted: Trusted): void {
  checkBy(request);
  const { entry } = request;
  const beyond = whyBeyond(entry, entryLimit);
  if (beyond) throw refusal(malformed(`The entry ${beyond}. Enter what matters, and attach the rest as a document.`));
  checkType(entry, update);
  checkRight('record', request, trusted, holder => whyNotRecorded(holder, entry as Entry));
}

export function validateRedescribe(request: RedescribeRequest, trusted: Trusted): void {
  checkBy(request);
  const { content, reason } = request;
  if (typeof reason !== 'string' || !reason.trim()) throw refusal(malformed('Say why the description changes: reason.'));
  if (reason.length > 2000) throw refusal(malformed('reason must be at most 2,000 characters.'));
  if (!isText(reason)) throw refusal(malformed(`reason ${noText}.`));
  if (typeof content !== 'object' || content === null)
    throw refusal(malformed('content must be the description, as in the agreement’s file.'));
  const beyond = whyBeyond(content, descriptionLimit);
  if (beyond) throw refusal(malformed(`The description ${beyond}.`));
  checkRight('redescribe', request, trusted, holder => whyNotAsked(holder, 'redescribe'));
}

/** Where no right is asked for, it needs to say nothing. */
export function validateReplan(request: ReplanRequest | undefined, trusted: Trusted): void {
  if (!trusted?.length) return;
  checkBy(request);
  checkRight('replan', request!, trusted, holder => whyNotAsked(holder, 'replan'));
}

export function validateTrust(request: TrustRequest, trusted: Trusted): void {
  checkBy(request);
  if (!Array.isArray(request.keys) || request.keys.length > 100 || !request.keys.every(isKey))
    throw refusal(malformed('keys must list the authorities that are trusted.'));
  checkRight('trust', request, trusted, holder => whyNotAsked(holder, 'trust'));
}

const isKey = (key: Partial<TrustedKey> | null): boolean => typeof key?.kid === 'string' && typeof key.x === 'string';

/** Whatever was sent: it may be nothing at all. */
function checkBy(request: { by: unknown } | null | undefined): void {
  const by = request?.by;
  if (typeof by !== 'string' || !by.trim()) throw refusal(malformed('Say who enters it: by.'));
  if (by.length > 200) throw refusal(malformed('by must be at most 200 characters.'));
  if (!isText(by)) throw refusal(malformed(`by ${noText}.`));
}

function checkType(entry: unknown, update: keyof typeof typeFor): void {
  const type = (entry as { type?: unknown } | null)?.type;
  if (typeof type !== 'string') throw refusal(malformed('An entry is an object with at least id and type.'));
  const wanted = typeFor[update];
  if (wanted && type !== wanted) throw refusal(malformed(`${update} takes an entry of type ${wanted}, not ${type}.`));
  if (!wanted && (type === 'corrected' || type === 'struck'))
    throw refusal(malformed(`A ${type} entry goes by the update ${type === 'struck' ? 'strike' : 'correct'}.`));
}
