/** All dates as a list: the content of the lifeline in words. */
import type { AgreementStanding } from '../../../client/answers.ts';
import { html, type Html } from '../../html.ts';
import { tableOf } from '../../table.ts';
import type { Words } from '../../words.ts';
import { rowsOfPage } from '../paged.ts';
import type { Days } from './days.ts';

type Dated = AgreementStanding['dates'][number];

/** How many past dates are shown at first. Of the earlier ones the latest hundred are listed; the page of reckonings has all. */
const recent = 2;

export function datesPart({ dates }: AgreementStanding, words: Words, days: Days): Html {
  const m = words.m.dates;
  const past = dates.filter(d => d.past);
  const earlier = past.slice(0, -recent);
  const shown = [...past.slice(-recent), ...dates.filter(d => !d.past)];
  return html`<h2 id="dates">${m.heading}</h2>
    ${dates.length ? '' : html`<p>${m.none}</p>`}
    ${
      earlier.length
        ? html`<details>
            <summary>${words.counted(m.earlier, earlier.length)}</summary>
            ${table(earlier.slice(-rowsOfPage), words, days)}
          </details>`
        : ''
    }
    ${shown.length ? table(shown, words, days) : ''}`;
}

function table(dates: readonly Dated[], words: Words, days: Days): Html {
  const { columns } = words.m.dates;
  return tableOf(
    'dates',
    [columns.date, columns.what, columns.basis],
    dates.map(d => row(d, words, days)),
  );
}

function row(d: Dated, words: Words, days: Days): Html {
  const m = words.m.dates;
  const label = d.ifStillInForce ? words.say(m.ifStillInForce, { label: d.label }) : d.label;
  const others = d.alternatives.map(a => (a.date ? days.link(a.date, d.step) : html`${m.never}`));
  return html`<tr${d.past ? html` class="past"` : ''}><td class="num">${days.possible(d.date, d.step)}<td>${days.said(label)}${others.length ? html`<small>${words.rich(m.disputed, { days: words.listed(others), count: others.length })}</small>` : ''}<td>${words.basis(d.basis)}</tr>`;
}
