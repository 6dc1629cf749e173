/** Signs what a service asks to be signed: by what is asked, as it was shown, and not by a hash that somebody else made of it. */
import type { HeldIdentity } from '../identity/authority.ts';
import { signRight } from '../identity/authority.ts';
import { requestHash } from '../identity/request-hash.ts';
import type { ToSign } from './shown-rights.ts';

/** `now`: an instant, in milliseconds. */
export const signerOf =
  (held: HeldIdentity, now: () => number = Date.now) =>
  ({ name, request, audience }: ToSign): Promise<string> =>
    signRight(held, { audience, hash: requestHash(name, request as object), now: now() });
