/** Faults of keys and key files, as data that the presentation layer renders. */

/** `home`: where the encrypted data is, if the fault was found at startup. */
export type KeyFault =
  { code: 'keyMissing'; key: string; configured: readonly string[]; home: string | null } | { code: 'sealBroken'; key: string };

/** The kind of content of a key file. */
export type KeysFileKind = 'keys' | 'signingKey' | 'publicKey';

/** The fields of a JWK that are checked individually. */
export type JwkField = 'kty' | 'crv' | 'x' | 'd' | 'kid' | 'use' | 'alg' | 'key_ops';

export type KeysFileFault =
  /** `why`: the system's error code. */
  | { code: 'unreadable'; why: string }
  | { code: 'noSuchFile' | 'notJson'; kind: KeysFileKind }
  | { code: 'tooLarge'; kilobytes: number }
  | { code: 'readByOthers' | 'noKey' | 'notJwk' | 'unknownFields' | 'publicHalf' | 'otherHalf' | 'privateKey' }
  | { code: 'notKeyLine'; line: number }
  | { code: 'idTwice'; line: number; before: number; id: string }
  | { code: 'keyTwice'; line: number; before: number }
  | { code: 'fieldMissing' | 'wrongField'; field: JwkField };

/** Why the codec server rejects a request. */
export type CodecFault =
  | KeyFault
  | { code: 'requestTooLarge'; megabytes: number }
  | { code: 'originNotAnswered'; origin: string }
  | { code: 'otherHost' | 'unknownPath' | 'notPost' | 'tokenNeeded' | 'otherContentType' | 'bodyNotJson' | 'notPayloads' };
