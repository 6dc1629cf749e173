/** The letters about an agreement: sent, given up, and failing now; and people whom no letter reaches. */
import { lettersOf, lettersSent, unreached, type SentLetter, type TriedLetter } from '../../../client/letters.ts';
import { letterAbout, letterSaid } from '../../../client/letter-sentences.ts';
import { html, type Html } from '../../html.ts';
import { withDays } from '../../days-in-text.ts';
import { Days } from './days.ts';
import { deskPage } from '../../layout.ts';
import { agreementPath, shown, type Request } from '../../request.ts';
import { tableOf } from '../../table.ts';
import type { Words } from '../../words.ts';
import { writtenOf } from '../../written-texts.ts';

const lettersPath = (agreement: string): string => agreementPath(agreement, '/letters');

export async function lettersPage(c: Request<'/agreements/:id/letters'>): Promise<Response> {
  const words = c.get('words');
  const { letters: m } = words.m;
  const { context, servanda } = c.get('asker');
  const s = await servanda.standing(c.req.param('id'));
  const { sent, failing, failure } = await lettersOf(context, [s.agreement]);
  const days = new Days(s, words, {});
  const rows = [...failing, ...sent.toReversed()].map(letter => letterRow(letter, words, days));
  const body = html`<h1>${m.heading}</h1>
    <p class="sub"><a href="${agreementPath(s.agreement)}">${words.titled(s.described.title)}</a></p>
    ${failure ? html`<p class="note">${words.say(words.values.deliveries.unasked, { why: failure.message })}</p>` : ''}
    ${unreachedPart(sent, words)} ${rows.length ? tableOf('stack', lettersColumns(words), rows) : html`<p>${s.rehearsal ? words.values.deliveries.ofRehearsal : m.none}</p>`}`;
  const section = s.rehearsal ? 'rehearsals' : 'agreements';
  return shown(
    c,
    deskPage(
      c,
      { title: m.heading, section, at: lettersPath(s.agreement), isRehearsal: s.rehearsal, written: [writtenOf(s), sent, failing] },
      body,
    ),
  );
}

/** On the agreement's page, from the register only. No letters are sent about a rehearsal. */
export async function unreachedNote(c: Request, agreement: string): Promise<Html | ''> {
  const words = c.get('words');
  const found = unreachedPart(await lettersSent(c.get('asker').context, agreement), words);
  return found && html`${found}<p><a href="${lettersPath(agreement)}">${words.m.letters.all}</a></p>`;
}

export const lettersLink = (agreement: string, { m }: Words): Html => html`<a href="${lettersPath(agreement)}">${m.letters.heading}</a>`;

export const unreachedPart = (sent: SentLetter[], words: Words): Html | '' => {
  const found = unreached({ sent });
  return found.length
    ? html`<ul class="note">
        ${found.map(letter => html`<li>${words.say(words.m.letters.unreached, { recipient: letter.recipient, way: letter.way, at: words.time(letter.at), said: letterSaid(letter, words.values, words.wording) })}</li>`)}
      </ul>`
    : '';
};

/** With `isOfAll`, a column for the agreement that a letter is about. */
export const lettersColumns = ({ values }: Words, { isOfAll = false } = {}): string[] =>
  values.deliveries.columns.filter((_, i) => isOfAll || i !== 1);

/** `days`: the agreement's; without them the row names the agreement. */
export function letterRow(letter: SentLetter | TriedLetter, words: Words, days?: Days): Html {
  const { values, wording } = words;
  const said = (text: string): Html =>
    days?.said(text) ?? withDays(text, words, (_, day) => html`<a href="${agreementPath(letter.agreement, '/reckoning')}">${day}</a>`);
  const at = letter.became === 'failing' ? Date.parse(letter.since) : letter.at;
  return html`<tr>
    <td><time datetime="${new Date(at).toISOString()}">${words.time(at)}</time></td>
    ${days ? '' : html`<td><a href="${agreementPath(letter.agreement)}">${letter.agreement}</a></td>`}
    <td>${letter.recipient}</td>
    <td>${letter.way}</td>
    <td>${said(letterAbout(letter, wording))}</td>
    <td class="num">${days?.plain(letter.on) ?? words.day(letter.on)}</td>
    <td>${values.deliveries.became[letter.became]}</td>
    <td>${said(letterSaid(letter, values, wording))}</td>
  </tr>`;
}
