/** The failures of the client. Each message, in the client's language, states what happened and what to do. */
import type { AgreementFileError, Mistake } from '../agreements/mistakes.ts';
import { refusalOfUnreadable } from '../dossier/unreadable-refusals.ts';
import { serverFaultOf } from '../reconciliation/server-fault.ts';
import { refuse, type Refusal } from '../machines/refusal.ts';
import type { ClientMessages } from '../wording/client/messages.ts';
import { mistakeIn, mistakesIn } from '../wording/faults/sentence.ts';
import { failureIn } from '../wording/failures/sentence.ts';
import { message, type Values } from '../wording/message.ts';
import { refusalSentence, refusalWithBasis, shapeSentence } from '../wording/refusals/sentence.ts';
import type { Wording } from '../wording/wording.ts';

/** The law, the register or a right refuses it. `refusal`: the reason, as data; `refusals`: all, if several entries were checked. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;
  readonly byField: readonly FieldMistake[];

  constructor(
    readonly refusals: readonly [Refusal, ...Refusal[]],
    wording: Wording,
    composed: (sentences: readonly string[]) => string = sentences => sentences.join('\n'),
  ) {
    super(composed(refusals.map(refusal => refusalWithBasis(refusal, wording))));
    this.refusal = refusals[0];
    const found = refusals.map(refusal => fieldMistakesOf(refusal, wording));
    this.byField = found.every(mistakes => mistakes.length) ? found.flat() : [];
  }
}

function fieldMistakesOf(refusal: Refusal, wording: Wording): FieldMistake[] {
  const { code, params } = refusal;
  if (code === 'malformedRequest')
    return params.issues.map(({ path, ...issue }) => ({ path, says: withoutPath(shapeSentence({ ...issue, path: mark }, wording)) }));
  if (code === 'asCorrected') return fieldMistakesOf(params.refusal, wording);
  const path = fieldOf(refusal);
  return path ? [{ path, says: refusalWithBasis(refusal, wording) }] : [];
}

/** The field of a refused day. */
function fieldOf({ code, params }: Refusal): string | undefined {
  switch (code) {
    case 'futureDay':
      return params.field;
    case 'datesOutOfOrder':
      return params.later;
    case 'futureRecording':
      return 'recorded';
    case 'dispatchInFuture':
    case 'beforeProtocol':
      return 'on';
    case 'datedAfterDispatch':
      return 'dated';
    case 'receivedBeforeDispatch':
      return 'received';
    case 'visitOutOfOrder':
      return 'until';
    default:
      return undefined;
  }
}

export type InvalidCode = keyof ClientMessages['invalid'];
export type UnavailableCode = keyof ClientMessages['unavailable'];

/** The request can't be carried out as given; the message names what to change. Nothing was sent. */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';
  readonly byField: readonly FieldMistake[];

  constructor(
    readonly code: InvalidCode,
    readonly values: Values,
    wording: Wording,
    /** What is wrong with a fact or a file, by field. */
    readonly mistakes: readonly Mistake[] = [],
  ) {
    const ofFact = code === 'unfitFact' ? mistakes : [];
    const lines = ofFact.map(({ path, fault }) => `${path.replace(/^\[\d+\]\.?/, '') || 'fact'}: ${mistakeIn(fault, wording)}`);
    super([message(wording.client.invalid[code], wording.locale, values), ...lines].join('\n  '));
    this.byField = ofFact.map(({ path, fault }) => ({ path, says: mistakeIn(fault, wording) }));
  }
}

/** What is wrong with one field of the request, by its path. */
export interface FieldMistake {
  path: string;
  says: string;
}

/** A form displays it beside the field, whose label is not a path. */
const mark = '\uE000';
const withoutPath = (said: string): string => said.replace(/^\uE000: /, '').replaceAll(mark, '');

/** All mistakes in fields; empty if no field is at fault. */
export const fieldMistakesIn = (failure: Error): readonly FieldMistake[] =>
  failure instanceof Refused || failure instanceof InvalidRequest ? failure.byField : [];

/** There is no service or no register, it does not answer, or it can't provide what was asked for. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';

  constructor(
    readonly code: UnavailableCode,
    readonly values: Values,
    wording: Wording,
  ) {
    super(message(wording.client.unavailable[code], wording.locale, values));
  }

  /** The same failure in another wording: several callers may share one connection. */
  in = (wording: Wording): Unavailable => Object.assign(new Unavailable(this.code, this.values, wording), { cause: this.cause });
}

