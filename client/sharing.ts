/** One register and one connection for many who ask: each in their own name and language. For a process that answers people, such as the desk. */
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
  /** What signs for the person; else that of the person in the home. */
  identity?: HeldIdentity | undefined;
  /** As they are answered, where it is otherwise than at the command line. */
  wording?: Wording | undefined;
}

/** By what each request is allowed: made for the namespace in which the service is. */
export type Signing = (namespace: string, own: Context) => RightTo;

/** To be made for each request: an identity that was revoked since is not remembered. Closing it closes nothing: the base is closed by who made it. */
export const contextAs = (base: Context, who: WhoAsks): Context =>
  contextSigning(base, { ...who, where: 'desk' }, (namespace, own) => rightsOf(own, namespace));

/** The same, allowed by what is shown with a request. */
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
        await base.disconnect(); // a server that was not there is looked for again
        throw cause instanceof Unavailable ? cause.in(wording) : cause;
      });
      return { ...service, rightTo: signing(service.client.options.namespace, own), close: async () => {} };
    },
    disconnect: async () => {},
    close: async () => {},
  };
  return own;
}
