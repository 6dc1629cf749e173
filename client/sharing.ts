/** One register and one connection for many callers, each with their own name and language: for a server such as the desk. */
import type { HeldIdentity } from '../identity/authority.ts';
import type { Language } from '../clauses/desk.ts';
import type { Holder } from '../machines/rights.ts';
import { wordings } from '../wording/index.ts';
import type { Wording } from '../wording/wording.ts';
import type { Context } from './context.ts';
import { Unavailable } from './failures.ts';
import { rightsOf, type RightTo } from './rights.ts';

export interface WhoAsks {
  person: string;
  language: Language;
  /** The identity that signs for the person; by default the person's identity in the home folder. */
  identity?: HeldIdentity | undefined;
  /** The wording of answers, if it differs from the command line's. */
  wording?: Wording | undefined;
}

/** How requests are authorised; made for the service's namespace. */
export type Signing = (namespace: string, own: Context) => RightTo;

/** Make one for each request, so that a revoked identity is not cached. Closing it closes nothing; the owner of the base closes that. */
export const contextAs = (base: Context, who: WhoAsks): Context =>
  contextSigning(base, { ...who, where: 'desk' }, (namespace, own) => rightsOf(own, namespace));

/** The same, authorised by the rights presented with a request. */
export function contextSigning(
  base: Context,
  { person, language, identity, wording = wordings[language], holder, where }: WhoAsks & { holder?: Holder; where?: 'desk' },
  signing: Signing,
): Context {
  const own: Context = {
    ...base,
    person,
    language,
    wording,
    identity,
    ...(holder ? { holder } : {}),
    where,
    service: async () => {
      const service = await base.service().catch(async (cause: unknown) => {
        await base.disconnect(); // reconnects on the next call
        throw cause instanceof Unavailable ? cause.in(wording) : cause;
      });
      return { ...service, rightTo: signing(service.client.options.namespace, own), close: async () => {} };
    },
    disconnect: async () => {},
    close: async () => {},
  };
  return own;
}
