/** What a workflow reports when no activity answers, in a language, or in all of them if none is known. */
import type { Language } from '../../clauses/desk.ts';
import { inTrouble as az } from './az.ts';
import { inTrouble as en } from './en.ts';
import { inTrouble as kk } from './kk.ts';
import type { InTroubleMessages } from './messages.ts';
import { inTrouble as ru } from './ru.ts';

const messages: Record<Language, InTroubleMessages> = { kk, az, ru, en };

type Code = keyof InTroubleMessages;

export function troubleIn(language: Language | undefined, code: Code, values: Readonly<Record<string, string>> = {}): string {
  const known = language !== undefined && Object.hasOwn(messages, language) ? [messages[language]] : Object.values(messages);
  return known.map(m => m[code].replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)).join(' / ');
}
