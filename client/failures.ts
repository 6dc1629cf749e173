/** How the client says no. Each says in its message, in the language of the client, what happened and what to do. */
import type { AgreementFileError, Mistake } from '../agreements/mistakes.ts';
import { whyUnreadable } from '../dossier/unreadable.ts';
import { serverFaultOf } from '../reconciliation/server-fault.ts';
import { refuse, type Refusal } from '../machines/refusal.ts';
import type { ClientMessages } from '../wording/client/messages.ts';
import { mistakeIn, mistakesIn } from '../wording/faults/sentence.ts';
import { failureIn } from '../wording/failures/sentence.ts';
import { message, type Values } from '../wording/message.ts';
import { refusalSentence, refusalWithBasis, shapeSentence } from '../wording/refusals/sentence.ts';
import type { Wording } from '../wording/wording.ts';

/** The law, the register or a right refuses it. `refusal`: why, as data; `refusals`: all of them, where several entries were checked at once. */
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
  const path =
    code === 'futureDay'
      ? params.isReceipt
        ? 'received'
        : 'on'
      : code === 'futureRecording'
        ? 'recorded'
        : code === 'datesOutOfOrder'
          ? params.later
          : undefined;
  return path ? [{ path, says: refusalWithBasis(refusal, wording) }] : [];
}

export type InvalidCode = keyof ClientMessages['invalid'];
export type UnavailableCode = keyof ClientMessages['unavailable'];

/** What was asked can't be done as it was asked: the message says what to change. Nothing was sent. */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';
  readonly byField: readonly FieldMistake[];

  constructor(
    readonly code: InvalidCode,
    readonly values: Values,
    wording: Wording,
    /** What is wrong with a fact, field by field. */
    readonly mistakes: readonly Mistake[] = [],
  ) {
    const lines = mistakes.map(({ path, fault }) => `${path.replace(/^\[\d+\]\.?/, '') || 'fact'}: ${mistakeIn(fault, wording)}`);
    super([message(wording.client.invalid[code], wording.locale, values), ...lines].join('\n  '));
    this.byField = mistakes.map(({ path, fault }) => ({ path, says: mistakeIn(fault, wording) }));
  }
}

/** What is wrong with one field of what was asked, by its path. */
export interface FieldMistake {
  path: string;
  says: string;
}

/** A form says it beside the field, whose name is no path. */
const mark = '\uE000';
const withoutPath = (said: string): string => said.replace(/^\uE000: /, '').replaceAll(mark, '');

/** All of them; none where it is no field that is at fault. */
export const fieldMistakesIn = (failure: Error): readonly FieldMistake[] =>
  failure instanceof Refused || failure instanceof InvalidRequest ? failure.byField : [];

/** There is no service or no register, it does not answer, or what was asked for is not to be had from it. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';

  constructor(
    readonly code: UnavailableCode,
    readonly values: Values,
    wording: Wording,
  ) {
    super(message(wording.client.unavailable[code], wording.locale, values));
  }

  /** The same in another's words: many may ask over one connection. */
  in = (wording: Wording): Unavailable => Object.assign(new Unavailable(this.code, this.values, wording), { cause: this.cause });
}

/** Some of several agreements can't be read or folded: `found` is the answer for the others, `unread` says why for each of these. */
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

/** What the Temporal server itself says no to: it has gone, or lets nobody with these credentials. Any other failure is as it was. */
export function ofServer(cause: unknown, wording: Wording): unknown {
  const fault = serverFaultOf(cause);
  if (!fault) return cause;
  const { enteredBefore } = cause as FailedAfter;
  return Object.assign(new Unavailable(fault.code, { why: fault.why.replace(/\.$/, '') }, wording), enteredBefore && { enteredBefore });
}

/** Any failure, of one of several entries: those before it stand. */
export interface FailedAfter extends Error {
  enteredBefore?: readonly string[];
}

/** The message of a failure, and what was recorded before it. */
export function withEntered(said: string, failure: unknown, { client: { refused }, locale }: Wording): string {
  const { enteredBefore: ids } = failure as Partial<FailedAfter>;
  const more = ids && message(refused.enteredBefore, locale, { ids: ids.join(', ') });
  return more && !said.endsWith(more) ? `${said}\n${more}` : said;
}

/** Whether what was asked is at fault, and not the service. */
export const isFaultOfRequest = (failure: unknown): failure is Refused | InvalidRequest =>
  failure instanceof Refused || failure instanceof InvalidRequest;

/** Why an agreement can't be read or folded, in the language of the client. */
export function reasonIn(failure: Error, wording: Wording): string {
  const unreadable = whyUnreadable(failure);
  return unreadable ? refusalSentence(unreadable, wording) : (failureIn(failure, wording) ?? failure.message);
}

/** A refusal carries its reason and its basis; other failures say what the service said. */
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

/** The client signs what it has an identity for: where it had none, nothing is to be signed by hand. */
export const asSentFromHere = (refusal: Refusal): Refusal =>
  refusal.code === 'rightRefused' && refusal.params.fault.code === 'notCarried'
    ? refuse('rightRefused', { fault: { code: 'noIdentity' } })
    : refusal;

/** What is wrong with an agreement's file is said in the language of the client; its message is in English otherwise. */
export const inLanguageOf =
  ({ wording }: { wording: Wording }) =>
  (cause: unknown): never => {
    const failure = ofServer(cause, wording);
    if (!(failure instanceof Error)) throw failure;
    if (failure.name === 'AgreementFileError') failure.message = mistakesIn((failure as AgreementFileError).problems, wording);
    else failure.message = withEntered(reasonIn(failure, wording), failure, wording);
    throw failure;
  };
