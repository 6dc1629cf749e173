/** The engine room: the head of the register, and every timer that is really pending in Temporal for an agreement, with its day and article. */
import { readNote } from '../../client/service-note.ts';
import { gathered } from '../gathered.ts';
import { html, type Html } from '../html.ts';
import { layout } from '../layout.ts';
import { address, agreementPath, shown, type Request } from '../request.ts';
import type { Words } from '../words.ts';

export async function enginePage(c: Request): Promise<Response> {
  const words = c.get('words');
  const { engine: m } = words.m;
  const { servanda, context } = c.get('asker');
  const { found } = await gathered(servanda.list({ rehearsals: true }));
  const id = c.req.query('agreement') ?? '';
  const registers = await context.registersThere();
  const heads = [
    [m.register, await registers.of(false).head()],
    [m.rehearsals, await registers.of(true).head()],
  ] as const;
  const note = readNote(context.home);
  const known = found.some(g => g.agreement === id);
  const body = html`<h1>${m.heading}</h1><p class="sub">${m.intro}</p>
<dl class="facts">${heads.map(([name, head]) => html`<div><dt>${name}</dt><dd>${words.say(m.head, { line: head.seq })} <code>${head.hash.replace(/^sha256:/, '').slice(0, 16)}…</code></dd></div>`)}<div><dt>Temporal</dt><dd>${note ? html`${note.address}${note.ui ? html`, <a href="${note.ui}">${m.ui}</a>` : ''}` : m.noService}</dd></div></dl>
<form class="filter"><div class="field"><label for="agreement">${words.m.today.columns.agreement}</label><select id="agreement" name="agreement">${found.map(g => html`<option value="${g.agreement}"${g.agreement === id ? html` selected` : ''}>${g.agreement}</option>`)}</select></div><button class="btn two">${words.m.times.show}</button></form>
${known ? await timersPart(c, id, words) : ''}`;
  return shown(
    c,
    layout(
      words,
      { title: m.heading, section: 'engine', at: address('/engine', { agreement: id }), person: c.get('signedIn').session.person },
      body,
    ),
  );
}

async function timersPart(c: Request, id: string, words: Words): Promise<Html> {
  const { engine: m } = words.m;
  const timers = await c.get('asker').servanda.timers(id);
  const now = await c.get('asker').context.now();
  const left = (fires: string): string => words.left(Math.floor((Date.parse(fires) - now) / 86_400_000));
  return html`<h2>${m.timers}</h2><p><a href="${agreementPath(id)}">${id}</a></p>
${timers.length ? html`<table class="stack"><thead><tr><th scope="col">${m.columns.fires}<th scope="col">${m.columns.what}<th scope="col">${m.columns.workflow}</tr></thead><tbody>${timers.map(t => html`<tr><td class="num">${t.fires.slice(0, 16).replace('T', ' ')} UTC<small>${left(t.fires)}</small><td>${t.summary}<td><code>${t.workflowId}</code></tr>`)}</tbody></table>` : html`<p>${m.none}</p>`}`;
}
