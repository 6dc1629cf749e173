/** The clauses in force on the day, each with the instrument it comes from. */
import type { AgreementStanding } from '../../../client/answers.ts';
import { instrumentIn } from '../../../wording/forms.ts';
import { html, type Html } from '../../html.ts';
import { tableOf } from '../../table.ts';
import type { Words } from '../../words.ts';
import type { Days } from './days.ts';

export function clausesPart({ clauses }: AgreementStanding, words: Words, days: Days): Html {
  const { clauses: m } = words.m;
  const { notInForce, how } = words.values.show;
  const rows = clauses.map(
    c =>
      html`<tr>
        <td>${words.wording.clauses.names[c.clause]}</td>
        <td>${days.said(c.value)}</td>
        <td>${c.article ? words.basis(c.article) : ''}</td>
        <td>
          ${instrumentIn(c.instrument, words.wording)}<small
            >${c.since ? words.rich(m.since, { day: days.link(c.since) }) : notInForce}${c.how ? how[c.how] : ''}</small
          >
        </td>
      </tr>`,
  );
  const { columns } = m;
  return html`<h2 id="clauses">${m.heading}</h2>
    ${tableOf('dates stack clauses', [columns.clause, columns.value, columns.article, columns.from], rows)}`;
}
