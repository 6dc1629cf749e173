/** Checks of a catalogue in a language other than English: its texts, and what is left in English. */
import type { Language } from '../../clauses/desk.ts';

/** Every text of a catalogue, with its path. */
export const textsOf = (of: object, at = ''): [at: string, text: string][] =>
  Object.entries(of).flatMap(([name, value]: [string, string | object]): [string, string][] =>
    typeof value === 'string' ? [[`${at}${name}`, value]] : textsOf(value, `${at}${name}.`),
  );

/** English words that occur in no sentence of the other languages. */
const ofEnglish =
  /(?<![\p{L}.-])(the|is|are|of|it|its|not|must|can|has|nothing|who|which|with|from|and|or|by|for|this|that)(?![\p{L}.-])/iu;
/** Typed or named the same in every language. */
const typed =
  /[A-Z]+_[A-Z_]+|\b[a-z]+(_[a-z]+)+\b|first day of the 2nd month|npx servanda [^.;)]*|--[a-z-]+|\{[^}]*\}|"[^"]*"|«[^»]*»|\b(agreement|notice|protocol|register|keys|identity|document) [a-z]+/g;
export const lettersOf: Record<Exclude<Language, 'en'>, RegExp> = { ru: /[а-яё]/i, kk: /[әіңғүұқөһа-я]/i, az: /[a-zəğıöşüç]/i };

export const leftInEnglish = (text: string): RegExpMatchArray | null => text.replaceAll(typed, '').match(ofEnglish);
