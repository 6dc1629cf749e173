/** Mistakes in the configuration, as data that the presentation layer renders, all at once. */
import { OwnFailure } from '../machines/own-failure.ts';
import type { KeysFileFault } from '../secrets/faults.ts';

/** Why the value of a single variable is rejected. The schema uses these codes as messages of its issues. */
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

/** Why a folder can't hold the home. */
export type Unwritable = 'readOnly' | 'full' | 'quota' | 'noRight' | 'partIsFile' | 'isFile' | 'pathTooLong' | 'linksInCircle' | 'other';

export type ConfigurationFault =
  | { code: Unfit | 'notText' | 'nothingWithoutKeys' | 'address' | 'profileIsWord' | 'noFile' | 'fileTooLarge' }
  | { code: 'wholeNumber'; least: number; most: number }
  | { code: 'oneOf'; known: readonly string[] }
  /** `near`: the variable that was probably meant. */
  | { code: 'unknownVariable'; near: string | null; known: readonly string[] }
  /** `other` is set, but the feature needs both variables. */
  | { code: 'halfMissing'; other: string; what: 'mail' | 'tokens' }
  /** `why`: the message of Temporal's reader. */
  | { code: 'temporalUnreadable'; why: string }
  /** `system`: the system's error code. */
  | { code: 'homeUnwritable'; because: Unwritable; system: string }
  | { code: 'keysFile'; fault: KeysFileFault };

/** One mistake in the environment: the variable, its value (unless it concerns several or may be secret), and what is wrong. */
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
