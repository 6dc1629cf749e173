/** The agreement's description as the register has it: the latest one entered. */
import type { z } from 'zod';
import { agreement as agreementSchema, type Agreement } from '../clauses/agreement.ts';
import { contentHash } from '../register/canonical.ts';
import type { Entry } from '../machines/facts.ts';
import { FoldFailure, UnreadableDescription } from '../machines/fold-failure.ts';
import type { DescriptionMistake } from '../machines/fold-fault.ts';
import { factsKnown } from '../machines/ledger.ts';
import { mustOf, formatPath, unsaid } from '../machines/must.ts';
import type { NoticeStep } from '../machines/notice/steps.ts';
import type { ProtocolStep } from '../machines/protocol/steps.ts';
import type { Description, Line, Row } from '../register/types.ts';

export interface Described {
  id: string;
  seq: number;
  agreement: Agreement;
  content: unknown;
  /** `sha256:…` of the checked content, all defaults filled in. */
  hash: string;
}

/**
 * The description in use. @throws NoDescription when the register has none, FoldFailure for one that this version can't read.
 * `knownAt`: the description as known at an instant; the first one when none was known yet.
 */
export function descriptionOf(rows: readonly Row[], agreement: string, knownAt?: number): Described {
  const all = rows.filter(r => r.entry.type === 'described');
  const known = knownAt === undefined ? all : all.filter((r, i) => i === 0 || r.entered.at <= knownAt);
  const row = known.at(-1);
  if (row?.entry.type !== 'described') throw new NoDescription(agreement);
  return { id: row.entry.id, seq: row.seq, ...readOnce(row.entry, agreement) };
}

type Read = Omit<Described, 'id' | 'seq'>;

/** By their content. A worker reads the same ones at every step, and folds go on from the last one of the same agreement. */
const lastRead = new Map<string, Read>();
const mostRead = 200;

function readOnce({ id, content }: Pick<Description, 'id' | 'content'>, agreement: string): Read {
  const text = JSON.stringify(content);
  const known = lastRead.get(text);
  if (known) return known;
  const read = agreementSchema.safeParse(content, { error: () => unsaid });
  if (!read.success) throw new FoldFailure(agreement, undefined, unreadable(id, read.error));
  const found = { agreement: read.data, content: read.data, hash: descriptionHash(read.data) };
  if (lastRead.size >= mostRead) lastRead.clear();
  lastRead.set(text, found);
  return found;
}

const unreadable = (line: string, { issues }: z.ZodError): UnreadableDescription =>
  new UnreadableDescription({ code: 'unreadable', line, mistakes: issues.flatMap(mistakesOf) });

/** A key that is not known is a mistake at its own place. */
function mistakesOf(issue: z.core.$ZodIssue): DescriptionMistake[] {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : undefined;
  const paths = keys ? keys.map(key => [...issue.path, key]) : [issue.path];
  return paths.map(path => ({ path: formatPath(path), must: keys ? { rule: 'notHere' } : mustOf(issue) }));
}

/** The register has lines of an agreement without its description, or nothing at all. The message is for logs; the reader renders the data. */
export class NoDescription extends Error {
  override readonly name = 'NoDescription';
  constructor(readonly agreement: string) {
    super(agreement);
  }
}

export const descriptionHash = (agreement: Agreement): string => contentHash(agreement);

/** The entries of a ledger: facts, corrections and strikes; no descriptions, no steps of papers on their way. */
export const entriesOf = (rows: readonly Row[]): Entry[] => rows.map(r => r.entry).filter(isOfTheLedger);

const beside: readonly string[] = ['described', 'notice.step', 'protocol.step'];
const isOfTheLedger = (e: Line): e is Entry => !beside.includes(e.type);

/** The steps of a notice at the desk, in their order. */
export const noticeSteps = (rows: readonly Row[], number: string): NoticeStep[] =>
  rows.map(r => r.entry).filter((e): e is NoticeStep => e.type === 'notice.step' && 'notice' in e && e.notice === number);

/** Of every notice that the desk has had. */
export const noticeNumbers = (rows: readonly Row[]): string[] => [
  ...new Set(rows.flatMap(({ entry }) => (entry.type === 'notice.step' && 'notice' in entry ? [entry.notice] : []))),
];

/** The steps of a protocol at the desk, in their order. */
export const protocolSteps = (rows: readonly Row[], protocol: string): ProtocolStep[] =>
  rows.map(r => r.entry).filter((e): e is ProtocolStep => e.type === 'protocol.step' && 'protocol' in e && e.protocol === protocol);

/** Every protocol of the ledger and of the desk. */
export function protocolIds({ rows, entries }: { rows: readonly Row[]; entries: readonly Entry[] }): string[] {
  const fromFacts = factsKnown(entries).facts.flatMap(f => ('protocol' in f ? [f.protocol] : []));
  const fromDesk = rows.flatMap(({ entry }) => (entry.type === 'protocol.step' && 'protocol' in entry ? [entry.protocol] : []));
  return [...new Set([...fromFacts, ...fromDesk])];
}
