/** The cover page of a protocol: what it changes, its languages, the Parties that have notified, and its entry into force. */
import type { Agreement } from '../clauses/agreement.ts';
import { calendarDate, length } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import type { Changes } from '../clauses/terms.ts';
import { dateOf, type Entry } from '../machines/facts.ts';
import { factsKnown } from '../machines/ledger.ts';
import type { Standing } from '../machines/standing-types.ts';
import { articleIn, dayIn, lengthIn, textIn, type Change, type Wording } from '../wording/index.ts';
import { entryRows, markOf, signedOf } from './note.ts';
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
  const facts = factsKnown(entries).facts.filter(f => 'protocol' in f && f.protocol === protocol);
  const signed = facts.find(f => f.type === 'protocol.signed');
  const notified = facts.filter(f => f.type === 'protocol.completion.notified');
  return {
    language,
    head: w.heads.protocol,
    draft: markOf(agreement.rehearsal, !signed, w),
    block: [...rows.row('protocol', title ? `${protocol}: ${title}` : protocol), ...rows.agreement(), ...basisRow(agreement, w)],
    body: agreement.rehearsal ? [w.certificate.rehearsalSaid] : [],
    datesHead: w.labels.changes,
    dates: [
      ...changeRows(changes, w),
      ...rows.row('signed', signed && [signed.place, dayIn(w, dateOf(signed))].filter(Boolean).join(', ')),
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

/** The protocol's day of entry into force has its own row; a value that only repeats a default is left out. */
function changeRows(changes: Changes | null, w: Wording): Row[] {
  return Object.entries(changes ?? {})
    .filter(([, value]) => value !== undefined && value !== false)
    .filter(([name]) => name !== 'appliesTo' || changes?.periodLength !== undefined)
    .map(([name, value]): Row => [w.changes[name as Change], valueIn(value, w)]);
}

function valueIn(value: NonNullable<Changes[Change]>, w: Wording): string {
  if (value === true) return w.values.yes;
  if (Array.isArray(value)) return value.map(v => (typeof v === 'string' ? v : organisation(v, w))).join('; ');
  if (typeof value === 'object') return 'kind' in value ? renewal(value, w) : value.article;
  const text = String(value);
  if (text === 'nextPeriod' || text === 'runningPeriod') return w.values[text];
  const [asLength, asDay] = [length.safeParse(text), calendarDate.safeParse(text)];
  return asLength.success ? lengthIn(w, asLength.data) : asDay.success ? dayIn(w, asDay.data) : text;
}

const organisation = ({ party, name, replaces }: NonNullable<Changes['organisations']>[number], w: Wording): string =>
  `${party}: ${name}${replaces ? ` (${w.labels.replaces}: ${replaces})` : ''}`;

function renewal(value: NonNullable<Changes['renewal']>, w: Wording): string {
  const much = 'length' in value && value.length ? `, ${lengthIn(w, value.length)}` : '';
  const many = 'times' in value && value.times ? ` × ${value.times}` : '';
  return `${w.values[value.kind]}${much}${many}`;
}
