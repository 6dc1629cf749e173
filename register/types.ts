/** The register's content and interface. Append-only: nothing in it ever changes. */
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

/** An agreement's description as an entry: its canonical content and hash. */
export interface Description {
  type: 'described';
  id: string;
  /** `sha256:…` of the canonical content. */
  hash: string;
  content: unknown;
  /** The ids of the facts from its file, recorded with it. */
  facts?: string[];
  reason?: string;
}

/** The register's steps of notices and protocols, which are not facts of law. */
export type DeskStep = NoticeStep | ProtocolStep;

/** Identifies a notice of the desk. */
export interface NoticeOf {
  agreement: string;
  number: string;
}

/** A notice with the type of its latest step. */
export interface ListedStep extends NoticeOf {
  latest: NoticeStep['step']['type'];
}

/** Everything that can be recorded. */
export type Line = Entry | Description | DeskStep;

/** Who recorded an entry, and when (by the workflow's time). */
export interface EnteredBy {
  by: string;
  at: Instant;
}

/** One recorded entry. `seq` counts the agreement's entries from 1. */
export interface Row {
  agreement: string;
  seq: number;
  entry: Line;
  entered: EnteredBy;
}

/** One line of the register as stored and sealed, under the id of its agreement. `place` counts the agreement's lines from 1. */
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

/** The state of an act: history (from before the agreement was onboarded), performed, or withdrawn by a correction. */
export type ActStep = 'history' | 'performed' | 'withdrawn';

/** A step to be written to the outbox. */
export interface Step {
  step: ActStep;
  body: Act;
}

/** One step of an act. `seq` counts from 1 within its agreement; `act` identifies the act by its date and content (`actKey`). */
export interface OutboxLine extends Step {
  seq: number;
  agreement: string;
  act: string;
  at: Instant;
}

export type Way = 'email' | 'webhook';

/**
 * The outcome of a letter to one recipient about one line of the outbox. `failed` is final: there is no retry. `unknown`: it may have
 * arrived, and was no longer owed when it could have been retried.
 */
export interface Delivery {
  outbox: number;
  recipient: string;
  way: Way;
  became: 'sent' | 'failed' | 'unknown';
  /** The other side's response, or the reason for the failure. */
  detail: string;
}

export interface DeliveryLine extends Delivery {
  seq: number;
  agreement: string;
  at: Instant;
}

/** The register's content for an agreement, and the authorities that it trusts. */
export interface Stored {
  rows: Row[];
  outbox: OutboxLine[];
  /** The place of the last line included here. */
  place: number;
  trusted: TrustedKey[];
}

/** The last hash, which attests to everything in the register or in an agreement's part of it. `seq`: the number of lines; 0 if empty. */
export interface Head {
  seq: number;
  hash: string;
}

/** The result of verifying the whole register. */
export type Soundness = { sound: true; lines: number; agreements: number; head: Head } | { sound: false; faults: Fault[] };

/** The rules by which an agreement is folded: version of the law, hash of the description, default reading. */
export interface Rules {
  law: string;
  description: string;
  reading: Readonly<Record<string, string>>;
}

export interface TrustChange extends TrustedKey {
  state: 'trusted' | 'withdrawn';
  reason: string;
}

/** Revokes one identity by its id, or all of a person's. */
export type Revocation = ({ identity: string } | { person: string }) & { reason: string };

export type Trusted = TrustChange & EnteredBy;
export type Revoked = Revocation & EnteredBy;

/** The right on which an entry was made, and whom it names. */
export interface Authorisation {
  agreement: string;
  entry: string;
  /** The id of the right, and the signed token. */
  right: string;
  token: string;
  identity: string;
  person: string;
  actsFor: string;
  roles: readonly Role[];
  issuer: string;
  /** For the service: the id of the right of the person on whose behalf it acted. */
  onBehalf?: string;
}

/** What lists show of an agreement, calculated for a day by a version of the rules. `place`: of the last line included. */
export interface Projection {
  agreement: string;
  place: number;
  day: CalendarDate;
  rules: string;
  body: object;
}

/** One step of an agreement: what was stored when it began, and what it writes, all together or not at all. */
export interface Transaction extends Stored {
  /**
   * Appends entries, all on one authority. If the first already exists with the same content, it is returned without checking rights or
   * writing. Once an authority is trusted, `authority` must present a valid right, neither expired nor revoked. @throws NotAllowed;
   * IdConflict when an id already has other content
   */
  append(entries: readonly Line[], entered: EnteredBy, authority?: Authority): Promise<{ rows: Row[]; existing: boolean }>;
  /** Writes steps to the outbox, except those that are already the act's last step. Returns the lines written. */
  perform(steps: readonly Step[], at: Instant): Promise<OutboxLine[]>;
  /** Records the rules of the fold if they have changed. */
  foldedBy(rules: Rules, at: Instant): Promise<void>;
  /** Checks that a right is valid now, for requests that write nothing. @throws NotAllowed */
  assertRight(authority: Authority): Promise<void>;
  deliveries(): Promise<DeliveryLine[]>;
}

