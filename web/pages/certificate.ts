/** A certificate of status as of a day, as known on a day, in a language: as a page with the PDF's content, and as that PDF. */
import { languages, type Language } from '../../clauses/desk.ts';
import { certificate, certificateJson, certificatePdf, type Certified } from '../../client/certificates.ts';
import { InvalidRequest } from '../../client/failures.ts';
import { printedCertificate } from '../../documents/printed-certificate.ts';
import type { PrintedDocument, Row } from '../../documents/printed-document.ts';
import { html, type Html } from '../html.ts';
import { deskPage } from '../layout.ts';
import { address, agreementPath, shown, type Request } from '../request.ts';
import { listOf } from '../table.ts';
import { wordsIn, type Words } from '../words.ts';
import { withLanguages } from '../written-texts.ts';
import { Days } from './agreement/days.ts';

interface CertificateQuery {
  asOf: string | undefined;
  knownOn: string | undefined;
  language: Language;
}

type Path = '/agreements/:id/certificate' | '/agreements/:id/certificate.pdf' | '/agreements/:id/certificate.json';

const askedBy = (c: Request<Path>): CertificateQuery => ({
  asOf: c.req.query('as-of') || undefined,
  knownOn: c.req.query('known-on') || undefined,
  language: languages.find(l => l === c.req.query('in')) ?? c.get('words').language,
});

const certifiedFor = (c: Request<Path>, { asOf, knownOn }: CertificateQuery): Promise<Certified> =>
  certificate(c.get('asker').context, c.req.param('id'), { asOf, knownOn });

export async function certificatePage(c: Request<'/agreements/:id/certificate'>): Promise<Response> {
  const words = c.get('words');
  const m = words.m.certificate;
  const id = c.req.param('id');
  const asked = askedBy(c);
  const found = await certifiedFor(c, asked).catch(wrongDay);
  const query = { 'as-of': asked.asOf, 'known-on': asked.knownOn, in: asked.language };
  const isRehearsal = typeof found === 'object' && found.content.rehearsal;
  const document = typeof found === 'string' ? undefined : printedCertificate(found.content, asked.language, found.signedBy);
  const written = typeof found === 'string' ? undefined : found.content;
  const problem = typeof found === 'string' ? found : undefined;
  const body = html`${problem === undefined ? '' : html`<div class="summary" role="alert" aria-labelledby="summary"><h2 id="summary">${words.m.desk.problem}</h2><ul><li><a href="#as-of">${problem}</a></li></ul></div>`}
<h1 class="noprint">${m.title}</h1><p class="sub noprint"><a href="${agreementPath(id)}">${id}</a></p>
${questions(id, asked, words, problem !== undefined)}
${document ? html`${printedPart(document, await daysOf(c, id, asked), written)}<p class="do noprint"><a class="btn" href="${address(agreementPath(id, '/certificate.pdf'), query)}">${m.download}</a><a href="${address(agreementPath(id, '/certificate.json'), { 'as-of': asked.asOf, 'known-on': asked.knownOn })}">${m.asData}</a><a href="${address(agreementPath(id, '/reckoning'), { 'as-of': asked.asOf, 'known-on': asked.knownOn })}">${words.m.reckoning.all}</a></p>` : ''}`;
  const frame = {
    title: problem === undefined ? m.title : `${words.m.desk.problem}: ${m.title}`,
    section: isRehearsal ? 'rehearsals' : 'agreements',
    at: address(agreementPath(id, '/certificate'), query),
    isRehearsal,
  } as const;
  return shown(c, deskPage(c, frame, body), problem === undefined ? 200 : 422);
}

/** Why a day can't be answered for: it is invalid or not known yet. Other failures have their own pages. */
function wrongDay(cause: unknown): string {
  if (cause instanceof InvalidRequest && (cause.code === 'noDay' || cause.code === 'notYetKnown')) return cause.message;
  throw cause;
}

/** The document's days are in its own language; they link to the reckoning in the page's language. */
async function daysOf(c: Request, id: string, { asOf, knownOn, language }: CertificateQuery): Promise<Days> {
  const s = await c.get('asker').servanda.standing(id, { asOf, knownOn });
  return new Days(s, wordsIn(language), { asOf, knownOn });
}

function questions(id: string, { asOf, knownOn, language }: CertificateQuery, words: Words, isWrong: boolean): Html {
  const { times, certificate: m } = words.m;
  const day = (name: string, label: string, value: string | undefined): Html =>
    html`<div class="field"><label for="${name}">${label}</label><input type="date" id="${name}" name="${name}" value="${value}"${isWrong ? html` aria-invalid="true"` : ''}></div>`;
  const option = (l: Language): Html =>
    html`<option value="${l}"${l === language ? html` selected` : ''}>${words.languageName(l)}</option>`;
  return html`<form class="filter noprint" action="${agreementPath(id, '/certificate')}">${day('as-of', times.asOf, asOf)}${day('known-on', times.knownOn, knownOn)}<div class="field"><label for="in">${m.language}</label><select id="in" name="in">${languages.map(option)}</select></div><button class="btn two">${times.show}</button></form>`;
}

/** The content of the document, in its language and order. */
function printedPart(
  { language, head, draft, block, body, answer, sections = [], closing, foot = [] }: PrintedDocument,
  days: Days,
  written: unknown,
): Html {
  const rows = (all: readonly Row[]): Html =>
    listOf(
      'printed',
      all.map(([label, value]) => [label, html`${value.split('\n').map(line => html`<div>${days.said(line)}</div>`)}`] as const),
    );
  const inside = html`<h2>${head}</h2>${draft ? html`<p class="draft">${draft}</p>` : ''}${rows(block)}
${body.map(text => html`<p>${days.said(text)}</p>`)}<p class="a1">${answer && days.said(answer)}</p>
${sections.map(s => html`<section><h3>${s.head}</h3>${rows(s.rows)}</section>`)}
${closing ? html`<p>${days.said(closing)}</p>` : ''}<div class="foot">${foot.map(text => html`<p>${days.said(text)}</p>`)}</div>`;
  return html`<article lang="${language}" class="certificate">${withLanguages(inside, written, language)}</article>`;
}

export async function certificateFile(c: Request<'/agreements/:id/certificate.pdf'>): Promise<Response> {
  const asked = askedBy(c);
  const { name, bytes } = await certificatePdf(await certifiedFor(c, asked), asked.language);
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  });
}

/** As attached to the PDF: signed, if there is a key. */
export async function certificateData(c: Request<'/agreements/:id/certificate.json'>): Promise<Response> {
  const found = await certifiedFor(c, askedBy(c));
  return c.body(certificateJson(found), 200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
}
