/** A notice as a document: ours as a note verbale, theirs as a cover page for what was received. VCLT art. 67, 78. */
import type { Agreement } from '../clauses/agreement.ts';
import type { Language } from '../clauses/desk.ts';
import { dateOf } from '../machines/facts.ts';
import { factsKnown } from '../machines/ledger.ts';
import type { NoticeContent } from '../machines/notice/content.ts';
import type { CorrectedNotice } from '../machines/notice/corrected.ts';
import type { Standing } from '../machines/standing-types.ts';
import type { Assessment } from '../machines/notice/assessment.ts';
import type { Entry } from '../machines/facts.ts';
import { bareNumber, citedInFull, dayIn, fill, lengthIn, type Label, type Wording } from '../wording/index.ts';
import { followsIn } from '../wording/plan.ts';
import { changeRows } from './change-rows.ts';
import { Rows, type Matter, type PrintedDocument, type Row, type Signature } from './printed-document.ts';

export interface NoteMatter {
  agreement: Agreement;
  entries: readonly Entry[];
  notice: CorrectedNotice;
  /** The title of the protocol that it is about. */
  protocolTitle: string | null;
  assessment: Assessment;
  standing: Pick<Standing, 'asOf' | 'period' | 'notices' | 'entryIntoForce' | 'protocols'>;
}

export function printedNote(about: NoteMatter, language: Language): PrintedDocument {
  const matter: Matter = { agreement: about.agreement, language, signed: signedOf(about.entries) };
  const rows = new Rows(matter);
  const { notice: c } = about;
  const { wording: w } = rows;
  const isOurs = c.direction === 'ours';
  return {
    language,
    head: w.heads[isOurs ? 'note' : 'arrival'],
    draft: markOf(about.agreement.rehearsal, isOurs && c.approvedBy === undefined, w),
    block: [
      ...rows.row('number', bareNumber(c.content.reference) ?? (isOurs ? '________' : c.number)),
      ...(isOurs ? rows.row('date', dateOfNote(c, rows)) : []),
      ...rows.party('from', c.content.by),
      ...rows.party('to', other(about)),
      ...rows.agreement(),
      ...protocolRows(about, rows),
      ...rows.row('concerning', w.kinds[c.content.kind]),
      ...(isOurs ? [] : arrivalRows(about, rows)),
    ],
    body: [
      ...(about.agreement.rehearsal ? [w.certificate.rehearsalSaid] : []),
      ...(isOurs ? [w.opening] : []),
      bodyOf(about, rows),
      ...textOf(c.content),
      ...(isOurs || !about.assessment.follows.length ? [] : [citedInFull(followsIn(about.assessment.follows, w), w)]),
    ],
    datesHead: w.labels[headOf(c.content.kind)],
    dates: [...detailRows(c.content, rows), ...(isOurs ? [] : dateRows(about, rows))],
    closing: isOurs ? w.closing : undefined,
    signature: isOurs
      ? { label: w.labels.signature, name: c.content.signer?.name ?? '', authority: c.content.signer?.authority ?? '', seal: w.labels.seal }
      : undefined,
    tongue: rows.tongue(),
  };
}

/** The watermark of a rehearsal, whose facts are invented, or of a notice not yet approved. */
export const markOf = (rehearsal: boolean, draft: boolean, w: Wording): string | undefined =>
  [...(rehearsal ? [w.certificate.rehearsal] : []), ...(draft ? [w.draft] : [])].join(' · ') || undefined;

const textOf = ({ text }: NoticeContent): string[] => (text ? text.split(/\n{2,}/) : []);

export function signedOf(entries: readonly Entry[]): Signature | undefined {
  const { facts, possible } = factsKnown(entries);
  const signed = facts.find(f => f.type === 'signed');
  const unsure = possible?.unsure.find(u => u.fact === signed?.id);
  return signed && { on: unsure ? { notBefore: unsure.notBefore, notAfter: unsure.notAfter } : signed.on, place: signed.place };
}

export const protocolSigned = (entries: readonly Entry[], protocol: string): Signature | undefined =>
  factsKnown(entries)
    .facts.filter(f => f.type === 'protocol.signed')
    .find(f => f.protocol === protocol);

/** By its title and its signature, since the other Party does not know our id for it. */
const protocolRows = ({ entries, notice: { content }, protocolTitle }: NoteMatter, rows: Rows): Row[] =>
  'protocol' in content
    ? [...rows.row('protocol', protocolTitle ?? content.protocol), ...rows.signed(protocolSigned(entries, content.protocol))]
    : [];

const other = ({ agreement, notice }: NoteMatter): string => agreement.parties.find(p => p.id !== notice.content.by)!.id;

/** The date of the note itself; a blank line until it has one. */
function dateOfNote(c: CorrectedNotice, rows: Rows): string {
  const [row] = rows.day('date', c.dated ?? c.dispatched);
  return row ? row[1] : '________';
}

function arrivalRows({ notice: { arrival, receivedWithin: within, approvedBy, defect }, assessment }: NoteMatter, rows: Rows): Row[] {
  return [
    ...rows.day('date', arrival?.dated),
    ...rows.day('dispatched', arrival?.dispatched),
    ...(within ? rows.days('received', within.notBefore, within.notAfter) : rows.day('received', arrival?.received)),
    ...rows.row('evidence', arrival?.evidence),
    ...rows.row('examinedBy', approvedBy ?? rows.wording.notExamined),
    ...rows.row('assessment', assessment.inTime ? rows.wording.inTime[assessment.inTime] : undefined),
    ...rows.row('defect', defect),
  ];
}

