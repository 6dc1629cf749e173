/** What is wrong with the configuration, as data: the reader renders it, every mistake at once. */
import { OwnFailure } from '../machines/own-failure.ts';
import type { KeysFileFault } from '../secrets/faults.ts';

/** What the value of one variable is not. The schema gives one of these as the message of an issue. */
export type Unfit =
  | 'pathTooLong'
  | 'taskQueue'
  | 'cacheOfOne'
  | 'smtpUrl'
  | 'mailFrom'
  | 'webhookSecret'
  | 'webhookAllow'
  | 'databaseUrl'
  | 'deskUrl'
  | 'issuerUrl'
  | 'issuerPlain'
  | 'keysInPlace'
  | 'signingKeyInPlace'
  | 'codecToken';

/** Why nothing can be kept in a folder. */
export type Unwritable = 'readOnly' | 'full' | 'quota' | 'noRight' | 'partIsFile' | 'isFile' | 'pathTooLong' | 'linksInCircle' | 'other';

export type ConfigurationFault =
  | { code: Unfit | 'notText' | 'nothingWithoutKeys' | 'address' | 'profileIsWord' | 'noFile' | 'fileTooLarge' }
  | { code: 'wholeNumber'; least: number; most: number }
  | { code: 'oneOf'; known: readonly string[] }
  /** `near`: the variable that may have been meant. */
  | { code: 'unknownVariable'; near: string | null; known: readonly string[] }
  /** `other` is set, and what is configured by the two needs both. */
  | { code: 'halfMissing'; other: string; what: 'mail' | 'tokens' }
  /** `why`: as Temporal's reader says it. */
  | { code: 'temporalUnreadable'; why: string }
  /** `system`: the code of the system. */
  | { code: 'homeUnwritable'; because: Unwritable; system: string }
  | { code: 'keysFile'; fault: KeysFileFault };

/** One mistake in the environment: the variable, what it was given (unless that is of several, or may be secret), what is wrong with it. */
export interface Mistake {
  name: string;
  given?: string;
  fault: ConfigurationFault;
}

export class ConfigurationError extends OwnFailure<{ code: 'configuration'; mistakes: readonly Mistake[] }> {
  override readonly name = 'ConfigurationError';

  constructor(readonly mistakes: readonly Mistake[]) {
    super({ code: 'configuration', mistakes });
  }
}
