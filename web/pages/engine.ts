/**
 * The engine room: the register and its checks, and every timer actually waiting in Temporal, with its day, its article and its differences
 * from the register. If Temporal is unavailable, the page says so and shows the register's part.
 */
import { engineRoomOf, type EngineRoom, type Looked } from '../../client/engine-room.ts';
import { overviewOf, type Overseen } from '../../client/overview.ts';
import { readNote, workflowInUi } from '../../client/service-note.ts';
import { findMissingWorkflows } from '../../client/missing-workflows.ts';
import { differenceIn } from '../../wording/differences/sentence.ts';
import { withDays } from '../days-in-text.ts';
import { html, joined, type Html, type Renderable } from '../html.ts';
import { deskPage } from '../layout.ts';
import { address, agreementPath, shown, type Request } from '../request.ts';
import { listOf, tableOf } from '../table.ts';
import type { Words } from '../words.ts';
import { pageStart, pageOf, pager } from './paged.ts';

/** Per page: each row is looked up in Temporal. */
const rowsOfPage = 10;
/** Looks up their workflows but not their histories. */
const lookedAtMost = 500;

export async function enginePage(c: Request): Promise<Response> {
  const words = c.get('words');
  const { engine: m } = words.m;
  const { context } = c.get('asker');
  const asked = c.req.query('agreement')?.trim().slice(0, 200) ?? '';
  const all = [...(await overviewOf(context, false)).found, ...(await overviewOf(context, true)).found].sort(byNextDate);
  const isKnown = all.some(({ glance }) => glance.agreement === asked);
  const page = pageOf(asked ? all.filter(({ glance }) => glance.agreement === asked) : all, pageStart(c), rowsOfPage);
  const room = await engineRoomOf(
    context,
    page.shown.map(({ glance }) => glance.agreement),
  );
  const view = { words, room, now: await context.now(), ui: (id: string) => workflowInUi(readNote(context.home), id) };
  const body = html`<h1>${m.heading}</h1>
    <p class="sub">${m.intro}</p>
    ${room.failure ? html`<p class="note">${words.say(m.unasked, { why: room.failure.message })}</p>` : ''} ${factsPart(view, readNote(context.home)?.ui)}
    ${asked || room.failure ? '' : await stalledPart(c, all, view)}
    <p><a href="/letters">${words.m.letters.ofAll}</a></p>
    <form class="filter noprint" role="search">
      <div class="field">
        <label for="agreement">${m.find}</label><input id="agreement" name="agreement" value="${asked}" autocapitalize="none" spellcheck="false" />
      </div>
      <button class="btn two">${m.show}</button>
    </form>
    ${asked && !isKnown ? html`<p>${words.say(m.unknown, { id: asked })}</p>` : ''}
    ${asked ? (isKnown ? agreementPart(asked, view) : '') : housePart(page.shown, view)}
    ${asked ? '' : pager(page, from => address('/engine', { from: `${from}` }), words, rowsOfPage)}`;
  const at = address('/engine', { agreement: asked, from: page.before ? `${page.before}` : undefined });
  return shown(c, deskPage(c, { title: m.heading, section: 'engine', at, written: [...room.looked.values()] }, body));
}

interface View {
  words: Words;
  room: EngineRoom;
  now: number;
  /** The address of a workflow in the Temporal UI. */
  ui: (workflowId: string) => string | undefined;
}

const byNextDate = ({ glance: a }: Overseen, { glance: b }: Overseen): number => {
  const [one, other] = [a.nextDate ?? '9999', b.nextDate ?? '9999'];
  return one < other ? -1 : one > other ? 1 : 0;
};

function factsPart({ words, room }: View, ui: string | null | undefined): Html {
  const { engine: m } = words.m;
  const { heads, running } = room;
  const { verified, backedUp, reconciled } = room.upkeep;
  const head = ({ seq, hash }: EngineRoom['heads']['agreements']): Renderable =>
    html`${words.say(m.head, { line: seq })} <code>${hash.replace(/^sha256:/, '').slice(0, 16)}…</code>`;
  const numbers = (lines: number): { lines: string } => ({ lines: words.number(lines) });
  const rows: (readonly [string, Renderable])[] = [
    [m.register, head(heads.agreements)],
    [m.rehearsals, head(heads.rehearsals)],
    [
      m.verified,
      verified
        ? words.say(m.verifiedAs, { at: words.time(verified.at), sound: String(verified.sound), ...numbers(verified.lines) })
        : never(words, 'verify'),
    ],
    [
      m.backedUp,
      backedUp
        ? words.say(m.backedUpAs, { at: words.time(backedUp.at), folder: backedUp.folder, ...numbers(backedUp.lines) })
        : never(words, 'backup FOLDER'),
    ],
    [m.reconciled, reconciled ? words.say(m.reconciledAs, { ...reconciled, at: words.time(reconciled.at) }) : m.never],
    ['Temporal', running ? html`${running.address}${ui ? html`, <a href="${ui}">${m.ui}</a>` : ''}` : m.notSeen],
    ...(running?.workers !== undefined ? [[m.worker, words.counted(m.workers, running.workers)] as const] : []),
    ...(running?.deliveries
      ? [
          [
            m.deliveries,
            words.counted(m.deliveriesOf, running.deliveries.length, { ids: running.deliveries.slice(0, 5).join(', ') }),
          ] as const,
        ]
      : []),
  ];
  return listOf('facts', rows);
}

