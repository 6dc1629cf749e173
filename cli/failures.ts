/** The failures of a command: exit 1 if something is not as requested, 2 if the input is at fault. Nothing was written. */
import { ArgumentScannerError, formatMessageForArgumentScannerError } from '@stricli/core';
import type { AgreementFileError } from '../agreements/mistakes.ts';
import type { TableFault } from '../agreements/table/reasons.ts';
import { refusalOfUnreadable } from '../dossier/unreadable-refusals.ts';
import type { Unwritable } from '../worker/configuration-mistakes.ts';
import { failureIn } from '../wording/failures/sentence.ts';
import { mistakesIn } from '../wording/faults/sentence.ts';
import { withSlips, withSlipsOfNames } from '../wording/faults/slips.ts';
import { tableFaultIn } from '../wording/faults/table/sentence.ts';
import { refusalSentence } from '../wording/refusals/sentence.ts';
import { Incomplete, ofServer, withEntered } from '../client/failures.ts';
import { formatClientFailure } from './client-failures.ts';
import { nearest } from '../agreements/nearest.ts';
import { flagNames } from './flag-names.ts';
import type { Words } from './words.ts';

/** What was requested does not exist, or the service did not do it. Exit 1. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

/** The input can't be used; the message names what to change. Exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws Incomplete if some agreements could not be read, so that the list is not complete */
export function failOfUnread(found: readonly unknown[], unread: readonly string[], { wording }: Words): void {
  if (unread.length) throw new Incomplete(found, unread, wording);
}

/** Errors of other modules that are the input's fault, by name, so that their modules need not be loaded. */
const ofInput = [
  'UsageError',
  'Refused',
  'InvalidRequest',
  'DocumentRefused',
  'NotABackup',
  'AgreementFileError',
  'TableFault',
  'UnknownAgreementError',
  'ConfigurationError',
  'KeyMissing',
  'KeyFileRefused',
  'TokenRefused',
  'SignatureRefused',
  'NoLetterError',
  'BeyondLimit',
  'NoLetterError',
];
/** Errors whose message is written for people. */
const withSentence = ['UsageError', 'CommandFailed', 'Refused', 'InvalidRequest', 'Unavailable', 'Incomplete'];

export const exitCodeOf = (failure: unknown): 1 | 2 =>
  failure instanceof Error && (ofInput.includes(failure.name) || isOfSystem(failure)) ? 2 : 1;

/** A path that is too long, a full disk, a read-only folder: reported by Node or by SQLite, and not a fault of servanda. */
const isOfSystem = (failure: Error): failure is Error & { code: string } =>
  'code' in failure &&
  typeof failure.code === 'string' &&
  (('syscall' in failure && 'path' in failure) ||
    /^(SQLITE_(FULL|READONLY|CANTOPEN|IOERR|NOTADB|CORRUPT)|ENOSPC|EDQUOT|EROFS|EMFILE)/.test(failure.code));

/** The meaning of the system's error codes, whatever the operation. */
const meant: readonly (readonly [RegExp, Exclude<Unwritable, 'other'>])[] = [
  [/^(SQLITE_FULL|ENOSPC)/, 'full'],
  [/^(SQLITE_READONLY|EROFS)/, 'readOnly'],
  [/^EDQUOT/, 'quota'],
  [/^ENOTDIR/, 'partIsFile'],
  [/^ENAMETOOLONG/, 'pathTooLong'],
  [/^ELOOP/, 'linksInCircle'],
];

function systemIn({ code, message: detail }: Error & { code: string }, { m, say, wording }: Words): string {
  const why = meant.find(([codes]) => codes.test(code))?.[1];
  return why
    ? say(wording.failures.system, { why: wording.failures.unwritable[why], detail })
    : say(m.arguments.failed, { why: say(wording.failures.foreign, { detail }) });
}

const isOfFile = (failure: unknown): failure is AgreementFileError => failure instanceof Error && failure.name === 'AgreementFileError';

