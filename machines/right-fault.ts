/** Why a right is refused, as data; the reader renders it. */
import type { Refusal } from './refusal.ts';

export type RightFault =
  /** The request carries no right, and bypassed the signer: the workflow and name to sign for. */
  | { code: 'notCarried'; workflow: string; name: string }
  /** The same for the command line or the client, which sign when they find an identity. */
  | { code: 'noIdentity' }
  /** No right was presented, or the request's cannot be read. */
  | { code: 'notShown' | 'tooLong' | 'notSigned' | 'otherHeader' | 'incomplete' }
  /** A person's right, and who may use it. */
  | { code: 'serviceOnly' | 'ownName' }
  | { code: 'otherAudience'; of: string; asked: string }
  | { code: 'otherRequest' | 'notByAuthority' | 'notByPerson' }
  | { code: 'otherKind'; wanted: string; is: string }
  /** `issuer`: `none` if the identity names no authority. */
  | { code: 'unknownIssuer'; issuer: string }
  | { code: 'otherPerson'; by: string; person: string }
  | { code: 'usedBefore'; entry: string; agreement: string }
  /** `refusal`: null if the register has not kept it. */
  | { code: 'refusedBefore'; refusal: Refusal | null }
  /** Instants, to the minute. */
  | { code: 'notYet'; from: string; now: string }
  | { code: 'tooOld'; on: string }
  | { code: 'identityExpired'; person: string; on: string }
  | { code: 'identityRevoked'; person: string; on: string; reason: string }
  /** About the authorities that the register trusts. */
  | { code: 'keyInUse' | 'onlyAuthority'; authority: string }
  | { code: 'otherAuthorities' }
  | { code: 'refused'; refusal: Refusal };
