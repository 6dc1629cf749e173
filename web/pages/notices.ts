/** Notices: the list of all, pending or done; and the page of one, with its steps, documents and next steps. */
import { noticesNamed, noticesOf } from '../../client/lists.ts';
import { ledgerOf } from '../../client/ledger.ts';
import { toAttach } from '../../client/permissions.ts';
import { printedNotice, type PrintFormat } from '../../client/printed-documents.ts';
import { withDays } from '../days-in-text.ts';
import { html, unbroken } from '../html.ts';
import { nextPart } from '../forms/permissions.ts';
import { nextOf, noticePath, ofParty } from '../forms/next-of-notice.ts';
import { noticeFacts } from '../forms/notice-facts.ts';
import { deskPage } from '../layout.ts';
import { address, agreementPath, shown, type Request } from '../request.ts';
import { documentsPart } from './documents.ts';
import { pageStart, pageOf, pager, unreadPart } from './paged.ts';
import { printedResponse, downloadsPart } from './printed.ts';
import { tableOf } from '../table.ts';
import { Days } from './agreement/days.ts';
import { whatOf } from '../entry-sentence.ts';
import { writtenOf } from '../written-texts.ts';

/** Each row needs a fold. */
const noticesOfPage = 25;

/** The latest step first. Drafts that the person may not see are left out. */
export async function noticesPage(c: Request): Promise<Response> {
  const words = c.get('words');
  const { notice: m } = words.m.desk;
  const { context } = c.get('asker');
  const rehearsals = c.req.query('rehearsals') !== undefined;
  const [real, all] = [await noticesNamed(context), await noticesNamed(context, { rehearsals: true })];
  const page = pageOf(rehearsals ? all.slice(real.length) : real, pageStart(c), noticesOfPage);
  const { found, unread } = await noticesOf(context, { rehearsals }, page.shown);
  const asked = rehearsals ? { rehearsals: '1' } : {};
  const others = rehearsals ? real.length : all.length - real.length;
  const { columns } = m;
  const inOrder = page.shown.flatMap(({ agreement, number }) => found.filter(n => n.agreement === agreement && n.number === number));
  const rows = inOrder.map(
    n =>
      html`<tr><td><a class="t" href="${noticePath(n.agreement, n.number)}">${n.number}</a><small>${words.wording.kinds[n.notice.content.kind]}</small><td><a href="${agreementPath(n.agreement)}">${n.agreement}</a><small>${n.notice.content.by}</small><td>${words.wording.refusals.noticeStates[n.state]}<td>${withDays(n.outcome, words, (_, day) => html`<a href="${agreementPath(n.agreement, '/reckoning')}">${day}</a>`)}</tr>`,
  );
  const body = html`<h1>${m.heading}</h1><p class="f4 noprint"><a href="/protocols">${words.m.desk.protocol.heading}</a></p>
${rows.length ? tableOf('stack', [columns.number, columns.agreement, columns.state, columns.next], rows) : html`<p>${m.none}</p>`}
${pager(page, from => address('/notices', { ...asked, from: `${from}` }), words, noticesOfPage)} ${unreadPart(unread, 0, words)}${others ? html`<p><a href="${rehearsals ? '/notices' : address('/notices', { rehearsals: '1' })}">${words.counted(rehearsals ? m.ofReal : m.ofRehearsals, others)}</a></p>` : ''}`;
  return shown(
    c,
    deskPage(c, { title: m.heading, section: 'notices', at: address('/notices', asked), isRehearsal: rehearsals, written: inOrder }, body),
  );
}

export async function noticePage(c: Request<'/agreements/:id/notices/:number'>): Promise<Response> {
  const words = c.get('words');
  const { notice: m } = words.m.desk;
  const { id, number } = c.req.param();
  const { servanda } = c.get('asker');
  const [found, s] = [await servanda.notice.show(id, number), await servanda.standing(id)];
  const days = new Days(s, words, {});
  const title = words.say(m.title, { number });
  const steps = ledgerOf(s).filter(l => l.entry?.type === 'notice.step' && l.entry.notice === number);
  const body = html`<h1>${unbroken(title)}</h1><p class="sub"><a href="${agreementPath(id)}">${words.titled(s.described.title)}</a></p>
<div class="answer"><p class="a1">${words.capital(words.wording.refusals.noticeStates[found.state])}</p>${found.outcome && html`<p class="a2">${days.said(found.outcome)}</p>`}</div>
${await nextPart(c, s.rehearsal, { next: nextOf(c, s, found) })}
${noticeFacts(found, words, s)}
<h2>${m.steps}</h2><table class="dates stack"><tbody>${steps.map(l => html`<tr><td class="num">${days.plain(l.enteredOn)}<td>${days.said(whatOf(l, words))}<td>${l.entered.by}</tr>`)}</tbody></table>
${await documentsPart(c, s, { to: number, from: `/notices/${encodeURIComponent(number)}`, may: toAttach(ofParty(s, found.notice)) })}
${downloadsPart(noticePath(id, number), words)}`;
  const frame = {
    title,
    section: 'notices' as const,
    at: noticePath(id, number),
    isRehearsal: s.rehearsal,
    live: agreementPath(id, '/changes'),
    written: [writtenOf(s), found.notice, steps.map(l => l.entry)],
  };
  return shown(c, deskPage(c, frame, body));
}

/** The notice as a document, for download. */
export function noticeDocument(c: Request, format: PrintFormat): Promise<Response> {
  const [id, number] = [c.req.param('id' as never), c.req.param('number' as never)];
  return printedResponse(c, format, `${id}-notice-${number}`, language => printedNotice(c.get('asker').context, id, number, language));
}
