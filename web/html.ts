/** HTML from templates: every value is escaped unless it is HTML already. */
import { html as escaping, raw } from 'hono/html';

/** What is HTML already. Only `html` and `raw` make it. */
export type Html = ReturnType<typeof raw>;

/** What may stand in a template. Nothing is shown for false, null and undefined. */
export type Shown = Html | string | number | false | null | undefined | readonly Shown[];

/** None of our values is a promise, so that what comes back is none. */
export const html = (strings: TemplateStringsArray, ...values: readonly Shown[]): Html => escaping(strings, ...values) as Html;

/** Between several, a text. */
export const joined = (all: readonly Shown[], between: Shown = ''): Html =>
  html`${all.map((one, i) => (i ? html`${between}${one}` : one))}`;

/** A text in which no line breaks the number of a notice: 2028-1. */
export const unbroken = (text: string): Html =>
  joined(text.split(/(\d{4}-\d+)/).map((part, i) => (i % 2 ? html`<span class="num">${part}</span>` : part)));

/** Our own markup, from no text that somebody has typed: drawings. */
export { raw as markup };
