/** The documents attached to a notice, a protocol or an entry, each with its hash; and the download of one, as attached. */
import { documentNamed, documentsOf, type Attached } from '../../client/documents.ts';
import type { AgreementStanding } from '../../client/answers.ts';
import type { Rule } from '../../client/permissions.ts';
import { date } from '../../clauses/calendar.ts';
import { attachPath } from '../forms/documents.ts';
import { nextPart } from '../forms/permissions.ts';
import { withTimes } from '../days-in-text.ts';
import { html, type Html } from '../html.ts';
import { agreementPath, type Request } from '../request.ts';
import type { Words } from '../words.ts';

interface DocumentsOf {
  /** The notice or protocol. */
  to: string;
  /** The page, relative to the agreement's path. */
  from: string;
  /** Who may attach more. */
  may: Rule;
}

export async function documentsPart(
  c: Request,
  { agreement, rehearsal }: AgreementStanding,
  { to, from, may }: DocumentsOf,
): Promise<Html> {
  const words = c.get('words');
  const { documents: m } = words.m.desk;
  const found = await documentsOf(c.get('asker').context, agreement, to);
  const attach = { name: m.attach, href: attachPath(agreement, to, from), may: [may] };
  return html`<h2 id="documents">${m.heading}</h2>
${found.length ? html`<ul class="may">${found.map(d => documentLine(agreement, d, words))}</ul>` : html`<p>${m.none}</p>`}
${await nextPart(c, rehearsal, { next: [attach], isFirst: false })}`;
}

export function documentLine(agreement: string, { id, name, size, sha256, on, person }: Attached, words: Words): Html {
  const { documents: m } = words.m.desk;
  return html`<li><a href="${agreementPath(agreement, `/documents/${encodeURIComponent(id)}`)}">${name}</a><span>${words.say(m.size, { size })}, ${withTimes(words.say(m.attachedBy, { day: words.day(date(on)), person }), words)}</span><span>SHA-256 <code class="hash">${sha256}</code></span></li>`;
}

/** Sandboxed away from pages, whatever type its bytes claim to have. */
export async function documentDownload(c: Request<'/agreements/:id/documents/:document'>): Promise<Response> {
  const { id, document } = c.req.param();
  const found = await documentNamed(c.get('asker').context, id, document);
  return c.body(new Uint8Array(found.bytes), 200, {
    'content-type': 'application/octet-stream',
    'content-security-policy': "sandbox; default-src 'none'",
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.document.name)}`,
    'cache-control': 'no-store',
  });
}
