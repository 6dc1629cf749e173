/** Links to download a document in each language. */
import { languages, type Language } from '../../clauses/desk.ts';
import { bytesOf, mediaTypes, printFormats, type PrintFormat } from '../../client/printed-documents.ts';
import type { PrintedDocument } from '../../documents/printed-document.ts';
import { html, joined, type Html } from '../html.ts';
import type { Request } from '../request.ts';
import type { Words } from '../words.ts';

/** `path`: the page of the notice or the protocol. */
export function downloadsPart(path: string, words: Words): Html {
  const { notice: m } = words.m.desk;
  const link = (language: Language, format: PrintFormat): Html =>
    html`<a class="num" href="${path}/document.${format}?in=${language}">${words.say(m.document, { format: format.toUpperCase(), language: words.languageName(language) })}</a>`;
  const links = languages.flatMap(l => printFormats.map(f => link(l, f)));
  return html`<section class="noprint"><h2>${m.documents}</h2><p>${joined(links, ' · ')}</p></section>`;
}

export async function printedResponse(
  c: Request,
  format: PrintFormat,
  name: string,
  drawnUp: (language: Language) => Promise<PrintedDocument>,
): Promise<Response> {
  const language = languages.find(l => l === c.req.query('in')) ?? c.get('words').language;
  const bytes = await bytesOf(await drawnUp(language), format);
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': mediaTypes[format],
    'content-disposition': `attachment; filename="${name}-${language}.${format}"`,
    'cache-control': 'no-store',
  });
}
