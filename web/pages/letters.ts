/** The letters about all agreements, the newest first, with those failing now above them. None are sent about rehearsals. */
import { lettersOf } from '../../client/letters.ts';
import { agreementsNamed } from '../../client/lists.ts';
import { html } from '../html.ts';
import { deskPage } from '../layout.ts';
import { address, shown, type Request } from '../request.ts';
import { tableOf } from '../table.ts';
import { lettersColumns, letterRow, unreachedPart } from './agreement/letters.ts';
import { pageStart, pageOf, pager } from './paged.ts';

export async function allLettersPage(c: Request): Promise<Response> {
  const words = c.get('words');
  const { letters: m } = words.m;
  const { context } = c.get('asker');
  const { sent, failing, failure } = await lettersOf(context, await agreementsNamed(context));
  const hasRehearsals = (await (await context.registersThere()).of(true).countAgreements()) > 0;
  const page = pageOf([...failing, ...sent.toReversed()], pageStart(c));
  const rows = page.shown.map(letter => letterRow(letter, words));
  const body = html`<h1>${m.ofAll}</h1>
    ${failure ? html`<p class="note">${words.say(words.values.deliveries.unasked, { why: failure.message })}</p>` : ''}
    ${unreachedPart(sent, words)} ${rows.length ? tableOf('stack', lettersColumns(words, { isOfAll: true }), rows) : html`<p>${m.none}</p>`}
    ${hasRehearsals ? html`<p class="foot">${words.values.deliveries.ofRehearsal}</p>` : ''} ${pager(page, from => address('/letters', { from: `${from}` }), words)}`;
  return shown(c, deskPage(c, { title: m.ofAll, section: 'engine', at: '/letters', written: page.shown }, body));
}
