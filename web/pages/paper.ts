/** Links to download a document in each language. */
import { languages, type Language } from '../../clauses/desk.ts';
import { bytesOf, mediaTypes, paperFormats, type PaperFormat } from '../../client/papers.ts';
import type { Paper } from '../../documents/paper.ts';
import { html, joined, type Html } from '../html.ts';
import type { Request } from '../request.ts';
import type { Words } from '../words.ts';

/** `path`: the page of the notice or the protocol. */
export function papersPart(path: string, words: Words): Html {
  const { notice: m } = words.m.desk;
  const link = (language: Language, format: PaperFormat): Html =>
    html`<a href="${path}/document.${format}?in=${language}">${words.say(m.document, { format: format.toUpperCase(), language: words.languageName(language) })}</a>`;
  const links = languages.flatMap(l => paperFormats.map(f => link(l, f)));
  return html`<h2>${m.documents}</h2><p>${joined(links, ' · ')}</p>`;
}

export async function paper(
  c: Request,
  format: PaperFormat,
  name: string,
  drawnUp: (language: Language) => Promise<Paper>,
): Promise<Response> {
  const language = languages.find(l => l === c.req.query('in')) ?? c.get('words').language;
  const bytes = await bytesOf(await drawnUp(language), format);
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': mediaTypes[format],
    'content-disposition': `attachment; filename="${name}-${language}.${format}"`,
    'cache-control': 'no-store',
  });
}
