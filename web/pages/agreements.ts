/** The agreements in the register, one line each, with rehearsals listed separately. */
import type { Glance } from '../../dossier/listing.ts';
import { dayAsked } from '../../client/dossiers.ts';
import { glances } from '../../client/lists.ts';
import { overviewOf } from '../../client/overview.ts';
import { address, agreementPath, shown, type Request } from '../request.ts';
import { withDays } from '../days-in-text.ts';
import { html, type Html, type Renderable } from '../html.ts';
import { deskPage } from '../layout.ts';
import { pageStart, pageOf, pager, unreadPart } from './paged.ts';
import { fits, searchForm, soughtBy } from './search.ts';
import { tableOf } from '../table.ts';
import type { Words } from '../words.ts';

export async function agreementsPage(c: Request, rehearsals: boolean): Promise<Response> {
  const words = c.get('words');
  const m = words.m.agreements;
  const q = soughtBy(c);
  const { found, unread, notYet } = await overviewOf(c.get('asker').context, rehearsals);
  const all = found.map(f => f.glance);
  const titles = all.map(g => words.title(g.titles));
  const twice = new Set(titles.filter((title, i) => titles.indexOf(title) !== i));
  const fitting = q ? all.filter(g => fits(q, g)) : all;
  const asked = c.req.query('as-of');
  const asOf = asked ? dayAsked(asked, words.wording) : undefined;
  const today = pageOf(fitting, pageStart(c));
  const then = asOf
    ? await glances(
        c.get('asker').context,
        { asOf, rehearsals },
        today.shown.map(g => g.agreement),
      )
    : undefined;
  const page = then ? { ...today, shown: then.found } : today;
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
            page.shown.map(g => rowOf(g, asOf, twice, words)),
          )
        : ''
    }
    ${pager(page, from => address(path, { q, 'as-of': asOf, from: `${from}` }), words)} ${unreadPart([...unread, ...(then?.unread ?? [])], notYet, words)}
    ${dayForm(path, q, asOf, words)}`;
  const frame = {
    title: rehearsals ? m.rehearsals : m.heading,
    section: rehearsals ? 'rehearsals' : 'agreements',
    at: address(path, { q, 'as-of': asOf }),
    written: page.shown,
  } as const;
  return shown(c, deskPage(c, frame, body));
}

/** As they stood on another day. */
const dayForm = (path: string, q: string, asOf: string | undefined, { m }: Words): Html =>
  html`<form class="filter noprint" action="${path}">
    ${q ? html`<input type="hidden" name="q" value="${q}" />` : ''}
    <div class="field">
      <label for="as-of">${m.times.asOf}</label><input type="date" id="as-of" name="as-of" value="${asOf}" />
    </div>
    <button class="btn two">${m.times.show}</button>${asOf ? html`<a href="${address(path, { q })}">${m.times.back}</a>` : ''}
  </form>`;

/** `twice`: titles of several agreements, such as of the copies made to rehearse with; the id tells them apart. */
function rowOf(g: Glance, asOf: string | undefined, twice: ReadonlySet<string>, words: Words): Html {
  const reckoning = (day: Renderable): Html =>
    html`<a href="${address(agreementPath(g.agreement, '/reckoning'), { 'as-of': asOf })}">${day}</a>`;
  return html`<tr>
    <td><a class="t" href="${address(agreementPath(g.agreement), { 'as-of': asOf })}">${words.titled(g.titles)}</a><small>${words.parties(g)}</small>${twice.has(words.title(g.titles)) ? html`<small>${g.agreement}</small>` : ''}</td>
    <td>${words.values.statuses[g.status as keyof typeof words.values.statuses]}</td>
    <td class="num">${g.nextDate ? html`${reckoning(words.day(g.nextDate))}<small>${words.left(g.daysLeft ?? 0)}</small>` : ''}</td>
    <td>${withDays(words.statement(g.says), words, (_, day) => reckoning(day))}${g.basis ? html`<small>${words.basis(g.basis)}</small>` : ''}</td>
  </tr>`;
}
