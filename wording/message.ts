/** Formats an ICU message from a catalogue with its values. Each message is parsed once. */
import { IntlMessageFormat, type Formatters } from 'intl-messageformat';
import { dateFormat, numberFormat, pluralRules } from './intl.ts';

/** The values of a message. An unknown value is `none`, so that the message can say so. */
export type Values = Readonly<Record<string, string | number>>;

const formats = new Map<string, IntlMessageFormat>();

/** Shared by all messages; otherwise each creates its own. */
const formatters = {
  getNumberFormat: (locale: string, form?: Intl.NumberFormatOptions) => numberFormat(locale, form),
  getDateTimeFormat: (locale: string, form?: Intl.DateTimeFormatOptions) => dateFormat(locale, form ?? {}),
  getPluralRules: (locale: string, form?: Intl.PluralRulesOptions) => pluralRules(locale, form),
} as Formatters;

function formatOf(text: string, locale: string): IntlMessageFormat {
  const key = `${locale} ${text}`;
  const format = formats.get(key) ?? new IntlMessageFormat(text, locale, undefined, { formatters });
  formats.set(key, format);
  return format;
}

/** @throws Error if a value is missing: no sentence may have a gap. */
export function message(text: string, locale: string, values: Values): string {
  return formatOf(text, locale).format({ ...values, typed }) as string;
}

/** A word of a command line, quoted if a shell would not read it as one. */
export const shellWord = (word: string): string =>
  /^[\p{L}\d_./:@%+,-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** `<typed>{file}</typed>` */
const typed = (inside: readonly string[]): string => shellWord(inside.join(''));

/** A message whose values may be other than text, such as links: in parts. The caller must escape the text parts. */
export function parts<T>(
  text: string,
  locale: string,
  values: Readonly<Record<string, string | number | T>>,
  tags: Readonly<Record<string, (inside: readonly (string | T)[]) => T>> = {},
): (string | T)[] {
  const said = formatOf(text, locale).format<T>({ ...values, ...(tags as Record<string, (inside: (string | T)[]) => T>) });
  return Array.isArray(said) ? said : [said];
}
