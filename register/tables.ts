/** The tables of the register, as they are stored. How they are made: `schema.ts`. */

/**
 * What a line is. `entry`: what one request entered, with what the fold made of it (acts, rules); `paper`: a step of a notice or a protocol;
 * `acts`: what was owed without an entry; `right`: on what authority the line after it was entered; `letter`: what became of one;
 * `authority`: that a key is trusted from then on, or no longer; `revocation`: that an identity, or every one of a person, counts no more;
 * `spent`: a right whose request was refused.
 */
export type Kind = 'entry' | 'paper' | 'acts' | 'right' | 'letter' | 'authority' | 'revocation' | 'spent';

/**
 * One line of the one chain. `agreement` is its number, `place` counts the agreement's lines from 1. `hash` seals all of it, with the hash of
 * the line before: `seal` in `lines.ts`. Instants in milliseconds.
 */
export interface LineRow {
  seq: number;
  agreement: number;
  place: number;
  kind: Kind;
  entered_by: string;
  entered_at: number;
  body: Buffer;
  hash: Buffer;
}

/** The id of each agreement, under the number that its lines have: an id is long, and would stand in every one of them. */
export interface AgreementRow {
  number: number;
  id: string;
}

/** What stands for the whole register, where a line is of no agreement. No agreement has such an id. */
export const registerWide = '*';

/** What lists say of an agreement: derived, replaced at each step, sealed by nothing. `place`: of its last line that was known. */
export interface ProjectionRow {
  agreement: number;
  place: number;
  day: string;
  rules: string;
  body: Buffer;
}

/** Who is signed in at the desk: a row for each browser, taken away at its end. Sealed by nothing. `id`: the hash of what the browser holds. */
export interface SessionRow {
  id: string;
  person: string;
  began: number;
  ends: number;
}

/** An address of a calendar: derived from nothing, taken away when it is revoked, sealed by nothing. `hash`: of the token in it. */
export interface CalendarTokenRow {
  hash: string;
  id: string;
  scope: string;
  of: string;
  language: string;
  made_by: string;
  made_at: number;
}

export interface Tables {
  calendar_tokens: CalendarTokenRow;
  agreements: AgreementRow;
  lines: LineRow;
  projections: ProjectionRow;
  sessions: SessionRow;
}

/** Of each table, as they are asked for. */
export const columns = {
  agreements: ['number', 'id'],
  lines: ['seq', 'agreement', 'place', 'kind', 'entered_by', 'entered_at', 'body', 'hash'],
  projections: ['agreement', 'place', 'day', 'rules', 'body'],
  sessions: ['id', 'person', 'began', 'ends'],
  calendar_tokens: ['hash', 'id', 'scope', 'of', 'language', 'made_by', 'made_at'],
} as const satisfies { [T in keyof Tables]: readonly (keyof Tables[T])[] };
