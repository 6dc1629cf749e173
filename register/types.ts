/** What the register keeps, and what it can be asked. Append-only: nothing in it is ever changed. */
import type { CalendarDate, Instant } from '../clauses/calendar.ts';
import type { Entry } from '../machines/facts.ts';
import type { NoticeStep } from '../machines/notice/steps.ts';
import type { ProtocolStep } from '../machines/protocol/steps.ts';
import type { TrustedKey } from '../identity/shapes.ts';
import type { Authority } from './rights.ts';
import type { AuthorisationRow, AuthorityRow, RevocationRow, SealedTable, SealRow, Tables } from './tables.ts';

/** The description of an agreement as an entry: its canonical content and the hash of it. */
export interface Description {
  type: 'described';
  id: string;
  /** `sha256:…` of the canonical content. */
  hash: string;
  content: unknown;
  /** The ids of the facts that were entered with it, from its file. */
  facts?: string[];
  reason?: string;
}

/** What the register has of papers on their way: steps of notices and protocols. No facts of law. */
export type DeskStep = NoticeStep | ProtocolStep;

/** Everything that one line may hold. */
export type Line = Entry | Description | DeskStep;

/** Who entered it, and at which instant (the workflow's own time). */
export interface Entered {
  by: string;
  at: Instant;
}

/** One line of the register. `seq` counts from 1 within its agreement; `hash` chains it to the line before. */
export interface Row {
  agreement: string;
  seq: number;
  entry: Line;
  entered: Entered;
  previous: string;
  hash: string;
}

/** The line that holds the entry, whether it was there already, and every line after the head the caller knew. */
export interface Appended {
  row: Row;
  existing: boolean;
  rows: Row[];
}

/** What became of an act: entered as history (before servanda took the agreement up), performed, or withdrawn by a correction. */
export type ActStep = 'history' | 'performed' | 'withdrawn';

/** A step to be written to the outbox. `act` is the act's id, made of its date and content. */
export interface Step {
  act: string;
  step: ActStep;
  body: unknown;
}

/** One line of the outbox. `seq` counts from 1 over all agreements of the file. */
export interface OutboxLine extends Step {
  seq: number;
  agreement: string;
  at: Instant;
}

export type Way = 'email' | 'webhook';

/**
 * What became of a letter to one recipient about one line of the outbox. `failed` is for good: it is not tried again. `unknown`: it may
 * have arrived, and was owed no more when it could have been tried again.
 */
export interface Delivery {
  outbox: number;
  recipient: string;
  way: Way;
  became: 'sent' | 'failed' | 'unknown';
  /** What the other side said, or why it failed. */
  detail: string;
}

export interface DeliveryLine extends Delivery {
  seq: number;
  agreement: string;
  at: Instant;
}

/** What recomputing a chain found: sound up to its head, or the first line that is not as it was written. */
export type Verdict = { sound: true; lines: number; head: string } | { sound: false; seq: number; why: string };

/** One line that is not as it was written: which table, which agreement, its number there, and what is wrong with it. */
export interface Fault {
  table: keyof Tables;
  agreement: string;
  line: number;
  why: string;
}

/** What the register has of an agreement, and whom it believes. */
export interface Stored {
  rows: Row[];
  outbox: OutboxLine[];
  trusted: TrustedKey[];
}

/** The last seal: what stands for all that the register, or an agreement's part of it, holds. `seq` is 0 when there is nothing. */
export interface Head {
  seq: number;
  hash: string;
}

/** What verifying the whole register found. */
export type Soundness = { sound: true; lines: number; agreements: number; head: Head } | { sound: false; faults: Fault[] };

/** By which rules an agreement is folded: version of the law, hash of the description, the default reading. */
export interface Rules {
  law: string;
  description: string;
  reading: Readonly<Record<string, string>>;
}

export interface RuleLine extends Rules {
  seq: number;
  agreement: string;
  at: Instant;
}

/** One line of the register with its seal, as they are stored: what an export holds. */
export interface SealedLine {
  seal: SealRow;
  row: Tables[SealedTable];
}

export interface TrustChange extends TrustedKey {
  state: 'trusted' | 'withdrawn';
  reason: string;
}

/** Of one identity by its id, or of every identity of a person. */
export type Revocation = ({ identity: string } | { person: string }) & { reason: string };

/** Refuses an append from within its transaction: nothing is written. */
export type Check = (rows: readonly Row[]) => void;

/** What lists say of an agreement, reckoned on a day by a version of the rules. `line`: the last one that was known. */
export interface Projection {
  agreement: string;
  line: number;
  day: CalendarDate;
  rules: string;
  body: unknown;
}

