/** A protocol: its state, its changes, what it awaits and the next steps; its cover page and its documents. */
import { printedProtocol, type PrintFormat } from '../../client/printed-documents.ts';
import { labelledValues } from '../forms/schema-fields.ts';
import { toRecord } from '../../client/permissions.ts';
import { nextPart } from '../forms/permissions.ts';
import { changesNode, nextOf, protocolPath } from '../forms/protocols.ts';
import { ledgerOf } from '../../client/ledger.ts';
import { html, type Html } from '../html.ts';
import { deskPage } from '../layout.ts';
import { agreementPath, shown, type Request } from '../request.ts';
import { documentsPart } from './documents.ts';
import { listOf } from '../table.ts';
import { Days } from './agreement/days.ts';
import { whatOf } from '../entry-sentence.ts';
import { detailsOf } from './agreement/ledger.ts';
import { writtenOf } from '../written-texts.ts';
import { printedResponse, downloadsPart } from './printed.ts';

export async function protocolPage(c: Request<'/agreements/:id/protocols/:protocol'>): Promise<Response> {
  const words = c.get('words');
  const { protocol: m } = words.m.desk;
  const { id, protocol } = c.req.param();
  const { servanda } = c.get('asker');
  const [found, s] = [await servanda.protocol.show(id, protocol), await servanda.standing(id)];
  const title = words.say(m.title, { id: protocol });
  const state = words.wording.refusals.protocolStates[found.state];
  const awaits = (found as { awaits?: string | null }).awaits;
  const changes = labelledValues(changesNode, { changes: found.known.changes }, words);
  const line = s.protocols.find(p => p.id === protocol);
  const days = new Days(s, words, {});
  const signature = ledgerOf(s).findLast(l => l.fact?.type === 'protocol.signed' && l.fact.protocol === protocol && !l.struckBy.length);
  const { place } = (signature?.standing ?? {}) as { place?: string };
  const { date: inForce, basis } = line?.entryIntoForce ?? {};
  const dates: (readonly [string, Html])[] = [
    ...(line?.signed ? [[words.m.facts.signed, html`${days.link(line.signed)}${place ? html`, ${place}` : ''}`] as const] : []),
    ...(inForce ? [[words.m.facts.entry, html`${days.link(inForce)}${basis ? html`, ${words.basis(basis)}` : ''}`] as const] : []),
  ];
  const steps = ledgerOf(s).filter(
    l =>
      (l.fact && 'protocol' in l.fact && l.fact.protocol === protocol) ||
      (l.entry?.type === 'protocol.step' && l.entry.protocol === protocol),
  );
  const body = html`<h1>${title}</h1><p class="sub"><a href="${agreementPath(id)}">${words.titled(s.described.title)}</a></p>
<div class="answer"><p class="a1">${words.capital(state)}</p>${found.known.title ? html`<p class="a2">${found.known.title}</p>` : ''}${awaits ? html`<p class="a2">${days.said(awaits)}</p>` : ''}</div>
${await nextPart(c, s.rehearsal, { next: nextOf(c, s, found) })}
${dates.length ? listOf('facts', dates) : ''}
${
  changes.length
    ? html`<h2>${words.m.desk.fields.sections.changes}</h2>${listOf(
        'facts',
        changes.map(([name, said]) => [name, days.said(said)] as const),
      )}`
    : ''
}
${steps.length ? html`<h2>${words.m.desk.notice.steps}</h2><table class="dates stack"><tbody>${steps.map(l => html`<tr><td class="num">${days.plain(l.enteredOn)}<td>${days.said(whatOf(l, words))}${detailsOf(l, words, { withChanges: false }).map(d => html`<small>${days.said(d)}</small>`)}<td>${l.entered.by}</tr>`)}</tbody></table>` : ''}
${await documentsPart(c, s, { to: protocol, from: `/protocols/${encodeURIComponent(protocol)}`, may: toRecord('document.attached') })}
${downloadsPart(protocolPath(id, protocol), words)}`;
  const frame = {
    title,
    section: 'agreements' as const,
    at: protocolPath(id, protocol),
    isRehearsal: s.rehearsal,
    live: agreementPath(id, '/changes'),
    written: [writtenOf(s), found.known, steps.map(l => l.fact ?? l.entry)],
  };
  return shown(c, deskPage(c, frame, body));
}

/** Its cover page, for download. */
export function protocolDocument(c: Request, format: PrintFormat): Promise<Response> {
  const [id, protocol] = [c.req.param('id' as never), c.req.param('protocol' as never)];
  return printedResponse(c, format, `${id}-protocol-${protocol}`, language =>
    printedProtocol(c.get('asker').context, id, protocol, language),
  );
}
