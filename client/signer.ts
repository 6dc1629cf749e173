/** Signs a request for a service. The hash is calculated from the request as displayed, never taken from somebody else. */
import type { HeldIdentity } from '../identity/authority.ts';
import { signRight } from '../identity/authority.ts';
import { requestHash } from '../identity/request-hash.ts';
import type { ToSign } from './presented-rights.ts';

/** `now`: an instant, in milliseconds. */
export const signerOf =
  (held: HeldIdentity, now: () => number = Date.now) =>
  ({ name, request, audience }: ToSign): Promise<string> =>
    signRight(held, { audience, hash: requestHash(name, request as object), now: now() });
