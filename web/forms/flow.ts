/**
 * A form from question to action: typed values are checked, displayed with their consequences, and only then sent. Errors lose nothing that
 * was typed, and a page older than the agreement's latest line asks again.
 */
import type { Hono } from 'hono';
import { zonesOf } from '../../clauses/agreement.ts';
import { commonToday, type CalendarDate } from '../../clauses/calendar.ts';
import type { AgreementStanding } from '../../client/answers.ts';
import type { Rule } from '../../client/permissions.ts';
import type { Wording } from '../../wording/wording.ts';
import { fieldMistakesIn, Unavailable } from '../../client/failures.ts';
import { html, unbroken, type Html, type Renderable } from '../html.ts';
import { deskPage } from '../layout.ts';
import { attachKept } from '../../client/documents.ts';
import { isUnfolded, unfoldedStanding } from '../../client/unfolded.ts';
import { address, agreementPath, shown, type Env, type Request } from '../request.ts';
import { Days } from '../pages/agreement/days.ts';
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
import { attached, fileField, storeUpload, uploadIn } from './file.ts';
import { barredBy, barredText } from './permissions.ts';
import { fieldAt } from './schema-fields.ts';
import { writtenOf } from '../written-texts.ts';
import { refusalLines } from './refusal-text.ts';

export interface FormRequest {
  c: Request;
  s: AgreementStanding;
  /** The day on which the form begins; undefined while the Parties have different dates, so that the person gives it. */
  today: CalendarDate | undefined;
}

export interface Form<T> {
  /** Relative to the agreement's path. */
  path: string;
  /** The rights to send it, one for each way to do it. Without any of them the form is not shown. */
  may: (asked: FormRequest, about: T, given: Given) => readonly Rule[];
  /** Another reason why this person may not send it; shown in place of the form. */
  barred?: (asked: FormRequest, about: T) => string | undefined;
  /** Loads the subject of the form, such as a notice; it must exist. */
  about: (asked: FormRequest) => Promise<T>;
  title: (asked: FormRequest, about: T) => string;
  intro?: (asked: FormRequest, about: T) => Renderable | undefined;
  fields: (asked: FormRequest, about: T, given: Given) => readonly Field[];
  /** Renders the subject next to the question and where answers are checked. */
  matter?: (asked: FormRequest, about: T) => Html;
  /** Renders the questions in place of the plain list of fields. */
  questions?: (asked: FormRequest, about: T, given: Given, faults: Faults) => Html | undefined;
  /** Further faults in what was typed, by field. */
  faults?: (asked: FormRequest, about: T) => Iterable<[string, string]>;
  /** Earlier values of the fields: the check lists only those that changed. */
  before?: (asked: FormRequest, about: T) => Given | undefined;
  /** Renders the panel next to the form; requested again as the form changes. */
  beside?: (asked: FormRequest, given: Given, about: T) => Promise<Html>;
  /** What sending it would do. */
  preview?: (asked: FormRequest, values: Given, about: T) => Promise<Html>;
  /** Why it can't be sent yet, although what it would do is shown. */
  notYet?: (asked: FormRequest, values: Given, about: T) => Promise<string | undefined>;
  /** The label of the button. */
  send: (asked: FormRequest, about: T) => string;
  /** Performs the action. Returns the path to redirect to. */
  perform: (asked: FormRequest, values: Given, about: T) => Promise<string>;
  /** What a document sent with the form is attached to: a notice, a protocol or an entry, by the path after the action. */
  attachTo?: (values: Given, path: string, about: T) => string;
  /** It can mend an agreement that can't be folded, so it is available even if only the ledger can be read. */
  isMending?: boolean;
  /** It asks for a document only. */
  isOfDocument?: boolean;
}

const stepField = 'step';
const headField = 'head';
const own: readonly string[] = [tokenField, stepField, headField];

