/** The tables of the register, as they are stored. How they came to be: `migrations.ts`. */

/** A line: `body` is canonical JSON; `id`, `type` and `content_hash` repeat what it says, for search and proof. */
export interface EntryLine {
  agreement: string;
  seq: number;
  id: string;
  type: string;
  body: string;
  content_hash: string;
  previous: string;
  hash: string;
  entered_by: string;
  entered_at: number;
}

/** A step of an act: `body` is canonical JSON. */
export interface StepLine {
  seq: number;
  agreement: string;
  act: string;
  step: string;
  body: string;
  at: number;
}

/** What became of one letter: `outbox` is the line of the outbox that it tells, `detail` what the other side said. */
export interface DeliveryRow {
  seq: number;
  agreement: string;
  outbox: number;
  recipient: string;
  way: string;
  became: string;
  detail: string;
  at: number;
}

/** By which rules an agreement is folded from then on: version of the law, description, reading. `reading` is canonical JSON. */
export interface RuleRow {
  seq: number;
  agreement: string;
  law: string;
  description: string;
  reading: string;
  at: number;
}

/** What stands for the whole register, where a line is of no agreement. No agreement has such an id. */
export const registerWide = '*';

/** That an authority's key is trusted from then on, or no longer: whose identities are believed. */
export interface AuthorityRow {
  seq: number;
  agreement: typeof registerWide;
  kid: string;
  public_key: string;
  state: string;
  reason: string;
  entered_by: string;
  at: number;
}

/** That an identity, or every identity of a person, counts no more. One of the two is empty. */
export interface RevocationRow {
  seq: number;
  agreement: typeof registerWide;
  identity: string;
  person: string;
  reason: string;
  entered_by: string;
  at: number;
}

/** On what authority an entry was made: the right that was shown, as it was signed, and whom it names. */
export interface AuthorisationRow {
  seq: number;
  agreement: string;
  entry: string;
  identity: string;
  person: string;
  acts_for: string;
  roles: string;
  issuer: string;
  token_id: string;
  token: string;
  at: number;
}

/** The tables whose lines the journal seals. */
export const sealedTables = ['entries', 'outbox', 'deliveries', 'rules', 'authorities', 'revocations', 'authorisations'] as const;
export type SealedTable = (typeof sealedTables)[number];

/**
 * The seal of one line of another table: `line` is its number there, `content` the hash of all its columns. Chained twice:
 * `previous` is the seal before it of the same agreement, `previous_of_all` that of the whole register.
 */
export interface SealRow {
  seq: number;
  agreement: string;
  place: number;
  kept_in: SealedTable;
  line: number;
  content: string;
  previous: string;
  previous_of_all: string;
  hash: string;
}

/** What lists say of an agreement: derived, replaced at each step, sealed by nothing. `line`: the last one that was known; `body` is JSON. */
export interface ProjectionRow {
  agreement: string;
  line: number;
  day: string;
  rules: string;
  body: string;
}

export interface Tables {
  entries: EntryLine;
  outbox: StepLine;
  deliveries: DeliveryRow;
  rules: RuleRow;
  authorities: AuthorityRow;
  revocations: RevocationRow;
  authorisations: AuthorisationRow;
  journal: SealRow;
  projections: ProjectionRow;
}
