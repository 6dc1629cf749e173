/** The cover page of a protocol: what it changes, its languages, the Parties that have notified, and its entry into force. */
import type { Agreement } from '../clauses/agreement.ts';
import type { Language } from '../clauses/desk.ts';
import type { Changes } from '../clauses/terms.ts';
import { dateOf, type Entry } from '../machines/facts.ts';
import { factsKnown } from '../machines/ledger.ts';
import type { Standing } from '../machines/standing-types.ts';
import { articleIn, dayIn, textIn, type Wording } from '../wording/index.ts';
import { changeRows } from './change-rows.ts';
import { entryRows, markOf, protocolSigned, signedOf } from './note.ts';
import { Rows, type PrintedDocument, type Row } from './printed-document.ts';

export interface CoverMatter {
  agreement: Agreement;
  entries: readonly Entry[];
  protocol: string;
  title: string | null;
  changes: Changes | null;
  standing: Pick<Standing, 'asOf' | 'period' | 'notices' | 'entryIntoForce' | 'protocols'>;
}

export function protocolCover(about: CoverMatter, language: Language): PrintedDocument {
  const { agreement, entries, protocol, title, changes, standing } = about;
  const rows = new Rows({ agreement, language, signed: signedOf(entries) });
  const { wording: w } = rows;
  const signed = protocolSigned(entries, protocol);
  const notified = factsKnown(entries)
    .facts.filter(f => f.type === 'protocol.completion.notified')
    .filter(f => f.protocol === protocol);
  return {
    language,
    head: w.heads.protocol,
    draft: markOf(agreement.rehearsal, !signed, w),
    block: [...rows.row('protocol', title ? `${protocol}: ${title}` : protocol), ...rows.agreement(), ...basisRow(agreement, w)],
    body: agreement.rehearsal ? [w.certificate.rehearsalSaid] : [],
    datesHead: w.labels.changes,
    dates: [
      ...changeRows(changes, w),
      ...rows.signed(signed),
      ...notified.flatMap(n => rows.row('notifiedBy', `${nameOf(agreement, n.by, language)}, ${dayIn(w, dateOf(n))}`)),
      ...entryRows(standing.protocols.find(p => p.id === protocol)?.entryIntoForce, rows),
    ],
    closing: undefined,
    signature: { label: w.labels.signature, name: '', authority: '', seal: w.labels.seal },
    tongue: rows.tongue(),
  };
}

const nameOf = (agreement: Agreement, party: string, language: Language): string =>
  textIn(agreement.parties.find(p => p.id === party)!.name, language);

/** The article by which protocols amend the agreement, and that of their entry into force. */
function basisRow({ clauses: { amendment, entryIntoForce } }: Agreement, w: Wording): Row[] {
  const articles = [amendment?.article, (amendment?.entryIntoForce ?? entryIntoForce).article].filter(a => a !== undefined);
  return [[w.letter.labels.basis, [...new Set(articles)].map(a => articleIn(w, a) ?? a).join('; ')]];
}
