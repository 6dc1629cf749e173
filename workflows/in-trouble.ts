/**
 * What a workflow says where no activity answers: in the language of the service, which its last plan or what it began with names; in every
 * language before that. Details, summaries and logs alone: no command depends on it.
 */
import type { Language } from '../clauses/desk.ts';
import { troubleIn } from '../wording/in-trouble/sentence.ts';

/** Of this workflow: this module is not shared. */
let language: Language | undefined;

/** What was said before the language was known, and is said again in it. */
const again: (() => void)[] = [];

export function speak(asked: Language | undefined): void {
  if (asked === language) return;
  language = asked;
  for (const say of again) say();
}

/** Says something now, and again in each language that is spoken from now on. */
export function whenSpoken(say: () => void): void {
  again.push(say);
  say();
}

export const spoken = (): Language | undefined => language;

type Said = Parameters<typeof troubleIn>[1];

export const inTrouble = (code: Said, values?: Readonly<Record<string, string>>): string => troubleIn(language, code, values);

/** The log is in English. */
export const inLog = (code: Said, values?: Readonly<Record<string, string>>): string => troubleIn('en', code, values);