/** Some of several agreements can't be read or folded. `found`: the answer for the others; `unread`: the reason for each of these. */
export class Incomplete extends Error {
  override readonly name = 'Incomplete';

  constructor(
    readonly found: readonly unknown[],
    readonly unread: readonly string[],
    wording: Wording,
  ) {
    const count = unread.length;
    super([...unread, message(wording.client.unavailable.leftOut, wording.locale, { count, n: `${count}` })].join('\n'));
  }
}

/** A failure of the Temporal server itself (unreachable, or it rejects the credentials) as Unavailable; any other failure unchanged. */
export function ofServer(cause: unknown, wording: Wording): unknown {
  const fault = serverFaultOf(cause);
  if (!fault) return cause;
  const { enteredBefore } = cause as FailedAfter;
  return Object.assign(new Unavailable(fault.code, { why: fault.why.replace(/\.$/, '') }, wording), enteredBefore && { enteredBefore });
}

/** A failure at one of several entries: those before it are recorded. */
export interface FailedAfter extends Error {
  enteredBefore?: readonly string[];
}

/** The failure's message, with the entries recorded before it. */
export function withEntered(said: string, failure: unknown, { client: { refused }, locale }: Wording): string {
  const { enteredBefore: ids } = failure as Partial<FailedAfter>;
  const more = ids && message(refused.enteredBefore, locale, { ids: ids.join(', ') });
  return more && !said.endsWith(more) ? `${said}\n${more}` : said;
}

/** True if the request is at fault, not the service. */
export const isFaultOfRequest = (failure: unknown): failure is Refused | InvalidRequest =>
  failure instanceof Refused || failure instanceof InvalidRequest;

/** Why an agreement can't be read or folded, in the client's language. */
export function reasonIn(failure: Error, wording: Wording): string {
  const unreadable = refusalOfUnreadable(failure);
  return unreadable ? refusalSentence(unreadable, wording) : (failureIn(failure, wording) ?? failure.message);
}

/** A refusal keeps its reason and its basis; any other failure reports the service's message. */
export const failureFrom =
  (wording: Wording) =>
  async (cause: unknown): Promise<unknown> => {
    const { WorkflowFailedError, WorkflowUpdateFailedError } = await import('@temporalio/client');
    if (!(cause instanceof WorkflowUpdateFailedError || cause instanceof WorkflowFailedError)) return ofServer(cause, wording);
    const { ApplicationFailure } = await import('@temporalio/common');
    const { REFUSED } = await import('../machines/refusal.ts');
    const failure = cause.cause;
    if (failure instanceof ApplicationFailure && failure.type === REFUSED)
      return new Refused([asSentFromHere(failure.details![0] as Refusal)], wording);
    return new Unavailable('failed', { why: failure?.message ?? cause.message }, wording);
  };

/** The client signs with the identity it has. If it has none, the refusal says so, and does not ask for a right signed by hand. */
export const asSentFromHere = (refusal: Refusal): Refusal =>
  refusal.code === 'rightRefused' && refusal.params.fault.code === 'notCarried'
    ? refuse('rightRefused', { fault: { code: 'noIdentity' } })
    : refusal;

/** Rethrows a failure with its message in the client's language; one of a file that was given as a failure of the request. */
export const inLanguageOf =
  ({ wording }: { wording: Wording }) =>
  (cause: unknown): never => {
    const failure = ofServer(cause, wording);
    if (!(failure instanceof Error)) throw failure;
    const ofFile = ofGivenFile(failure, wording);
    if (ofFile) throw Object.assign(ofFile, { cause });
    failure.message = withEntered(reasonIn(failure, wording), failure, wording);
    throw failure;
  };

/** A description or a list of facts that can't be read, or that is not there. By name, so that their modules need not be loaded. */
function ofGivenFile(failure: Error, wording: Wording): InvalidRequest | undefined {
  if (failure.name === 'UnknownAgreementError') return new InvalidRequest('unknownFile', { says: reasonIn(failure, wording) }, wording);
  if (failure.name !== 'AgreementFileError') return undefined;
  const { problems } = failure as AgreementFileError;
  return new InvalidRequest('unusableDescription', { says: mistakesIn(problems, wording) }, wording, problems);
}
