/** All protocols in the register by pages: state, since when, and what each awaits. */
import { protocolsNamed, protocolsOf } from '../../client/lists.ts';
import { protocolPath } from '../forms/protocols.ts';
import { withDays } from '../days-in-text.ts';
import { html, type Html, type Renderable } from '../html.ts';
import { deskPage } from '../layout.ts';
import { address, agreementPath, shown, type Request } from '../request.ts';
import { tableOf } from '../table.ts';
import { pageStart, pageOf, pager, unreadPart } from './paged.ts';

/** Each row needs a fold. */
const protocolsOfPage = 25;
/** How many agreements that are not listed yet are read. */
const readAtMost = 100;

export async function protocolsPage(c: Request): Promise<Response> {
  const words = c.get('words');
  const { m, values } = words;
  const { context } = c.get('asker');
  const rehearsals = c.req.query('rehearsals') === '1';
  const invented = new Set(rehearsals ? await (await context.registersThere()).of(true).agreements() : []);
  const isPassed = (agreement: string): boolean => rehearsals && !invented.has(agreement);
  const all = await protocolsNamed(context, { rehearsals }, { isPassed, readAtMost });
  const page = pageOf(all.found, pageStart(c), protocolsOfPage);
  const { found, unread } = await protocolsOf(context, { rehearsals }, page.shown);
  const rows = found.map(({ protocol: p, known, state, awaits }) => {
    const to = protocolPath(p.agreement, p.protocol);
    const reckoned = (day: Renderable): Html => html`<a href="${agreementPath(p.agreement, '/reckoning')}">${day}</a>`;
    return html`<tr><td><a href="${agreementPath(p.agreement)}">${p.agreement}</a><td><a class="t" href="${to}">${p.protocol}</a>${known.title ? html`<small>${known.title}</small>` : ''}<td>${words.wording.refusals.protocolStates[state]}<td class="num">${reckoned(words.day(p.since))}<td>${withDays(awaits ?? '', words, (_, day) => reckoned(day))}</tr>`;
  });
  const asked = rehearsals ? { rehearsals: '1' } : {};
  const { heading } = m.desk.protocol;
  const body = html`<h1>${heading}</h1>
${rows.length ? tableOf('stack', values.protocol.columns, rows) : html`<p>${values.protocol.none}</p>`}
${pager(page, from => address('/protocols', { ...asked, from: `${from}` }), words, protocolsOfPage)} ${unreadPart([...all.unread, ...unread], all.notYet, words)}
<p class="foot">${rehearsals ? html`<a href="/protocols">${m.nav.agreements}</a>` : html`<a href="${address('/protocols', { rehearsals: '1' })}">${m.nav.rehearsals}</a>`}</p>`;
  const frame = {
    title: heading,
    section: 'notices',
    at: address('/protocols', asked),
    isRehearsal: rehearsals,
    written: found.map(({ known }) => known),
  } as const;
  return shown(c, deskPage(c, frame, body));
}