function bodyOf({ agreement, entries, notice: { content } }: NoteMatter, rows: Rows): string {
  const { wording: w } = rows;
  const said = Object.fromEntries(Object.entries(content).filter((e): e is [string, string] => typeof e[1] === 'string'));
  const of = content.kind === 'revocation' ? revokedIn(entries, content.of, rows) : undefined;
  return fill(w.bodies[content.kind], {
    ...said,
    ...(of ? { of } : {}),
    ref: rows.ref(articleOf(agreement, content)),
    vclt: rows.ref(viennaArticles[content.kind]),
  });
}

/** For the kinds whose sentence cites the Convention. */
const viennaArticles: Partial<Record<NoticeContent['kind'], string>> = {
  revocation: 'VCLT art. 68',
  correction: 'VCLT art. 79',
  provisionalApplicationEnd: 'VCLT art. 25',
};

/** The revoked notice as the other Party knows it: by its own number and date, or by its receipt if it has neither. */
function revokedIn(entries: readonly Entry[], id: string, { wording: w }: Rows): string | undefined {
  const fact = factsKnown(entries).facts.find(f => f.id === id);
  if (fact?.type !== 'termination.notified') return undefined;
  const number = fact.reference && `${w.labels.number} ${bareNumber(fact.reference)}`;
  const dated = fact.dated ?? fact.dispatched;
  if (!number && !dated) return fill(w.cited.received, { day: dayIn(w, dateOf(fact)) });
  const form = number && dated ? 'numberAndDate' : number ? 'number' : 'date';
  return fill(w.cited[form], { ...(number ? { number } : {}), ...(dated ? { day: dayIn(w, dated) } : {}) });
}

/** The article that a notice rests on, if the agreement's description has it. */
function articleOf({ clauses, articles, parties }: Agreement, { kind, by }: NoticeContent): string | undefined {
  switch (kind) {
    case 'completion':
      return clauses.entryIntoForce.article;
    case 'protocolCompletion':
      return (clauses.amendment?.entryIntoForce ?? clauses.entryIntoForce).article;
    case 'provisionalApplicationEnd':
      return clauses.provisionalApplication?.article;
    case 'termination':
      return clauses.termination?.article;
    case 'proposal':
    case 'consent':
      return clauses.amendment?.article;
    case 'consultations':
    case 'communications':
      return articles?.[kind];
    case 'organisation':
      return articles?.organisation ?? parties.find(p => p.id === by)?.organisations[0]?.article;
    default:
      return undefined;
  }
}

/** The heading of the details: only those of some kinds are dates. */
function headOf(kind: NoticeContent['kind']): Label {
  switch (kind) {
    case 'proposal':
      return 'changes';
    case 'communications':
    case 'organisation':
    case 'correction':
      return 'details';
    default:
      return 'dates';
  }
}

/** The details of each kind, beside its sentence. */
function detailRows(content: NoticeContent, rows: Rows): Row[] {
  switch (content.kind) {
    case 'termination':
      return rows.day('firstDayOut', content.names?.firstDayOut);
    case 'communications':
      return [
        ...rows.row('scope', content.scope),
        ...rows.days('visit', content.from, content.until),
        ...rows.party('payer', content.payer),
      ];
    case 'organisation':
      return [...rows.row('replaces', content.replaces), ...rows.day('fromDay', content.from)];
    case 'proposal':
      return changeRows(content.changes, rows.wording);
    case 'correction':
      return [...rows.row('asItStands', content.error), ...rows.row('corrected', content.corrected)];
    default:
      return [];
  }
}

/**
 * The dates calculated for a notice that arrived, for our files; the end that it brings is in the text, with every reading. What we send
 * contains none of our desk's calculations.
 */
function dateRows({ agreement: { clauses }, notice: { content }, standing }: NoteMatter, rows: Rows): Row[] {
  const { period, entryIntoForce } = standing;
  const running = period ? rows.days('currentPeriod', period.firstDay, period.lastDay) : [];
  const notice = clauses.termination && 'notice' in clauses.termination ? clauses.termination.notice : undefined;
  switch (content.kind) {
    case 'completion':
      return entryRows(entryIntoForce, rows);
    case 'protocolCompletion':
      return entryRows(standing.protocols.find(p => p.id === content.protocol)?.entryIntoForce, rows);
    case 'termination':
    case 'revocation':
      return [
        ...running,
        ...rows.day('lastDayForNotice', period?.lastDayForNotice?.safe),
        ...rows.row('noticePeriod', content.kind === 'termination' && notice ? lengthIn(rows.wording, notice) : undefined),
      ];
    default:
      return [];
  }
}

type EntryIntoForce = Pick<Standing['entryIntoForce'], 'date' | 'notBefore'> & Partial<Pick<Standing['entryIntoForce'], 'notAfter'>>;

export function entryRows(entry: EntryIntoForce | undefined, rows: Rows): Row[] {
  const { date, notBefore, notAfter } = entry ?? {};
  if (!date && notBefore && notAfter) return rows.row('entryIntoForce', rows.when({ notBefore, notAfter }));
  return date ? rows.day('entryIntoForce', date) : rows.day('notBefore', notBefore);
}
