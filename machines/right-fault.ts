/** Why a right is refused, as data: the reader renders it. */
import type { Refusal } from './refusal.ts';

export type RightFault =
  /** The request carries none, and was made past whoever signs: for which workflow it is to be signed, and by which name. */
  | { code: 'notCarried'; workflow: string; name: string }
  /** The same of a request by the command line or the client, which sign it where they find an identity. */
  | { code: 'noIdentity' }
  /** None was shown; or what the request carries can't be read. */
  | { code: 'notShown' | 'tooLong' | 'notSigned' | 'otherHeader' | 'incomplete' }
  /** A person's right, and who may act on it. */
  | { code: 'serviceOnly' | 'ownName' }
  | { code: 'otherAudience'; of: string; asked: string }
  | { code: 'otherRequest' | 'notByAuthority' | 'notByPerson' }
  | { code: 'otherKind'; wanted: string; is: string }
  /** `issuer`: none where the identity names no authority. */
  | { code: 'unknownIssuer'; issuer: string }
  | { code: 'otherPerson'; by: string; person: string }
  | { code: 'usedBefore'; entry: string; agreement: string }
  /** `refusal`: null where the register has not kept it. */
  | { code: 'refusedBefore'; refusal: Refusal | null }
  /** Instants, to the minute. */
  | { code: 'notYet'; from: string; now: string }
  | { code: 'tooOld'; on: string }
  | { code: 'identityExpired'; person: string; on: string }
  | { code: 'identityRevoked'; person: string; on: string; reason: string }
  /** Of the authorities that the register trusts. */
  | { code: 'keyInUse' | 'onlyAuthority'; authority: string }
  | { code: 'otherAuthorities' }
  | { code: 'refused'; refusal: Refusal };