const isOfTable = (failure: unknown): failure is TableFault => failure instanceof Error && failure.name === 'TableFault';

/** What is known of a failure, in the reader's language; undefined if only a programmer can make sense of it. */
function saidOf(thrown: unknown, words: Words): string | undefined {
  const { wording } = words;
  const failure = ofServer(thrown, wording);
  const ofClient = formatClientFailure(failure, words);
  if (ofClient !== undefined) return ofClient;
  if (isOfFile(failure)) return mistakesIn(failure.problems, wording);
  if (isOfTable(failure)) return tableFaultIn(failure.file, failure.reason, wording);
  const unreadable = refusalOfUnreadable(failure);
  if (unreadable) return refusalSentence(unreadable, wording);
  if (failure instanceof Error && withSentence.includes(failure.name)) return failure.message;
  return failureIn(failure, wording) ?? (failure instanceof Error && isOfSystem(failure) ? systemIn(failure, words) : undefined);
}

/** The message for a person. A fault in servanda itself includes its stack. */
export function failureSentence(failure: unknown, words: Words): string {
  const why = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  return withEntered(saidOf(failure, words) ?? words.say(words.m.arguments.failed, { why }), failure, words.wording);
}

/** Adds the typing errors found in an argument that stands alone or whose flag the message names. */
export function withSlipsOf(args: readonly string[], said: string, { wording }: Words): string {
  const named = args.flatMap((arg, i) => {
    const [flag, value = args[i + 1] ?? ''] = arg.startsWith('--') ? arg.split('=') : [];
    const isOfFlag = args[i - 1]?.startsWith('--') && !args[i - 1]!.includes('=');
    return flag && said.includes(flag) ? [value] : !isOfFlag || said.includes(arg) ? [arg] : [];
  });
  return withSlipsOfNames(said, named, wording);
}

/** The same as part of a longer answer; messages from elsewhere are quoted. */
export function whyIn(failure: unknown, words: Words): string {
  const detail = failure instanceof Error ? failure.message : String(failure);
  return saidOf(failure, words) ?? words.say(words.wording.failures.foreign, { detail });
}

/** The same failure with one more sentence. */
export const followedBy = (failure: unknown, more: string, words: Words): UsageError | CommandFailed =>
  new (exitCodeOf(failure) === 2 ? UsageError : CommandFailed)(`${failureSentence(failure, words)}\n${more}`);

/** What is wrong with a command's flags and arguments. */
export function argumentFailureIn(failure: unknown, words: Words): string {
  if (!(failure instanceof ArgumentScannerError)) return failureSentence(failure, words);
  const { m, say, or, wording } = words;
  const texts = m.arguments;
  return formatMessageForArgumentScannerError(failure, {
    ArgumentParseError: ({ externalFlagNameOrPlaceholder: flag, exception, input }) =>
      say(texts.parse, {
        flag: flagNames.has(flag) ? `--${flag}` : flag,
        input,
        why: withSlips(exception instanceof Error ? exception.message : String(exception), input, wording),
      }),
    FlagNotFoundError: ({ input, corrections }) =>
      say(texts.noFlag, { flag: `--${input}`, near: or(slipsOf(kebab(input), corrections.map(kebab)).map(c => `--${c}`)) || 'none' }),
    UnsatisfiedPositionalError: ({ placeholder }) => say(texts.positionalMissing, { name: `<${placeholder}>` }),
    UnsatisfiedFlagError: ({ externalFlagName }) => say(texts.flagMissing, { flag: externalFlagName }),
    UnexpectedPositionalError: ({ input }) =>
      input.startsWith('-') ? say(texts.noFlag, { flag: input, near: 'none' }) : say(texts.tooMany, { input }),
  });
}

/** The flags that may have been meant: up to a third of the letters may differ, and another command's flag is never taken for this one. */
const slipsOf = (input: string, corrections: readonly string[]): string[] =>
  flagNames.has(input) ? [] : corrections.filter(c => nearest(input, [c]) !== undefined);

const kebab = (name: string): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