export function formOn<T>(app: Hono<Env>, asking: Form<T>): void {
  const form = asking.attachTo ? withDocument(asking, asking.attachTo) : asking;
  const path = `/agreements/:id${form.path}`;
  app.get(path, async c => {
    const asked = await askedBy(c, form);
    return page(asked, form, await form.about(asked), givenIn(c.req.query()), {});
  });
  if (form.beside)
    app.post(`${path}/check`, async c => {
      const asked = await askedBy(c);
      return page(asked, form, await form.about(asked), givenIn(await c.req.parseBody({ all: true })), {});
    });
  app.post(path, async c => {
    const asked = await askedBy(c, form);
    const about = await form.about(asked);
    const body = await c.req.parseBody({ all: true });
    const all = givenIn(body);
    const typed = Object.fromEntries(Object.entries(all).filter(([name]) => !own.includes(name)));
    const words = c.get('words');
    const kept = form.attachTo ? await storeUpload(c, body) : {};
    const given = { ...typed, ...kept.given };
    if (all[stepField] === 'change') return page(asked, form, about, given, {});
    const fields = form.fields(asked, about, given);
    const faults = new Map([
      ...faultsOf(fields, given, words),
      ...(form.faults?.(asked, about) ?? []),
      ...(kept.fault ? [[attached, kept.fault] as const] : []),
    ]);
    if (faults.size) return page(asked, form, about, given, { faults, status: 422 });
    if (all[headField] !== headOf(asked.s))
      return page(asked, form, about, given, { general: [words.say(words.m.desk.stale, { line: asked.s.entries.length })], status: 409 });
    const values = valuesOf(fields, given);
    try {
      if (all[stepField] !== 'send') return await checkPage(asked, form, about, given, values);
      return c.redirect(await form.perform(asked, values, about), 303);
    } catch (cause) {
      const why = whyNotFrom(cause, fields, words.wording);
      if (!why) throw cause;
      return page(asked, form, about, given, { ...why, status: cause instanceof Unavailable ? 503 : 422 });
    }
  });
}

export const askedBy = async (c: Request, { isMending = false } = {}): Promise<FormRequest> => {
  const { servanda, context } = c.get('asker');
  const id = c.req.param('id' as never);
  const s = await servanda.standing(id).catch((cause: unknown) => {
    if (!isMending || !isUnfolded(cause)) throw cause;
    return unfoldedStanding(context, id);
  });
  return { c, s, today: commonToday(await context.now(), zonesOf(s.described)) };
};

/** Adds a document to a form; it is attached once the action is done. */
const withDocument = <T>(form: Form<T>, attachTo: NonNullable<Form<T>['attachTo']>): Form<T> => ({
  ...form,
  fields: (asked, about, given) => [...form.fields(asked, about, given), fileField(asked.c.get('words'), !form.isOfDocument)],
  perform: async (asked, values, about) => {
    const document = uploadIn(asked.c, values[attached]);
    const path = await form.perform(asked, values, about);
    if (document)
      await attachKept(asked.c.get('asker').context, asked.s.agreement, document, {
        to: attachTo(values, path, about),
        name: document.name,
      });
    return path;
  },
});

/** The agreement's last known line, for which the form was made. */
const headOf = ({ entries }: AgreementStanding): string => `${entries.length}:${entries.at(-1)?.entry.id ?? ''}`;

interface Wrong {
  faults?: Faults;
  general?: readonly string[];
}

/** The client's refusal, next to the field concerned if there is one; undefined for an unexpected failure. */
function whyNotFrom(cause: unknown, fields: readonly Field[], wording: Wording): Wrong | undefined {
  const general = refusalLines(cause, wording);
  if (!general) return undefined;
  const found = fieldMistakesIn(cause as Error).map(({ path, says }) => ({ field: fieldAt(path, fields), says }));
  return found.length && found.every(({ field }) => field)
    ? { faults: new Map(found.map(({ field, says }) => [field!.name, `${field!.label}: ${says}`])) }
    : { general };
}

interface Answered extends Wrong {
  status?: 409 | 422 | 503;
}

