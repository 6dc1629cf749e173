/** What is wrong with keys and with their files, as data: the reader renders it. */

/** `home`: where what is encrypted is kept, when it was found at a start. */
export type KeyFault =
  { code: 'keyMissing'; key: string; configured: readonly string[]; home: string | null } | { code: 'sealBroken'; key: string };

/** What a file of keys holds, where it is one. */
export type KeysFileKind = 'keys' | 'signingKey' | 'publicKey';

/** Fields of a JWK that have a form of their own. */
export type JwkField = 'kty' | 'crv' | 'x' | 'd' | 'kid' | 'use' | 'alg' | 'key_ops';

export type KeysFileFault =
  /** `why`: the code of the system. */
  | { code: 'unreadable'; why: string }
  | { code: 'noSuchFile' | 'notJson'; kind: KeysFileKind }
  | { code: 'tooLarge'; kilobytes: number }
  | { code: 'readByOthers' | 'noKey' | 'notJwk' | 'unknownFields' | 'publicHalf' | 'otherHalf' | 'privateKey' }
  | { code: 'notKeyLine'; line: number }
  | { code: 'idTwice'; line: number; before: number; id: string }
  | { code: 'keyTwice'; line: number; before: number }
  | { code: 'fieldMissing' | 'wrongField'; field: JwkField };

/** Why the codec server does not answer a request. */
export type CodecFault =
  | KeyFault
  | { code: 'requestTooLarge'; megabytes: number }
  | { code: 'originNotAnswered'; origin: string }
  | { code: 'otherHost' | 'unknownPath' | 'notPost' | 'tokenNeeded' | 'otherContentType' | 'bodyNotJson' | 'notPayloads' };
