/** HTML templates: every value is escaped unless it is already HTML. */
import { html as escaping, raw } from 'hono/html';

/** Text that is already HTML. Only `html` and `raw` create it. */
export type Html = ReturnType<typeof raw>;

/** What a template accepts. False, null and undefined render nothing. */
export type Renderable = Html | string | number | false | null | undefined | readonly Renderable[];

/** None of our values is a promise, so neither is the result. */
export const html = (strings: TemplateStringsArray, ...values: readonly Renderable[]): Html => escaping(strings, ...values) as Html;

/** Joins several, with a text between them. */
export const joined = (all: readonly Renderable[], between: Renderable = ''): Html =>
  html`${all.map((one, i) => (i ? html`${between}${one}` : one))}`;

/** Keeps lines from breaking inside a notice number: 2028-1. */
export const unbroken = (text: string): Html =>
  joined(text.split(/(\d{4}-\d+)/).map((part, i) => (i % 2 ? html`<span class="num">${part}</span>` : part)));

/** Our own markup, never text that somebody typed: for drawings. */
export { raw as markup };
