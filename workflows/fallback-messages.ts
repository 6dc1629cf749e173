/**
 * What a workflow reports when no activity answers. It uses the service's language as given by the last plan or the workflow's input, and
 * every language until then. Only for details, summaries and logs: no command depends on it.
 */
import type { Language } from '../clauses/desk.ts';
import { troubleIn } from '../wording/fallback/sentence.ts';

/** Per workflow: this module is not shared between workflows. */
let language: Language | undefined;

/** Reported before the language was known; repeated once it is. */
const again: (() => void)[] = [];

export function speak(asked: Language | undefined): void {
  if (asked === language) return;
  language = asked;
  for (const say of again) say();
}

/** Runs `say` now and again whenever the language changes. */
export function whenLanguageKnown(say: () => void): void {
  again.push(say);
  say();
}

export const currentLanguage = (): Language | undefined => language;

type MessageCode = Parameters<typeof troubleIn>[1];

export const fallbackMessage = (code: MessageCode, values?: Readonly<Record<string, string>>): string => troubleIn(language, code, values);

/** Log messages are always in English. */
export const fallbackLogMessage = (code: MessageCode, values?: Readonly<Record<string, string>>): string => troubleIn('en', code, values);
