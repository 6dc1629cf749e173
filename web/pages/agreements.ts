/** The agreements of the register, each in a line; and the rehearsals, apart from them. */
import { languages } from '../../clauses/desk.ts';
import type { Glance } from '../../dossier/listing.ts';
import { address, agreementPath, shown, type Request } from '../request.ts';
import { gathered } from '../gathered.ts';
import { html } from '../html.ts';
import { layout } from '../layout.ts';
import { wordsIn } from '../words.ts';

export async function agreementsPage(c: Request, rehearsals: boolean): Promise<Response> {
  const words = c.get('words');
  const m = words.m.agreements;
  const q = c.req.query('q')?.trim().slice(0, 200) ?? '';
  const { found, unread } = await gathered(c.get('asker').servanda.list({ rehearsals }));
  const all = found.filter(g => g.rehearsal === rehearsals);
  const fitting = q ? all.filter(g => fits(q, searchedIn(g))) : all;
  const path = rehearsals ? '/rehearsals' : '/agreements';
  const { columns } = m;
  const kind = rehearsals ? 'rehearsal' : 'real';
  const body = html`<h1>${rehearsals ? m.rehearsals : m.heading}</h1>
    <p class="sub">${words.counted(m.count, all.length)}</p>
    <p class="f4 noprint">
      <a href="${address('/describe', { kind })}">${words.m.editor.newTitle}</a><a href="${address('/import', { kind })}">${words.m.importing.title}</a>
    </p>
    <form class="filter" role="search">
      <div class="field">
        <label for="q">${m.search}</label><span class="hint" id="q-hint">${m.searchHint}</span
        ><input type="search" id="q" name="q" value="${q}" aria-describedby="q-hint" />
      </div>
      <button class="btn two">${m.search}</button>
    </form>
    ${fitting.length ? '' : html`<p>${all.length ? words.say(m.notFound, { text: q }) : m.none}</p>`}
    ${
      fitting.length
        ? html`<table class="stack">
            <thead>
              <tr>
                <th scope="col">${columns.agreement}</th>
                <th scope="col">${columns.status}</th>
                <th scope="col">${columns.next}</th>
                <th scope="col">${columns.what}</th>
              </tr>
            </thead>
            <tbody>
              ${fitting.map(
                g =>
                  html`<tr>
                    <td>
                      <a class="t" href="${agreementPath(g.agreement)}">${words.title(g.titles)}</a><small>${words.parties(g)}</small>
                    </td>
                    <td>${words.values.statuses[g.status as keyof typeof words.values.statuses]}</td>
                    <td class="num">
                      ${g.nextDate ? html`<a href="${agreementPath(g.agreement, '/reckoning')}">${words.day(g.nextDate)}</a><small>${words.left(g.daysLeft ?? 0)}</small>` : ''}
                    </td>
                    <td>${words.statement(g.says)}${g.basis ? html`<small>${words.basis(g.basis)}</small>` : ''}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
        : ''
    }
    ${
      unread.length
        ? html`<h2>${words.m.failures.unread}</h2>
            <ul>
              ${unread.map(u => html`<li>${u}</li>`)}
            </ul>`
        : ''
    }`;
  const frame = {
    title: rehearsals ? m.rehearsals : m.heading,
    section: rehearsals ? 'rehearsals' : 'agreements',
    at: address(path, { q }),
    person: c.get('signedIn').session.person,
  } as const;
  return shown(c, layout(words, frame, body));
}

/** What an agreement is found by: its id, its titles, its Parties by every name and code, in every language. */
export const searchedIn = (g: Pick<Glance, 'agreement' | 'titles' | 'parties'>): string[] => [
  g.agreement,
  ...Object.values(g.titles),
  ...g.parties.flatMap(p => [p.id, ...languages.map(l => wordsIn(l).party(p.id, g)), ...Object.values(p.name)]),
];

/** Every word of it, in any of the texts, whatever the case. */
export function fits(q: string, texts: readonly string[]): boolean {
  const all = folded(texts.join(' '));
  return folded(q)
    .split(/\s+/)
    .every(word => all.includes(word));
}

/** Turkic dotless ı and dotted İ are one letter to whoever searches, and so are letters with and without marks. */
const folded = (text: string): string =>
  text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').replaceAll('ə', 'e');
