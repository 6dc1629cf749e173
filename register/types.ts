/** What the register keeps, and what it can be asked. Append-only: nothing in it is ever changed. */
import type { CalendarDate, Instant } from '../clauses/calendar.ts';
import type { Act } from '../machines/acts.ts';
import type { Entry } from '../machines/facts.ts';
import type { NoticeStep } from '../machines/notice/steps.ts';
import type { ProtocolStep } from '../machines/protocol/steps.ts';
import type { TrustedKey } from '../identity/shapes.ts';
import type { Authority, Spent } from './rights.ts';
import type { Role } from '../machines/rights.ts';
import type { Fault } from './faults.ts';
import type { Kind } from './tables.ts';

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

/** A notice of the desk, as it is named. */
export interface NoticeOf {
  agreement: string;
  number: string;
}

/** Everything that may be entered. */
export type Line = Entry | Description | DeskStep;

/** Who entered it, and at which instant (the workflow's own time). */
export interface Entered {
  by: string;
  at: Instant;
}

/** One entry as it was entered. `seq` counts the agreement's entries from 1. */
export interface Row {
  agreement: string;
  seq: number;
  entry: Line;
  entered: Entered;
}

/** One line of the register as it is stored and sealed, under the id of its agreement. `place` counts the agreement's lines from 1. */
export interface SealedLine {
  seq: number;
  agreement: string;
  place: number;
  kind: Kind;
  by: string;
  at: Instant;
  body: Buffer;
  hash: Buffer;
}

/** What became of an act: entered as history (before servanda took the agreement up), performed, or withdrawn by a correction. */
export type ActStep = 'history' | 'performed' | 'withdrawn';

/** A step to be written to the outbox. */
export interface Step {
  step: ActStep;
  body: Act;
}

