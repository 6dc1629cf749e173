/** A long list by pages: the page shown, links to the others, and what the list lacks. */
import { html, joined, type Html } from '../html.ts';
import type { Request } from '../request.ts';
import type { Words } from '../words.ts';

export interface Page<T> {
  shown: readonly T[];
  /** How many come before it and after it. */
  before: number;
  after: number;
}

export const rowsOfPage = 100;

export const pageStart = (c: Request): number => {
  const asked = c.req.query('from') ?? '';
  return /^\d{1,7}$/.test(asked) ? Number(asked) : 0;
};

/** Beyond the end, returns the last page. */
export function pageOf<T>(all: readonly T[], from: number, most = rowsOfPage): Page<T> {
  const first = from < all.length ? from : Math.max(0, all.length - most);
  const shown = all.slice(first, first + most);
  return { shown, before: first, after: all.length - first - shown.length };
}

/** Empty if the list fits on one page. */
export function pager({ shown, before, after }: Page<unknown>, to: (from: number) => string, words: Words, most = rowsOfPage): Html | '' {
  const { lists: m } = words.m;
  const links = [
    ...(before ? [html`<a href="${to(Math.max(0, before - most))}" rel="prev">${words.counted(m.before, before)}</a>`] : []),
    ...(after ? [html`<a href="${to(before + shown.length)}" rel="next">${words.counted(m.after, after)}</a>`] : []),
  ];
  return links.length ? html`<p class="pager">${joined(links, ' · ')}</p>` : '';
}

/** What could not be read, and why; and how many are still to be calculated. */
export const unreadPart = (unread: readonly string[], notYet: number, words: Words): Html | '' =>
  unread.length || notYet
    ? html`<h2>${words.m.failures.unread}</h2>
        <ul>
          ${unread.slice(0, rowsOfPage).map(u => html`<li>${u}</li>`)}${notYet ? html`<li>${words.counted(words.m.lists.notYet, notYet)}</li>` : ''}
        </ul>`
    : '';
