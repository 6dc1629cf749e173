/** A protocol: where it stands, what it awaits, and what comes next. */
import { protocolActionsIn, protocolPath } from '../forms/protocols.ts';
import { html } from '../html.ts';
import { layout } from '../layout.ts';
import { agreementPath, shown, type Request } from '../request.ts';

export async function protocolPage(c: Request<'/agreements/:id/protocols/:protocol'>): Promise<Response> {
  const words = c.get('words');
  const { protocol: m } = words.m.desk;
  const { id, protocol } = c.req.param();
  const { servanda } = c.get('asker');
  const [found, s] = [await servanda.protocol.show(id, protocol), await servanda.standing(id)];
  const title = words.say(m.title, { id: protocol });
  const actions = found.closed ? [] : (protocolActionsIn[found.state] ?? []);
  const state = words.wording.refusals.protocolStates[found.state];
  const awaits = (found as { awaits?: string | null }).awaits;
  const body = html`<h1>${title}</h1><p class="sub"><a href="${agreementPath(id)}">${words.title(s.described.title)}</a></p>
<div class="answer"><p class="a1">${state.charAt(0).toLocaleUpperCase(words.wording.locale)}${state.slice(1)}</p>${found.known.title ? html`<p class="a2">${found.known.title}</p>` : ''}${awaits ? html`<p class="a2">${awaits}</p>` : ''}</div>
${actions.length ? html`<p class="do">${actions.map((a, i) => html`<a class="btn${i ? ' two' : ''}" href="${protocolPath(id, protocol, `/${a}`)}">${m.actions[a]}</a>`)}</p>` : ''}`;
  const frame = {
    title,
    section: 'agreements' as const,
    at: protocolPath(id, protocol),
    person: c.get('signedIn').session.person,
    note: s.rehearsal ? words.m.rehearsal : undefined,
    live: id,
  };
  return shown(c, layout(words, frame, body));
}