const never = ({ m }: Words, command: string): Html => html`${m.engine.never}: <code>npx servanda register ${command}</code>`;

/** Of all agreements that are not over, those whose workflow is not running or is failing. */
async function stalledPart(c: Request, all: readonly Overseen[], { words, ui }: View): Promise<Html | ''> {
  const { engine: m } = words.m;
  const over = ['terminated', 'expired', 'superseded'];
  const ids = all.flatMap(({ glance }) => (over.includes(glance.status) ? [] : [glance.agreement])).slice(0, lookedAtMost);
  const { unkept } = await findMissingWorkflows(c.get('asker').context, ids);
  if (!unkept.size) return '';
  return html`<h2>${m.stalled}</h2>
    <ul>
      ${[...unkept].map(([agreement, why]) => html`<li>${linked(words.say(m[why], { agreement }), ui(`agreement/${agreement}`))}</li>`)}
    </ul>`;
}

const linked = (text: Renderable, to: string | undefined): Html => (to ? html`<a href="${to}">${text}</a>` : html`${text}`);

/** The next timer of each agreement. */
function housePart(all: readonly Overseen[], view: View): Html {
  const { words, room } = view;
  const { engine: m } = words.m;
  const isSeen = room.looked.size > 0;
  const row = ({ glance }: Overseen): Html => {
    const id = glance.agreement;
    const looked = room.looked.get(id);
    const [next, ...more] = looked?.pending ?? [];
    const what = html`<td>${next ? opening(next.summary, id, words) : ''}${more.length ? html`<small><a href="${address('/engine', { agreement: id })}">${words.counted(m.more, more.length)}</a></small>` : ''}</td>
      <td>${next?.basis ? words.basis(next.basis) : ''}</td>`;
    return html`<tr>
      <td><a class="t" href="${address('/engine', { agreement: id })}">${words.titled(glance.titles)}</a><small>${id}</small></td>
      <td class="num">${next ? firing(next, id, view) : looked ? m.none : m.notSeen}</td>
      ${isSeen ? what : ''}
      <td class="num">${looked ? (looked.differences.length ? html`<b>${words.counted(m.differences, looked.differences.length)}</b>` : words.counted(m.differences, 0)) : m.notSeen}</td>
    </tr>`;
  };
  const { columns } = m;
  return html`<h2>${m.timers}</h2>
    <p>${m.timersIntro}</p>
    ${tableOf('stack', [columns.agreement, columns.fires, ...(isSeen ? [columns.what, columns.basis] : []), columns.differs], all.map(row))}`;
}

const firing = ({ fires }: Looked['pending'][number], agreement: string, { words, now }: View): Html =>
  html`<a href="${agreementPath(agreement, '/reckoning')}">${words.time(fires)}</a><small>${words.left(Math.floor((fires - now) / 86_400_000))}</small>`;

/** A sentence about an agreement; each day in it links to the agreement's reckonings. */
const opening = (text: string, agreement: string, words: Words): Html =>
  withDays(text, words, (_, day) => html`<a href="${agreementPath(agreement, '/reckoning')}">${day}</a>`);

function agreementPart(id: string, view: View): Html {
  const { words, room, ui } = view;
  const { engine: m } = words.m;
  const { columns } = m;
  const looked = room.looked.get(id);
  const workflow = (workflowId: string): Html => linked(html`<code>${workflowId}</code>`, ui(workflowId));
  const link = html`<a href="${agreementPath(id)}">${id}</a>`;
  return html`<h2>${words.rich(m.timersOf, { agreement: link })}</h2>
    <p>${m.timersIntro}</p>
    ${
      looked?.pending.length
        ? tableOf(
            'stack',
            [columns.fires, columns.what, columns.basis, columns.workflow],
            looked.pending.map(
              t =>
                html`<tr>
                  <td class="num">${firing(t, id, view)}</td>
                  <td>${opening(t.summary, id, words)}</td>
                  <td>${t.basis ? words.basis(t.basis) : ''}</td>
                  <td>${workflow(t.workflowId)}</td>
                </tr>`,
            ),
          )
        : html`<p>${looked ? m.none : m.notSeen}</p>`
    }
    <h2>${m.differs}</h2>
    ${
      looked?.differences.length
        ? html`<ul>
            ${looked.differences.map(d => html`<li>${joined([workflow(d.workflowId), opening(differenceIn(d, words.wording), id, words)], ': ')}</li>`)}
          </ul>`
        : html`<p>${looked ? m.same : m.notSeen}</p>`
    }`;
}
