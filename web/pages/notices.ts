/** Notices: all on their way or done; and one, with its steps, its documents and what comes next. */
import { languages } from '../../clauses/desk.ts';
import { date } from '../../clauses/calendar.ts';
import { dossierToday, standingOf } from '../../client/dossiers.ts';
import { refuseUnseen } from '../../client/draft-access.ts';
import { noticeToday, type NoticeToday } from '../../client/notices.ts';
import { ledgerOf } from '../../client/ledger.ts';
import { gathered } from '../gathered.ts';
import { html, joined, type Html, type Shown } from '../html.ts';
import { actionsIn, noticePath } from '../forms/notices.ts';
import { layout } from '../layout.ts';
import { agreementPath, shown, type Request } from '../request.ts';
import type { Words } from '../words.ts';
import { whatOf } from './agreement/ledger.ts';

export async function noticesPage(c: Request): Promise<Response> {
  const words = c.get('words');
  const { notice: m } = words.m.desk;
  const { found, unread } = await gathered(c.get('asker').servanda.notice.list());
  const { columns } = m;
  const rows = found.map(
    n =>
      html`<tr><td><a class="t" href="${noticePath(n.agreement, n.number)}">${n.number}</a><small>${words.wording.kinds[n.notice.content.kind]}</small><td><a href="${agreementPath(n.agreement)}">${n.agreement}</a><small>${n.notice.content.by}</small><td>${words.wording.refusals.noticeStates[n.state]}<td>${n.outcome}</tr>`,
  );
  const body = html`<h1>${m.heading}</h1>
${rows.length ? html`<table class="stack"><thead><tr><th scope="col">${columns.number}<th scope="col">${columns.agreement}<th scope="col">${columns.state}<th scope="col">${columns.next}</tr></thead><tbody>${rows}</tbody></table>` : html`<p>${m.none}</p>`}
${unread.length ? html`<h2>${words.m.failures.unread}</h2><ul>${unread.map(u => html`<li>${u}</li>`)}</ul>` : ''}`;
  return shown(c, layout(words, { title: m.heading, section: 'notices', at: '/notices', person: c.get('signedIn').session.person }, body));
}

export async function noticePage(c: Request<'/agreements/:id/notices/:number'>): Promise<Response> {
  const words = c.get('words');
  const { notice: m } = words.m.desk;
  const { id, number } = c.req.param();
  const { servanda } = c.get('asker');
  const [found, s] = [await servanda.notice.show(id, number), await servanda.standing(id)];
  const title = words.say(m.title, { number });
  const actions = found.closed ? [] : (actionsIn[found.state] ?? []);
  const steps = ledgerOf(s).filter(l => l.entry?.type === 'notice.step' && l.entry.notice === number);
  const body = html`<h1>${title}</h1><p class="sub"><a href="${agreementPath(id)}">${words.title(s.described.title)}</a></p>
<div class="answer"><p class="a1">${capital(words.wording.refusals.noticeStates[found.state], words)}</p><p class="a2">${found.outcome}</p></div>
${actions.length ? html`<p class="do">${actions.map((a, i) => html`<a class="btn${i ? ' two' : ''}" href="${noticePath(id, number, `/${a}`)}">${m.actions[a]}</a>`)}</p>` : ''}
${factsOf(found, words, s.described)}
<h2>${m.steps}</h2><table class="dates stack"><tbody>${steps.map(l => html`<tr><td class="num">${l.seq}<td>${whatOf(l, words)}<td>${l.entered.by}</tr>`)}</tbody></table>
<h2>${m.documents}</h2><p>${joined(
    languages.flatMap(l =>
      (['pdf', 'docx'] as const).map(
        f =>
          html`<a href="${noticePath(id, number, `/document.${f}?in=${l}`)}">${words.say(m.document, { format: f.toUpperCase(), language: words.languageName(l) })}</a>`,
      ),
    ),
    ' · ',
  )}</p>`;
  const frame = {
    title,
    section: 'notices' as const,
    at: noticePath(id, number),
    person: c.get('signedIn').session.person,
    note: s.rehearsal ? words.m.rehearsal : undefined,
    live: id,
  };
  return shown(c, layout(words, frame, body));
}

const capital = (text: string, { wording }: Words): string => text.charAt(0).toLocaleUpperCase(wording.locale) + text.slice(1);

function factsOf({ notice }: NoticeToday, words: Words, names: Parameters<Words['party']>[1]): Html {
  const { labels: m } = words.m.desk.notice;
  const rows: [string, Shown][] = [
    [m.kind, words.wording.kinds[notice.content.kind]],
    [m.by, words.party(notice.content.by, names)],
    [m.channel, words.wording.channels[notice.channel]],
    [m.drafted, notice.draftedBy],
    ...(notice.approvedBy ? [[m.approved, notice.approvedBy] as [string, Shown]] : []),
    ...(notice.dispatched ? [[m.dispatched, words.day(notice.dispatched)] as [string, Shown]] : []),
    ...(notice.received ? [[m.received, words.day(date(notice.received))] as [string, Shown]] : []),
  ];
  return html`<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** The notice as a paper, for download. */
export async function noticeDocument(c: Request, format: 'pdf' | 'docx'): Promise<Response> {
  const [id, number] = [c.req.param('id' as never), c.req.param('number' as never)];
  const language = languages.find(l => l === c.req.query('in')) ?? c.get('words').language;
  const { context } = c.get('asker');
  const { dossier, today } = await dossierToday(context, id);
  const found = noticeToday(context.wording, dossier, number, today);
  await refuseUnseen(context, dossier, found);
  const { notePaper } = await import('../../documents/note.ts');
  const { docxOf, pdfOf } = await import('../../documents/index.ts');
  const paper = notePaper(
    { ...dossier, notice: found.notice, assessment: found.now, standing: await standingOf(context, dossier) },
    language,
  );
  const bytes = format === 'pdf' ? await pdfOf(paper) : await docxOf(paper);
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': format === 'pdf' ? 'application/pdf' : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'content-disposition': `attachment; filename="${id}-notice-${number}-${language}.${format}"`,
    'cache-control': 'no-store',
  });
}
