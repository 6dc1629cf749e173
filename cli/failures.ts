/** How a command says no: exit 1 when something is not as asked, 2 when the input is at fault. Nothing was written. */
import { ArgumentScannerError, formatMessageForArgumentScannerError } from '@stricli/core';

/** What was asked for is not there, or the service did not do it. Exit 1. */
export class NotAsAsked extends Error {
  override readonly name = 'NotAsAsked';
}

/** The input can't be used as it is: the message says what to change. Exit 2. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}

/** Errors of other rooms that are the input's fault, by name: their modules are not loaded for it. */
const ofInput = [
  'BadInput',
  'DocumentRefused',
  'NotAnExport',
  'NotABackup',
  'AgreementFileError',
  'TableFault',
  'UnknownAgreementError',
  'ConfigurationError',
  'KeyMissing',
  'KeyFileRefused',
  'TokenRefused',
  'SignatureRefused',
  'BeyondLimit',
];
/** Errors whose message is meant for people as it stands. */
const inWords = [
  ...ofInput,
  'NotAsAsked',
  'FoldFailure',
  'NoDescription',
  'NoAnswer',
  'DocumentUnsound',
  'SealBroken',
  'KeptElsewhere',
  'NotEmpty',
  'NotSound',
  'NoIdentity',
  'NotAPrefix',
  'RegisterNotOpened',
  'ServerNotFound',
  'NamespaceNotReady',
];

export const exitCodeOf = (failure: unknown): 1 | 2 => (failure instanceof Error && ofInput.includes(failure.name) ? 2 : 1);

/** What a person is told. A fault of servanda itself shows where it happened. */
export function toldOf(failure: unknown): string {
  if (!(failure instanceof Error)) return `servanda failed: ${String(failure)}`;
  return inWords.includes(failure.name) ? failure.message : `servanda failed: ${failure.stack ?? failure.message}`;
}

/** What is wrong with the flags and arguments of a command. */
export function toldOfArguments(failure: unknown): string {
  if (!(failure instanceof ArgumentScannerError)) return toldOf(failure);
  return formatMessageForArgumentScannerError(failure, {
    ArgumentParseError: ({ externalFlagNameOrPlaceholder: name, exception, input }) =>
      `--${name} ${input}: ${exception instanceof Error ? exception.message : String(exception)}.`,
    FlagNotFoundError: ({ input, corrections }) =>
      `There is no flag --${input}. ${corrections.length ? `Did you mean ${corrections.map(c => `--${kebab(c)}`).join(' or ')}? ` : ''}All flags: add --help.`,
    UnsatisfiedPositionalError: ({ placeholder }) => `<${placeholder}> is missing. How to use this command: add --help.`,
    UnsatisfiedFlagError: ({ externalFlagName }) =>
      `--${externalFlagName} needs a value, or is missing. How to use this command: add --help.`,
    UnexpectedPositionalError: ({ input }) => `${input} is one argument too many. How to use this command: add --help.`,
  });
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
