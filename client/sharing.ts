/** One register and one connection for many who ask: each in their own name and language. For a process that answers people, such as the desk. */
import type { HeldIdentity } from '../identity/authority.ts';
import type { Language } from '../clauses/desk.ts';
import { wordings } from '../wording/index.ts';
import type { Context } from './context.ts';
import { rightsOf } from './rights.ts';

export interface WhoAsks {
  person: string;
  language: Language;
  /** What signs for the person; else that of the person in the home. */
  identity?: HeldIdentity | undefined;
}

/** To be made for each request: an identity that was revoked since is not remembered. Closing it closes nothing: the base is closed by who made it. */
export const contextAs = (base: Context, { person, language, identity }: WhoAsks): Context => {
  const own: Context = {
    ...base,
    person,
    language,
    wording: wordings[language],
    identity,
    where: 'desk',
    service: async () => {
      const service = await base.service();
      return { ...service, rightTo: rightsOf(own, service.client.options.namespace), close: async () => {} };
    },
    disconnect: async () => {},
    close: async () => {},
  };
  return own;
};
