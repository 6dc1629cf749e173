/** The agreements of the register, each in a line; and the rehearsals, apart from them. */
import type { Glance } from '../../dossier/listing.ts';
import { overviewOf } from '../../client/overview.ts';
import { address, agreementPath, shown, type Request } from '../request.ts';
import { withDays } from '../days-in-text.ts';
import { html, type Html, type Shown } from '../html.ts';
import { deskPage } from '../layout.ts';
import { fromAsked, pageOf, pager, unreadPart } from './paged.ts';
import { fits, searchForm, soughtBy } from './search.ts';
import { tableOf } from '../table.ts';
import type { Words } from '../words.ts';

export async function agreementsPage(c: Request, rehearsals: boolean): Promise<Response> {
  const words = c.get('words');
  const m = words.m.agreements;
  const q = soughtBy(c);
  const { found, unread, notYet } = await overviewOf(c.get('asker').context, rehearsals);
  const all = found.map(f => f.glance);
  const fitting = q ? all.filter(g => fits(q, g)) : all;
  const page = pageOf(fitting, fromAsked(c));
  const path = rehearsals ? '/rehearsals' : '/agreements';
  const { columns } = m;
  const kind = rehearsals ? 'rehearsal' : 'real';
  const body = html`<h1>${rehearsals ? m.rehearsals : m.heading}</h1>
    <p class="sub">${words.counted(m.count, all.length)}</p>
    <p class="f4 noprint">
      <a href="${address('/describe', { kind })}">${words.m.editor.newTitle}</a><a href="${address('/import', { kind })}">${words.m.importing.title}</a>
    </p>
    ${searchForm(q, words)}
    ${fitting.length ? '' : html`<p>${all.length ? words.say(m.notFound, { text: q }) : m.none}</p>`}
    ${
      fitting.length
        ? tableOf(
            'stack',
            [columns.agreement, columns.status, columns.next, columns.what],
            page.shown.map(g => rowOf(g, words)),
          )
        : ''
    }
    ${pager(page, from => address(path, { q, from: `${from}` }), words)} ${unreadPart(unread, notYet, words)}`;
  const frame = {
    title: rehearsals ? m.rehearsals : m.heading,
    section: rehearsals ? 'rehearsals' : 'agreements',
    at: address(path, { q }),
  } as const;
  return shown(c, deskPage(c, frame, body));
}

function rowOf(g: Glance, words: Words): Html {
  const reckoning = (day: Shown): Html => html`<a href="${agreementPath(g.agreement, '/reckoning')}">${day}</a>`;
  return html`<tr>
    <td><a class="t" href="${agreementPath(g.agreement)}">${words.title(g.titles)}</a><small>${words.parties(g)}</small></td>
    <td>${words.values.statuses[g.status as keyof typeof words.values.statuses]}</td>
    <td class="num">${g.nextDate ? html`${reckoning(words.day(g.nextDate))}<small>${words.left(g.daysLeft ?? 0)}</small>` : ''}</td>
    <td>${withDays(words.statement(g.says), words, (_, day) => reckoning(day))}${g.basis ? html`<small>${words.basis(g.basis)}</small>` : ''}</td>
  </tr>`;
}
