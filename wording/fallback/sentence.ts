/** What a workflow reports when no activity answers, in a language, or in all of them if none is known. */
import type { Language } from '../../clauses/desk.ts';
import { fallbackMessage as az } from '../fallback/az.ts';
import { fallbackMessage as en } from '../fallback/en.ts';
import { fallbackMessage as kk } from '../fallback/kk.ts';
import type { InTroubleMessages } from '../fallback/messages.ts';
import { fallbackMessage as ru } from '../fallback/ru.ts';

const messages: Record<Language, InTroubleMessages> = { kk, az, ru, en };

type Code = keyof InTroubleMessages;

export function troubleIn(language: Language | undefined, code: Code, values: Readonly<Record<string, string>> = {}): string {
  const known = language !== undefined && Object.hasOwn(messages, language) ? [messages[language]] : Object.values(messages);
  return known.map(m => m[code].replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)).join(' / ');
}