/** One step of an agreement: what was stored when it began, and what is written in it, all together or not at all. */
export interface Transaction extends Stored {
  /**
   * Appends entries, all on one authority. Where the first is there already with the same content, it is returned, and nothing is asked
   * or written. Where an authority is trusted, `authority` must show a right to them, not expired and not revoked at that moment.
   * @throws NotAllowed
   * @throws IdConflict when an id is in use for other content.
   */
  append(entries: readonly Line[], entered: Entered, authority?: Authority): Promise<{ rows: Row[]; existing: boolean }>;
  /** Writes steps to the outbox; one that an act has already taken last is skipped. Returns the lines written. */
  perform(steps: readonly Step[], at: Instant): Promise<OutboxLine[]>;
  /** Enters by which rules it is folded, where they are others than before. */
  foldedBy(rules: Rules, at: Instant): Promise<void>;
  /** Whether a right may be used now, for what writes nothing. @throws NotAllowed */
  assertRight(authority: Authority): Promise<void>;
  deliveries(): Promise<DeliveryLine[]>;
}

export interface Register {
  /** Where it is kept: the file, or the database and its schema. */
  readonly name: string;
  /**
   * Appends an entry in one transaction and returns every row after `knownHead`. The same id with the same content returns the
   * existing row, without `check`. `check` sees the ledger inside the transaction and refuses by throwing. Where an authority is
   * trusted, `authority` must show a right to this entry, not expired and not revoked at that moment.
   * @throws NotAllowed
   * @throws IdConflict when the id is in use for other content.
   * @throws LinesMissing when the register ends before `knownHead`: it is not the one the caller wrote to.
   */
  append(agreement: string, knownHead: number, entry: Line, entered: Entered, check?: Check, authority?: Authority): Promise<Appended>;
  /** One step of an agreement in one transaction: no other writer comes between. Where `work` throws, nothing is written. */
  transact<T>(agreement: string, work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** All rows of an agreement after a head, in order. */
  rows(agreement: string, after?: number): Promise<Row[]>;
  /** What it has of an agreement, with its head and that of all, as they are at one moment. */
  stateOf(agreement: string): Promise<Stored & { headOfAgreement: Head; head: Head }>;
  has(agreement: string): Promise<boolean>;
  agreements(): Promise<string[]>;
  /** Replaces what lists say of agreements, of all that are named at once. */
  project(projections: readonly Projection[]): Promise<void>;
  /** Those that were made with the last line of the ledger. */
  projections(): Promise<Projection[]>;
  /** Recomputes the chain of an agreement from its first line, and names the first bad one. */
  verify(agreement: string): Promise<Verdict>;
  /** Writes steps to the outbox, in one transaction; a step that an act has already taken last is skipped. Returns the lines written. */
  perform(agreement: string, steps: readonly Step[], at: Instant): Promise<OutboxLine[]>;
  outbox(agreement?: string): Promise<OutboxLine[]>;
  /** Writes what became of a letter; where that is written already, the first stands. */
  delivered(agreement: string, delivery: Delivery, at: Instant): Promise<DeliveryLine>;
  deliveries(agreement?: string): Promise<DeliveryLine[]>;
  rules(agreement: string): Promise<RuleLine[]>;
  /** The authorities whose identities are believed. None: rights are not asked for yet. */
  trusted(): Promise<TrustedKey[]>;
  /** Every change of them. */
  authorities(): Promise<AuthorityRow[]>;
  /** Trusts an authority's key, or no longer; the last one stays. The first needs no right, any other that of an operator. @throws NotAllowed */
  trust(change: TrustChange, entered: Entered, authority?: Authority): Promise<void>;
  /** Takes a right away, from that moment on. @throws NotAllowed */
  revoke(revocation: Revocation, entered: Entered, authority?: Authority): Promise<void>;
  revocations(): Promise<RevocationRow[]>;
  /** Whether a right may be used now, for what writes nothing. @throws NotAllowed */
  assertRight(authority: Authority): Promise<void>;
  /** On what authority each entry was made that was made on one. */
  authorisations(agreement?: string): Promise<AuthorisationRow[]>;
  /** The head of all, or of an agreement. */
  head(agreement?: string): Promise<Head>;
  /** What the head was, of all or of an agreement, when it had so many lines; undefined when it never had. */
  headAt(seq: number, agreement?: string): Promise<Head | undefined>;
  /** Every line against its seal, every chain from its beginning; each fault is named. */
  verifyAll(): Promise<Soundness>;
  /**
   * Reads every line with its seal, in the order in which they were written, and the head of them, all of one state; lines that can't be
   * matched are left out. They come one by one: the register may be larger than the memory. Ask this register nothing else meanwhile.
   */
  everything<T>(read: (head: Head, lines: AsyncIterable<SealedLine>) => Promise<T>): Promise<T>;
  /** Writes lines as they are into a register that has none, and verifies them there. @throws NotEmpty, NotSound: then nothing was written */
  restore(lines: AsyncIterable<SealedLine> | Iterable<SealedLine>): Promise<void>;
  /** Copies the register as it is at one moment into a new SQLite file, whoever writes meanwhile. */
  copyTo(file: string): Promise<void>;
  close(): Promise<void>;
}
