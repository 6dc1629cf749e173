/** The tables of the register as stored; `schema.ts` creates them. */

/**
 * The kinds of line. `entry`: what one request recorded, with the acts and rules from the fold; `step`: a step of a notice or protocol;
 * `acts`: acts owed without an entry; `right`: the right on which the next line was recorded; `letter`: the outcome of a letter;
 * `authority`: a key is trusted, or no longer; `revocation`: an identity, or all of a person's, is revoked; `spent`: a right whose request
 * was refused.
 */
export type Kind = 'entry' | 'step' | 'acts' | 'right' | 'letter' | 'authority' | 'revocation' | 'spent';

/**
 * One line of the chain. `agreement` is its number; `place` counts the agreement's lines from 1. `hash` seals the line together with the
 * hash of the previous one: see `seal` in `lines.ts`. Instants are in milliseconds.
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

/** The id of each agreement by number: lines refer to it by number because ids are long. */
export interface AgreementRow {
  number: number;
  id: string;
}

/** In place of an agreement's id for lines about the whole register. No agreement can have it. */
export const registerWide = '*';

/** What lists show of an agreement: derived, replaced at each step, not sealed. `place`: of the agreement's last line included. */
export interface ProjectionRow {
  agreement: number;
  place: number;
  day: string;
  rules: string;
  body: Buffer;
}

/** Sessions at the desk: one row per browser, deleted at its end; not sealed. `id`: the hash of the browser's token. */
export interface SessionRow {
  id: string;
  person: string;
  began: number;
  ends: number;
}

/** A calendar subscription address: not derived, deleted when revoked, not sealed. `hash`: of its token. */
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

/** The columns of each table, as queried. */
export const columns = {
  agreements: ['number', 'id'],
  lines: ['seq', 'agreement', 'place', 'kind', 'entered_by', 'entered_at', 'body', 'hash'],
  projections: ['agreement', 'place', 'day', 'rules', 'body'],
  sessions: ['id', 'person', 'began', 'ends'],
  calendar_tokens: ['hash', 'id', 'scope', 'of', 'language', 'made_by', 'made_at'],
} as const satisfies { [T in keyof Tables]: readonly (keyof Tables[T])[] };
