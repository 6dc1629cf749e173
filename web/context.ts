/**
 * What the pages, API, calendars and MCP server share: one process's register and connection, and for each request a client in the caller's
 * name and language.
 */
import { languages, type Language } from '../clauses/desk.ts';
import { contextOf, type ClientOptions, type Context } from '../client/context.ts';
import { servandaOn, type Servanda } from '../client/servanda.ts';
import { contextAs, type WhoAsks } from '../client/sharing.ts';
import { deskWordings } from '../wording/web/failures/messages.ts';
import type { Wording } from '../wording/wording.ts';

export interface DeskOptions {
  /** The service and the clock. Each request supplies its own caller and language. */
  service?: Omit<ClientOptions, 'person' | 'identity' | 'language'>;
}

export interface Desk {
  readonly base: Context;
  asker(who: WhoAsks): Asker;
  close(): Promise<void>;
}

/** A caller, with everything that may be asked in that name. */
export interface Asker {
  readonly person: string;
  readonly language: Language;
  readonly wording: Wording;
  readonly context: Context;
  readonly servanda: Servanda;
}

export function deskOf({ service = {} }: DeskOptions = {}): Desk {
  const base = contextOf(service);
  return {
    base,
    asker: who => {
      const context = contextAs(base, { ...who, wording: deskWordings[who.language] });
      const { person, language, wording } = context;
      return { person, language, wording, context, servanda: servandaOn(context) };
    },
    close: () => base.close(),
  };
}

/** The language of a request: `?lang`, then the earlier choice, then `Accept-Language` (RFC 9110, 12.5.4), then English. */
export function languageOf({ asked, chosen, accepted }: Partial<Record<'asked' | 'chosen' | 'accepted', string | undefined>>): Language {
  const known = (name: string | undefined): Language | undefined => languages.find(l => l === name);
  return (
    known(asked) ??
    known(chosen) ??
    firstAccepted(accepted ?? '')
      .map(known)
      .find(Boolean) ??
    'en'
  );
}

/** The primary subtags in order of preference. */
const firstAccepted = (header: string): string[] =>
  header
    .slice(0, 500)
    .split(',')
    .map(part => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map(p => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(q => q !== undefined);
      return { name: tag.split('-')[0]!, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ name }) => name);