/** Which calendar an address shows: of one agreement, of a Party, of the first recipient of reminders, or of all. */
export type CalendarScope = { scope: 'all' } | { scope: 'agreement' | 'party' | 'person'; of: string };

/** A calendar address. Its token is not stored: `hash` is the token's SHA-256. */
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
  /** Returns whether there was one with this id. */
  revoke(id: string): Promise<boolean>;
}

export interface ChangesAsked {
  most: number;
  /** Only lines of the register before this one. */
  before?: number | undefined;
  agreement?: string | undefined;
}

/** One line of the register with the changes that it made. */
export interface ChangeLine extends Pick<SealedLine, 'seq' | 'agreement' | 'place' | 'by' | 'at'> {
  hash: string;
  entries: Line[];
  acts: Step[];
  rules?: Rules;
}

export interface Register {
  /** Its location: the file, or the database and its schema. */
  readonly name: string;
  /** Runs one step of an agreement in one transaction, with no other writer in between. If `work` throws, nothing is written. */
  transact<T>(agreement: string, work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** All entries of an agreement, in order. */
  rows(agreement: string): Promise<Row[]>;
  /** An agreement's content with its head and the register's, in one snapshot. */
  stateOf(agreement: string): Promise<Stored & { headOfAgreement: Head; head: Head }>;
  /** What was recorded and performed, line by line, newest first. */
  changes(asked: ChangesAsked): Promise<ChangeLine[]>;
  /** The place of the last line about an agreement, for one or all agreements. */
  places(agreement?: string): Promise<Map<string, number>>;
  /** The notices that the desk has had, newest step first. */
  notices(): Promise<readonly ListedStep[]>;
  readonly calendarTokens: CalendarTokens;
  has(agreement: string): Promise<boolean>;
  agreements(): Promise<string[]>;
  countAgreements(): Promise<number>;
  /** Replaces the projections of agreements, all in one write. */
  project(projections: readonly Projection[]): Promise<void>;
  /** The projections up to date with the ledger. Returns the same list while none changes, so don't modify it. */
  projections(): Promise<readonly Projection[]>;
  /** Writes steps to the outbox in one transaction, except those that are already the act's last step. Returns the lines written. */
  perform(agreement: string, steps: readonly Step[], at: Instant): Promise<OutboxLine[]>;
  outbox(agreement: string): Promise<OutboxLine[]>;
  /** Records the outcome of a letter; if there is one already, the first stands. */
  delivered(agreement: string, delivery: Delivery, at: Instant): Promise<DeliveryLine>;
  deliveries(agreement: string): Promise<DeliveryLine[]>;
  /** The authorities whose identities are trusted; while there are none, no right is required. */
  trusted(): Promise<TrustedKey[]>;
  /** Every change of the trusted authorities. */
  authorities(): Promise<Trusted[]>;
  /**
   * Trusts an authority's key or stops trusting it; the last key stays. After the first, an operator's right is required. @throws
   * NotAllowed
   */
  trust(change: TrustChange, entered: EnteredBy, authority?: Authority): Promise<void>;
  /** Revokes an identity or a person's identities, effective at once. @throws NotAllowed */
  revoke(revocation: Revocation, entered: EnteredBy, authority?: Authority): Promise<void>;
  revocations(): Promise<Revoked[]>;
  /** Records that a right was refused, if it is valid; it can't be used again. */
  spend(spent: Spent): Promise<void>;
  /** Checks that a right is valid now, for requests that write nothing. @throws NotAllowed */
  assertRight(authority: Authority): Promise<void>;
  /** The right on which each entry was made, if there was one. */
  authorisations(agreement?: string): Promise<Authorisation[]>;
  /** The head of the register, or of an agreement. */
  head(agreement?: string): Promise<Head>;
  /** The head of the register or of an agreement when it had that many lines; undefined if it never had. */
  headAt(seq: number, agreement?: string): Promise<Head | undefined>;
  /** Verifies every line against its seal along the whole chain and lists each fault. */
  verifyAll(): Promise<Soundness>;
  /**
   * Reads every line in the order written, from one snapshot. Streams them, since the register may exceed memory. Don't use this register
   * until `read` returns.
   */
  everything<T>(read: (lines: AsyncIterable<SealedLine>) => Promise<T>): Promise<T>;
  /** Writes lines unchanged into an empty register and verifies them there. @throws NotEmpty, NotSound; then nothing is written */
  restore(lines: AsyncIterable<SealedLine> | Iterable<SealedLine>): Promise<Head>;
  readonly sessions: Sessions;
  close(): Promise<void>;
}

/** Who is signed in at the desk, and until when. */
export interface Session {
  /** The hash of the browser's token, so that reading the database does not let anyone impersonate a person. */
  id: string;
  person: string;
  began: Instant;
  ends: Instant;
}

export interface Sessions {
  /** Also deletes expired sessions. */
  begin(session: Session): Promise<void>;
  /** Undefined if there is none or it has expired. */
  find(id: string, now: Instant): Promise<Session | undefined>;
  end(id: string): Promise<void>;
  /** Ends all sessions of a person, such as one who has left. */
  endAll(person: string): Promise<number>;
}
