/** Two forms that choose another as-of day and another known-on day; both submit by the address. */
import { html, type Html } from '../../html.ts';
import { agreementPath } from '../../request.ts';
import type { Words } from '../../words.ts';
import type { DayQuery } from './days.ts';

export function timesPart(agreement: string, { asOf, knownOn, until }: DayQuery, words: Words): Html {
  const { times: m } = words.m;
  const field = (name: string, label: string, value: string | undefined): Html =>
    html`<div class="field"><label for="${name}">${label}</label><input type="date" id="${name}" name="${name}" value="${value}" /></div>`;
  return html`<section class="noprint">
    <h2 id="another-day">${m.heading}</h2>
    <p>${m.hint}</p>
    <form class="filter" action="${agreementPath(agreement)}">
      ${field('as-of', m.asOf, asOf)}${field('known-on', m.knownOn, knownOn)}${field('until', m.until, until)}<button class="btn two">${m.show}</button
      >${asOf || knownOn || until ? html`<a href="${agreementPath(agreement)}">${m.back}</a>` : ''}
    </form>
  </section>`;
}
