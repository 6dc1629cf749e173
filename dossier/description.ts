/** The agreement's current description: the latest one in the register. */
import type { z } from 'zod';
import { agreement as agreementSchema, type Agreement } from '../clauses/agreement.ts';
import { contentHash } from '../register/canonical.ts';
import type { Entry } from '../machines/facts.ts';
import { FoldFailure, UnreadableDescription } from '../machines/fold-failure.ts';
import type { DescriptionMistake } from '../machines/fold-fault.ts';
import { factsKnown } from '../machines/ledger.ts';
import { requirementOf, formatPath, noRule } from '../machines/requirement.ts';
import type { NoticeStep } from '../machines/notice/steps.ts';
import type { ProtocolStep } from '../machines/protocol/steps.ts';
import type { Description, Line, Row } from '../register/types.ts';

export interface Described {
  id: string;
  seq: number;
  agreement: Agreement;
  content: unknown;
  /** `sha256:…` of the parsed content, with all defaults filled in. */
  hash: string;
}

/**
 * The current description, or the one known at the instant `knownAt`; the first one if none was known yet. @throws NoDescription if the
 * register has none; FoldFailure if this version can't read it
 */
export function descriptionOf(rows: readonly Row[], agreement: string, knownAt?: number): Described {
  const all = rows.filter(r => r.entry.type === 'described');
  const known = knownAt === undefined ? all : all.filter((r, i) => i === 0 || r.entered.at <= knownAt);
  const row = known.at(-1);
  if (row?.entry.type !== 'described') throw new NoDescription(agreement);
  return { id: row.entry.id, seq: row.seq, ...readOnce(row.entry, agreement) };
}

type Read = Omit<Described, 'id' | 'seq'>;

/** Cached by content: a worker reads the same descriptions at every step, and a fold continues from the agreement's last one. */
const lastRead = new Map<string, Read>();
const mostRead = 200;

function readOnce({ id, content }: Pick<Description, 'id' | 'content'>, agreement: string): Read {
  const text = JSON.stringify(content);
  const known = lastRead.get(text);
  if (known) return known;
  const read = agreementSchema.safeParse(content, { error: () => noRule });
  if (!read.success) throw new FoldFailure(agreement, undefined, unreadable(id, read.error));
  const found = { agreement: read.data, content: read.data, hash: descriptionHash(read.data) };
  if (lastRead.size >= mostRead) lastRead.clear();
  lastRead.set(text, found);
  return found;
}

const unreadable = (line: string, { issues }: z.ZodError): UnreadableDescription =>
  new UnreadableDescription({ code: 'unreadable', line, mistakes: issues.flatMap(mistakesOf) });

/** Reports each unknown key as a mistake at its own path. */
function mistakesOf(issue: z.core.$ZodIssue): DescriptionMistake[] {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : undefined;
  const paths = keys ? keys.map(key => [...issue.path, key]) : [issue.path];
  return paths.map(path => ({ path: formatPath(path), must: keys ? { rule: 'notHere' } : requirementOf(issue) }));
}

/** The register has no lines of the agreement, or no description among them. The message is for logs; people read the rendered data. */
export class NoDescription extends Error {
  override readonly name = 'NoDescription';
  constructor(readonly agreement: string) {
    super(agreement);
  }
}

export const descriptionHash = (agreement: Agreement): string => contentHash(agreement);

/** The entries of a ledger: facts, corrections and strikes, without descriptions and steps of notices and protocols. */
export const entriesOf = (rows: readonly Row[]): Entry[] => rows.map(r => r.entry).filter(isOfTheLedger);

const beside: readonly string[] = ['described', 'notice.step', 'protocol.step'];
const isOfTheLedger = (e: Line): e is Entry => !beside.includes(e.type);

/** The desk's steps of a notice, in order. */
export const noticeSteps = (rows: readonly Row[], number: string): NoticeStep[] =>
  rows.map(r => r.entry).filter((e): e is NoticeStep => e.type === 'notice.step' && 'notice' in e && e.notice === number);

/** The numbers of all notices that the desk has ever had. */
export const noticeNumbers = (rows: readonly Row[]): string[] => [
  ...new Set(rows.flatMap(({ entry }) => (entry.type === 'notice.step' && 'notice' in entry ? [entry.notice] : []))),
];

/** What a line belongs to: the notice of a step, what a document is attached to, what is corrected or struck. */
export function subjectOf(entry: Line): string | undefined {
  if (entry.type === 'notice.step') return entry.notice;
  if (entry.type === 'document.attached') return entry.to;
  return entry.type === 'corrected' || entry.type === 'struck' ? entry.of : undefined;
}

/** The notice to which an id belongs: its own number, or the id of a line about it. */
export function noticeHaving(rows: readonly Row[], id: string): string | undefined {
  const numbers = new Set(noticeNumbers(rows));
  let at = id;
  for (const { entry } of rows.toReversed()) {
    if (numbers.has(at)) return at;
    if (entry.id === at) at = subjectOf(entry) ?? at;
  }
  return numbers.has(at) ? at : undefined;
}

/** The desk's steps of a protocol, in order. */
export const protocolSteps = (rows: readonly Row[], protocol: string): ProtocolStep[] =>
  rows.map(r => r.entry).filter((e): e is ProtocolStep => e.type === 'protocol.step' && 'protocol' in e && e.protocol === protocol);

/** The ids of all protocols in the ledger and at the desk. */
export function protocolIds({ rows, entries }: { rows: readonly Row[]; entries: readonly Entry[] }): string[] {
  const fromFacts = factsKnown(entries).facts.flatMap(f => ('protocol' in f ? [f.protocol] : []));
  const fromDesk = rows.flatMap(({ entry }) => (entry.type === 'protocol.step' && 'protocol' in entry ? [entry.protocol] : []));
  return [...new Set([...fromFacts, ...fromDesk])];
}
