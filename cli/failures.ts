/** How a command says no: exit 1 when something is not as asked, 2 when the input is at fault. Nothing was written. */
import { ArgumentScannerError, formatMessageForArgumentScannerError } from '@stricli/core';
import type { AgreementFileError } from '../agreements/mistakes.ts';
import type { TableFault } from '../agreements/table/reasons.ts';
import { whyUnreadable } from '../dossier/unreadable.ts';
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

/** What was asked for is not there, or the service did not do it. Exit 1. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

/** The input can't be used as it is: the message says what to change. Exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws Incomplete when some could not be read: what was shown is not all there is */
export function failOfUnread(found: readonly unknown[], unread: readonly string[], { wording }: Words): void {
  if (unread.length) throw new Incomplete(found, unread, wording);
}

/** Errors of other rooms that are the input's fault, by name: their modules are not loaded for it. */
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
/** Errors whose message is meant for people as it stands. */
const withSentence = ['UsageError', 'CommandFailed', 'Refused', 'InvalidRequest', 'Unavailable', 'Incomplete'];

export const exitCodeOf = (failure: unknown): 1 | 2 =>
  failure instanceof Error && (ofInput.includes(failure.name) || isOfSystem(failure)) ? 2 : 1;

/** A path that is too long, a disk that is full, a folder where nothing may be written: said by Node or by SQLite, and no fault of servanda. */
const isOfSystem = (failure: Error): failure is Error & { code: string } =>
  'code' in failure &&
  typeof failure.code === 'string' &&
  (('syscall' in failure && 'path' in failure) ||
    /^(SQLITE_(FULL|READONLY|CANTOPEN|IOERR|NOTADB|CORRUPT)|ENOSPC|EDQUOT|EROFS|EMFILE)/.test(failure.code));

/** What the system's code means, whatever was asked of it. */
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

/** In the language of the reader, what is known of a failure; undefined for one that only a programmer can read. */
function saidOf(thrown: unknown, words: Words): string | undefined {
  const { wording } = words;
  const failure = ofServer(thrown, wording);
  const ofClient = formatClientFailure(failure, words);
  if (ofClient !== undefined) return ofClient;
  if (isOfFile(failure)) return mistakesIn(failure.problems, wording);
  if (isOfTable(failure)) return tableFaultIn(failure.file, failure.reason, wording);
  const unreadable = whyUnreadable(failure);
  if (unreadable) return refusalSentence(unreadable, wording);
  if (failure instanceof Error && withSentence.includes(failure.name)) return failure.message;
  return failureIn(failure, wording) ?? (failure instanceof Error && isOfSystem(failure) ? systemIn(failure, words) : undefined);
}

/** The message for a person. A fault of servanda itself comes with its stack. */
export function failureSentence(failure: unknown, words: Words): string {
  const why = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  return withEntered(saidOf(failure, words) ?? words.say(words.m.arguments.failed, { why }), failure, words.wording);
}

/** With what was overlooked in an argument that stands by itself, or that a message names by its flag. */
export function withSlipsOf(args: readonly string[], said: string, { wording }: Words): string {
  const named = args.flatMap((arg, i) => {
    const [flag, value = args[i + 1] ?? ''] = arg.startsWith('--') ? arg.split('=') : [];
    const isOfFlag = args[i - 1]?.startsWith('--') && !args[i - 1]!.includes('=');
    return flag && said.includes(flag) ? [value] : !isOfFlag || said.includes(arg) ? [arg] : [];
  });
  return withSlipsOfNames(said, named, wording);
}

/** The same as part of a longer answer: what others say is quoted. */
export function whyIn(failure: unknown, words: Words): string {
  const detail = failure instanceof Error ? failure.message : String(failure);
  return saidOf(failure, words) ?? words.say(words.wording.failures.foreign, { detail });
}

/** The same failure with a further sentence. */
export const followedBy = (failure: unknown, more: string, words: Words): UsageError | CommandFailed =>
  new (exitCodeOf(failure) === 2 ? UsageError : CommandFailed)(`${failureSentence(failure, words)}\n${more}`);

/** What is wrong with the flags and arguments of a command. */
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

/** Those that may be meant: a third of the letters may be others, and no flag that another command has is taken for this one. */
const slipsOf = (input: string, corrections: readonly string[]): string[] =>
  flagNames.has(input) ? [] : corrections.filter(c => nearest(input, [c]) !== undefined);

const kebab = (name: string): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
