/** A protocol: where it stands, what it changes, what it awaits and what comes next; its cover page and its documents. */
import { dossierToday, standingOf } from '../../client/dossiers.ts';
import { protocolToday } from '../../client/protocols.ts';
import { languages } from '../../clauses/desk.ts';
import { saidIn } from '../forms/schema-fields.ts';
import { changesNode, nextOf, protocolPath } from '../forms/protocols.ts';
import { html, joined } from '../html.ts';
import { layout } from '../layout.ts';
import { agreementPath, shown, type Request } from '../request.ts';
import { documentsPart } from './documents.ts';
import { paper } from './paper.ts';

export async function protocolPage(c: Request<'/agreements/:id/protocols/:protocol'>): Promise<Response> {
  const words = c.get('words');
  const { protocol: m, notice } = words.m.desk;
  const { id, protocol } = c.req.param();
  const { servanda } = c.get('asker');
  const [found, s] = [await servanda.protocol.show(id, protocol), await servanda.standing(id)];
  const title = words.say(m.title, { id: protocol });
  const state = words.wording.refusals.protocolStates[found.state];
  const awaits = (found as { awaits?: string | null }).awaits;
  const changes = saidIn(changesNode, { changes: found.known.changes }, words);
  const to = (more: string): string => protocolPath(id, protocol, more);
  const body = html`<h1>${title}</h1><p class="sub"><a href="${agreementPath(id)}">${words.title(s.described.title)}</a></p>
<div class="answer"><p class="a1">${state.charAt(0).toLocaleUpperCase(words.wording.locale)}${state.slice(1)}</p>${found.known.title ? html`<p class="a2">${found.known.title}</p>` : ''}${awaits ? html`<p class="a2">${awaits}</p>` : ''}</div>
<p class="do noprint">${nextOf(id, found).map(({ name, href }, i) => html`<a class="btn${i ? ' two' : ''}" href="${href}">${name === 'notify' ? m.notify : m.actions[name]}</a>`)}</p>
${changes.length ? html`<h2>${words.m.desk.fields.sections.changes}</h2><dl class="facts">${changes.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>` : ''}
${await documentsPart(c, id, protocol, `/protocols/${encodeURIComponent(protocol)}`)}
<h2>${notice.documents}</h2><p>${joined(
    languages.flatMap(l =>
      (['pdf', 'docx'] as const).map(
        f =>
          html`<a href="${to(`/document.${f}?in=${l}`)}">${words.say(notice.document, { format: f.toUpperCase(), language: words.languageName(l) })}</a>`,
      ),
    ),
    ' · ',
  )}</p>`;
  const frame = {
    title,
    section: 'agreements' as const,
    at: protocolPath(id, protocol),
    person: c.get('signedIn').session.person,
    note: s.rehearsal ? words.m.rehearsal : undefined,
    live: agreementPath(id, '/changes'),
  };
  return shown(c, layout(words, frame, body));
}

/** Its cover page, for download. */
export async function protocolDocument(c: Request, format: 'pdf' | 'docx'): Promise<Response> {
  const [id, protocol] = [c.req.param('id' as never), c.req.param('protocol' as never)];
  const { context } = c.get('asker');
  const { dossier, today } = await dossierToday(context, id);
  const { known } = protocolToday(context.wording, dossier, protocol, today);
  const { protocolCover } = await import('../../documents/protocol-cover.ts');
  const standing = await standingOf(context, dossier);
  return paper(c, format, `${id}-protocol-${protocol}`, language =>
    protocolCover({ ...dossier, protocol, title: known.title, changes: known.changes, standing }, language),
  );
}
