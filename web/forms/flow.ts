/**
 * A form from its question to what it does: what is typed is checked, shown with what it would do, and sent only then. Nothing that was
 * typed is lost by an error; a page that is older than the last line of the agreement asks again.
 */
import type { Hono } from 'hono';
import type { AgreementStanding } from '../../client/answers.ts';
import { Unavailable } from '../../client/failures.ts';
import { html, type Html } from '../html.ts';
import { layout } from '../layout.ts';
import { agreementPath, shown, type Env, type Request } from '../request.ts';
import { tokenField } from '../session/form-token.ts';
import {
  answersHtml,
  faultsOf,
  fieldsHtml,
  givenIn,
  hiddenHtml,
  summaryHtml,
  valuesOf,
  type Faults,
  type Field,
  type Given,
} from './fields.ts';
import { whyNot } from './why-not.ts';

export interface Asked {
  c: Request;
  s: AgreementStanding;
}

export interface Form<T> {
  /** After the path of the agreement. */
  path: string;
  /** What it is about, such as a notice; it must be there. */
  about: (asked: Asked) => Promise<T>;
  title: (asked: Asked, about: T) => string;
  intro?: (asked: Asked, about: T) => string | undefined;
  fields: (asked: Asked, about: T) => readonly Field[];
  /** What stands beside it while it is filled in; asked for again as it changes. */
  beside?: (asked: Asked, given: Given, about: T) => Promise<Html>;
  /** What it would do, asked before it is sent. */
  preview?: (asked: Asked, values: Given, about: T) => Promise<Html>;
  /** The button that does it. */
  send: (asked: Asked, about: T) => string;
  /** Returns where to go. */
  perform: (asked: Asked, values: Given, about: T) => Promise<string>;
}

const stepField = 'step';
const headField = 'head';
const own: readonly string[] = [tokenField, stepField, headField];

export function formOn<T>(app: Hono<Env>, form: Form<T>): void {
  const path = `/agreements/:id${form.path}`;
  const askedBy = async (c: Request): Promise<Asked> => ({ c, s: await c.get('asker').servanda.standing(c.req.param('id' as never)) });
  app.get(path, async c => {
    const asked = await askedBy(c);
    return page(asked, form, await form.about(asked), givenIn(c.req.query()), {});
  });
  if (form.beside)
    app.post(`${path}/check`, async c => {
      const asked = await askedBy(c);
      return shown(c, await form.beside!(asked, givenIn(await c.req.parseBody({ all: true })), await form.about(asked)));
    });
  app.post(path, async c => {
    const asked = await askedBy(c);
    const about = await form.about(asked);
    const all = givenIn(await c.req.parseBody({ all: true }));
    const given = Object.fromEntries(Object.entries(all).filter(([name]) => !own.includes(name)));
    const words = c.get('words');
    if (all[stepField] === 'change') return page(asked, form, about, given, {});
    const fields = form.fields(asked, about);
    const faults = faultsOf(fields, given, words);
    if (faults.size) return page(asked, form, about, given, { faults, status: 422 });
    if (all[headField] !== headOf(asked.s))
      return page(asked, form, about, given, { general: [words.say(words.m.desk.stale, { line: asked.s.entries.length })], status: 409 });
    const values = valuesOf(fields, given);
    try {
      if (all[stepField] !== 'send') return await checkPage(asked, form, about, given, values);
      return c.redirect(await form.perform(asked, values, about), 303);
    } catch (cause) {
      const general = whyNot(cause, words.wording);
      if (!general) throw cause;
      return page(asked, form, about, given, { general, status: cause instanceof Unavailable ? 503 : 422 });
    }
  });
}

/** The last line that is known of the agreement: what a form was made for. */
const headOf = ({ entries }: AgreementStanding): string => `${entries.length}:${entries.at(-1)?.entry.id ?? ''}`;

interface Shown {
  faults?: Faults;
  general?: readonly string[];
  status?: 409 | 422 | 503;
}

async function page<T>(
  asked: Asked,
  form: Form<T>,
  about: T,
  given: Given,
  { faults = new Map(), general = [], status }: Shown,
): Promise<Response> {
  const { c } = asked;
  const words = c.get('words');
  const fields = form.fields(asked, about);
  const title = form.title(asked, about);
  const intro = form.intro?.(asked, about);
  const beside = (await form.beside?.(asked, given, about)) ?? '';
  const questions = html`<form method="post" novalidate class="answer"${beside ? html` data-check="${c.req.path}/check"` : ''}>${fieldsHtml(fields, given, faults, words)}${ownFields(asked)}<p class="do"><button class="btn">${fields.length ? words.m.desk.go : form.send(asked, about)}</button></p></form>`;
  const body = html`${summaryHtml(fields, faults, general, words)}
<h1>${title}</h1><p class="sub">${backTo(asked)}</p>${intro ? html`<p>${intro}</p>` : ''}
${beside ? html`<div class="top">${questions}${beside}</div>` : questions}`;
  return shown(c, framed(asked, faults.size || general.length ? `${words.m.desk.problem}: ${title}` : title, body), status ?? 200);
}

async function checkPage<T>(asked: Asked, form: Form<T>, about: T, given: Given, values: Given): Promise<Response> {
  const { c } = asked;
  const words = c.get('words');
  const preview = await form.preview?.(asked, values, about);
  const { desk: m } = words.m;
  const fields = form.fields(asked, about);
  const body = html`<h1>${m.check}</h1><p class="sub">${form.title(asked, about)}, ${backTo(asked)}. ${m.notWritten}</p>
<div class="answer">${fields.length ? answersHtml(fields, values, words) : ''}</div>
<form method="post" class="do">${hiddenHtml(given)}${ownFields(asked)}<button class="btn" name="${stepField}" value="send">${form.send(asked, about)}</button><button class="btn two" name="${stepField}" value="change">${m.change}</button></form>
${preview ?? ''}`;
  return shown(c, framed(asked, `${m.check}: ${form.title(asked, about)}`, body));
}

const backTo = ({ c, s }: Asked): Html => html`<a href="${agreementPath(s.agreement)}">${c.get('words').title(s.described.title)}</a>`;

const ownFields = ({ c, s }: Asked): Html =>
  html`<input type="hidden" name="${tokenField}" value="${c.get('token')}"><input type="hidden" name="${headField}" value="${headOf(s)}">`;

function framed({ c, s }: Asked, title: string, body: Html): Html {
  const words = c.get('words');
  const section = s.rehearsal ? 'rehearsals' : 'agreements';
  return layout(
    words,
    { title, section, at: c.req.path, person: c.get('signedIn').session.person, note: s.rehearsal ? words.m.rehearsal : undefined },
    body,
  );
}