/** One step of an act. `seq` counts from 1 within its agreement; `act` is what the act is, by its date and content (`actKey`). */
export interface OutboxLine extends Step {
  seq: number;
  agreement: string;
  act: string;
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

/** What the register has of an agreement, and whom it believes. */
export interface Stored {
  rows: Row[];
  outbox: OutboxLine[];
  /** Of its last line that says any of it. */
  place: number;
  trusted: TrustedKey[];
}

/** The last hash: what stands for all that the register, or an agreement's part of it, holds. `seq`: how many lines; 0 when there is nothing. */
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

export interface TrustChange extends TrustedKey {
  state: 'trusted' | 'withdrawn';
  reason: string;
}

/** Of one identity by its id, or of every identity of a person. */
export type Revocation = ({ identity: string } | { person: string }) & { reason: string };

export type Trusted = TrustChange & Entered;
export type Revoked = Revocation & Entered;

/** On what authority an entry was made: the right, and whom it names. */
export interface Authorisation {
  agreement: string;
  entry: string;
  /** By its id, and as it was signed. */
  right: string;
  token: string;
  identity: string;
  person: string;
  actsFor: string;
  roles: readonly Role[];
  issuer: string;
  /** Of the service: the right of the person on whose behalf it was made, by its id. */
  onBehalf?: string;
}

/** What lists say of an agreement, reckoned on a day by a version of the rules. `place`: of the last line that was known. */
export interface Projection {
  agreement: string;
  place: number;
  day: CalendarDate;
  rules: string;
  body: object;
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

/** Which calendar an address leads to: of one agreement, of a Party, of whoever is reminded first, or of all. */
export type CalendarScope = { scope: 'all' } | { scope: 'agreement' | 'party' | 'person'; of: string };

/** An address that somebody made. What stands in it is not kept: `hash` is its SHA-256. */
export type CalendarToken = CalendarScope & CalendarTokenMade;
export interface CalendarTokenMade {
  hash: string;
  id: string;
  language: string;
  by: string;
  at: Instant;
}

export interface CalendarTokens {
  add(token: CalendarToken): Promise<void>;
  find(hash: string): Promise<CalendarToken | undefined>;
  list(): Promise<CalendarToken[]>;
  /** Whether there was one of this id. */
  revoke(id: string): Promise<boolean>;
}

export interface ChangesAsked {
  most: number;
  /** From before that line of the register back. */
  before?: number | undefined;
  agreement?: string | undefined;
}

/** One line of the register as what it changed. */
export interface ChangeLine extends Pick<SealedLine, 'seq' | 'agreement' | 'place' | 'by' | 'at'> {
  hash: string;
  entries: Line[];
  acts: Step[];
  rules?: Rules;
}

export interface Register {
  /** Where it is kept: the file, or the database and its schema. */
  readonly name: string;
  /** One step of an agreement in one transaction: no other writer comes between. Where `work` throws, nothing is written. */
  transact<T>(agreement: string, work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** All entries of an agreement, in order. */
  rows(agreement: string): Promise<Row[]>;
  /** What it has of an agreement, with its head and that of all, as they are at one moment. */
  stateOf(agreement: string): Promise<Stored & { headOfAgreement: Head; head: Head }>;
  /** What was entered and done, line by line, the latest first. */
  changes(asked: ChangesAsked): Promise<ChangeLine[]>;
  /** Of one agreement, or of each, the place of its last line that says anything of it. */
  places(agreement?: string): Promise<Map<string, number>>;
  /** The notices that the desk has had, the one with the latest step first. */
  notices(): Promise<readonly NoticeOf[]>;
  readonly calendarTokens: CalendarTokens;
  has(agreement: string): Promise<boolean>;
  agreements(): Promise<string[]>;
  countAgreements(): Promise<number>;
  /** Replaces what lists say of agreements, of all that are named at once. */
  project(projections: readonly Projection[]): Promise<void>;
  /** Those that were made with the last line of the ledger: the same list as long as none changes, so nobody changes it. */
  projections(): Promise<readonly Projection[]>;
  /** Writes steps to the outbox, in one transaction; a step that an act has already taken last is skipped. Returns the lines written. */
  perform(agreement: string, steps: readonly Step[], at: Instant): Promise<OutboxLine[]>;
  outbox(agreement: string): Promise<OutboxLine[]>;
  /** Writes what became of a letter; where that is written already, the first stands. */
  delivered(agreement: string, delivery: Delivery, at: Instant): Promise<DeliveryLine>;
  deliveries(agreement: string): Promise<DeliveryLine[]>;
  /** The authorities whose identities are believed. None: rights are not asked for yet. */
  trusted(): Promise<TrustedKey[]>;
  /** Every change of them. */
  authorities(): Promise<Trusted[]>;
  /** Trusts an authority's key, or no longer; the last one stays. The first needs no right, any other that of an operator. @throws NotAllowed */
  trust(change: TrustChange, entered: Entered, authority?: Authority): Promise<void>;
  /** Takes a right away, from that moment on. @throws NotAllowed */
  revoke(revocation: Revocation, entered: Entered, authority?: Authority): Promise<void>;
  revocations(): Promise<Revoked[]>;
  /** Remembers that a right came to nothing, where it is one: it counts no more. */
  spend(spent: Spent): Promise<void>;
  /** Whether a right may be used now, for what writes nothing. @throws NotAllowed */
  assertRight(authority: Authority): Promise<void>;
  /** On what authority each entry was made that was made on one. */
  authorisations(agreement?: string): Promise<Authorisation[]>;
  /** The head of all, or of an agreement. */
  head(agreement?: string): Promise<Head>;
  /** What the head was, of all or of an agreement, when it had so many lines; undefined when it never had. */
  headAt(seq: number, agreement?: string): Promise<Head | undefined>;
  /** Every line against its seal, in the one chain from its beginning; each fault is named. */
  verifyAll(): Promise<Soundness>;
  /**
   * Reads every line in the order in which they were written, all of one state. They come one by one: the register may be larger than the
   * memory. Ask this register nothing else meanwhile.
   */
  everything<T>(read: (lines: AsyncIterable<SealedLine>) => Promise<T>): Promise<T>;
  /** Writes lines as they are into a register that has none, and verifies them there. @throws NotEmpty, NotSound: then nothing was written */
  restore(lines: AsyncIterable<SealedLine> | Iterable<SealedLine>): Promise<Head>;
  readonly sessions: Sessions;
  close(): Promise<void>;
}

/** Who is signed in at the desk, and until when. */
export interface Session {
  /** The hash of what the browser holds: whoever reads the database can't be anybody by it. */
  id: string;
  person: string;
  began: Instant;
  ends: Instant;
}

export interface Sessions {
  /** Also takes away those that have ended. */
  begin(session: Session): Promise<void>;
  /** Undefined where there is none, or it has ended. */
  find(id: string, now: Instant): Promise<Session | undefined>;
  end(id: string): Promise<void>;
  /** Every session of a person, such as one who has left. */
  endAll(person: string): Promise<number>;
}