async function page<T>(
  asked: FormRequest,
  form: Form<T>,
  about: T,
  given: Given,
  { faults = new Map(), general = [], status }: Answered,
): Promise<Response> {
  const { c } = asked;
  const words = c.get('words');
  const fields = form.fields(asked, about, given);
  const title = form.title(asked, about);
  const intro = form.intro?.(asked, about);
  const beside = (await form.beside?.(asked, given, about)) ?? '';
  const forbidden = form.barred?.(asked, about);
  const barred = (await barredBy(c, asked.s.rehearsal, form.may(asked, about, given))) ?? (forbidden && barredText(c, forbidden));
  const questions = barred
    ? html`<p>${barred}</p>`
    : html`<form method="post" novalidate class="answer"${form.attachTo ? html` enctype="multipart/form-data"` : ''}${beside ? html` data-check="${address(`${c.req.path.replace(/\/check$/, '')}/check`, { as: c.req.query('as') })}"` : ''}>${form.questions?.(asked, about, given, faults) ?? fieldsHtml(fields, given, faults, words)}${ownFields(asked)}<p class="do"><button class="btn">${fields.length ? words.m.desk.go : form.send(asked, about)}</button></p></form>`;
  const body = html`${summaryHtml(fields, faults, general, words)}
<h1>${unbroken(title)}</h1><p class="sub">${backTo(asked)}</p>${intro ? html`<p>${typeof intro === 'string' ? new Days(asked.s, words, {}).said(intro) : intro}</p>` : ''}${form.matter?.(asked, about) ?? ''}
${beside ? html`<div class="top">${questions}${beside}</div>` : questions}`;
  return shown(c, framed(asked, faults.size || general.length ? `${words.m.desk.problem}: ${title}` : title, body, about), status ?? 200);
}

async function checkPage<T>(asked: FormRequest, form: Form<T>, about: T, given: Given, values: Given): Promise<Response> {
  const { c } = asked;
  const words = c.get('words');
  const notYet = await form.notYet?.(asked, values, about);
  const preview = await form.preview?.(asked, values, about);
  const { desk: m } = words.m;
  const before = form.before?.(asked, about);
  const fields = form.fields(asked, about, given).filter(f => !before || (values[f.name] ?? '') !== (before[f.name] ?? ''));
  const answered = answersHtml(fields, values, given, { words, days: new Days(asked.s, words, {}) });
  const body = html`<h1>${m.check}</h1><p class="sub">${unbroken(form.title(asked, about))}, ${backTo(asked)}. ${m.notWritten}</p>
${form.matter?.(asked, about) ?? ''}${answered ? html`<div class="answer">${answered}</div>` : ''}
${notYet ? html`<p><b>${new Days(asked.s, words, {}).said(notYet)}</b></p>` : ''}
<form method="post" class="do">${hiddenHtml(given)}${ownFields(asked)}${notYet ? '' : html`<button class="btn" name="${stepField}" value="send">${form.send(asked, about)}</button>`}<button class="btn two" name="${stepField}" value="change">${m.change}</button></form>
${preview ?? ''}`;
  return shown(c, framed(asked, `${m.check}: ${form.title(asked, about)}`, body, [about, values]));
}

export const backTo = ({ c, s }: FormRequest): Html =>
  html`<a href="${agreementPath(s.agreement)}">${c.get('words').titled(s.described.title)}</a>`;

const ownFields = ({ c, s }: FormRequest): Html =>
  html`<input type="hidden" name="${tokenField}" value="${c.get('token')}"><input type="hidden" name="${headField}" value="${headOf(s)}">`;

/** `written`: texts of the form's subject, and what was typed. */
export function framed({ c, s }: FormRequest, title: string, body: Html, written?: unknown): Html {
  const section = s.rehearsal ? 'rehearsals' : 'agreements';
  const at = address(c.req.path, { ...c.req.query(), lang: undefined });
  return deskPage(c, { title, section, at, isRehearsal: s.rehearsal, written: [writtenOf(s), written] }, body);
}
