/** Pages for failures, in the page's language: what happened and what to do. Unexpected failures are logged under an id. */
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { Incomplete, InvalidRequest, Refused, Unavailable } from '../../client/failures.ts';
import { documentLimit } from '../../client/documents.ts';
import { problemOf, type Problem } from '../../client/problem.ts';
import { importLimit } from '../forms/import-page.ts';
import { changePerson } from '../forms/permissions.ts';
import { html, type Html } from '../html.ts';
import { layout } from '../layout.ts';
import { agreementPath, shown, type Env } from '../request.ts';
import type { Words } from '../words.ts';

const page = (words: Words, title: string, body: Html): Html =>
  layout(
    words,
    { title, at: '/' },
    html`<h1>${title}</h1>
      ${body}`,
  );

export function notFoundPage(c: Context<Env>): Response {
  const words = c.get('words');
  const { m } = words;
  return shown(
    c,
    page(
      words,
      m.failures.notFound,
      html`<p>${m.failures.notFoundText}</p>
        <p><a href="/">${m.nav.today}</a></p>`,
    ),
    404,
  );
}

/** The upload is larger than the desk accepts: a document, or a table, which has a smaller limit. */
export function tooLargePage(c: Context<Env>): Response {
  const words = c.get('words');
  const { importing: m, failures } = words.m;
  const said =
    c.req.path === '/import'
      ? words.say(m.tooLarge, { megabytes: importLimit / 1_000_000 })
      : words.say(words.wording.failures.faults.requestTooLarge, { megabytes: documentLimit / 1024 / 1024 });
  return shown(c, page(words, failures.heading, html`<p>${said}</p>`), 413);
}

export function tooManyPage(c: Context<Env>): Response {
  const words = c.get('words');
  const { heading, tooMany } = words.m.failures;
  return shown(c, page(words, heading, html`<p>${tooMany}</p>`), 429);
}

export function otherHostPage(c: Context<Env>, host: string): Response {
  const words = c.get('words');
  return shown(
    c,
    page(words, words.m.failures.heading, html`<p>${words.say(words.wording.client.problems.said.otherHost, { host })}</p>`),
    421,
  );
}

export function failurePage(c: Context<Env>, failure: Error, log: (id: string, failure: unknown) => void): Response {
  const words = c.get('words');
  const { m } = words;
  const status = statusOf(failure);
  const { problem, isUnexpected } = problemOf(failure, words.wording);
  if (status !== 500) return shown(c, page(words, m.failures.heading, html`${lines(failure.message)}${wayOn(c, failure)}`), status);
  if (!isUnexpected) return shown(c, page(words, m.failures.heading, html`${lines(problem.detail)}${wayToStrike(problem, words)}`), 503);
  const id = randomUUID();
  log(id, failure);
  return shown(c, page(words, m.failures.heading, html`<p>${words.say(m.failures.unexpected, { id })}</p>`), 500);
}

/** One paragraph per line. */
export const lines = (text: string): Html => html`${text.split('\n').map(line => html`<p>${line}</p>`)}`;

/** Where to look for what was not found. */
function wayOn(c: Context<Env>, failure: Error): Html | '' {
  const { m } = c.get('words');
  if (failure instanceof Unavailable && failure.code === 'unseenDraft') return html`<p>${changePerson(c)}</p>`;
  if (!(failure instanceof InvalidRequest)) return '';
  const { agreement } = failure.values;
  const to = (path: string, label: string | number): Html => html`<p><a href="${path}">${label}</a></p>`;
  if (failure.code === 'unknownAgreement') return to('/agreements', m.nav.agreements);
  if (failure.code === 'unknownNotice') return to('/notices', m.nav.notices);
  return agreement === undefined ? '' : to(agreementPath(`${agreement}`), agreement);
}

/** The form that strikes the entry because of which the agreement can't be folded. */
function wayToStrike({ refusals = [] }: Problem, words: Words): Html | '' {
  const [found] = refusals;
  if (found?.code !== 'notFolded' || !found.params.entry) return '';
  const { agreement, entry } = found.params;
  const path = agreementPath(agreement, `/entries/${encodeURIComponent(entry)}/strike`);
  return html`<p class="do"><a class="btn" href="${path}">${words.say(words.m.desk.strike.title, { id: entry })}</a></p>`;
}

const unknown: readonly string[] = ['unknownAgreement', 'unknownNotice', 'unknownProtocol', 'unknownEntry'];

function statusOf(failure: Error): 404 | 422 | 500 | 503 {
  if (failure instanceof InvalidRequest) return unknown.includes(failure.code) ? 404 : 422;
  if (failure instanceof Refused) return 422;
  if (failure instanceof Unavailable) return failure.code === 'unseenDraft' ? 404 : 503;
  if (failure instanceof Incomplete) return 503;
  if (failure instanceof RangeError) return 422;
  return 500;
}
