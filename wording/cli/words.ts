/**
 * Messages of the command line, as ICU messages. The English catalogue has the shape of every language: a missing or superfluous message
 * does not compile. Parties and persons stand in brackets or after a colon, so that no language has to decline them. A missing value is
 * `none`.
 */
import type { InTime } from '../../machines/standing-types.ts';
import type { OpenDecision } from '../../machines/decisions.ts';
import type { Role } from '../../machines/rights.ts';
import type { Status } from '../../machines/view.ts';
import type { ProtocolPhase } from '../../machines/without-effect.ts';

/** Names of legal values; the rest is free. */
export interface CliWords {
  statuses: Readonly<Record<Status, string>>;
  phases: Readonly<Record<ProtocolPhase, string>>;
  inTime: Readonly<Record<InTime | 'none' | 'disputedWithin', string>>;
  decisions: Readonly<Record<OpenDecision['state'], string>>;
  roles: Readonly<Record<Role, string>>;
  [page: string]: Texts;
}

interface Texts {
  readonly [name: string]: string | readonly string[] | Texts;
}

/** The same shape with any texts; tables keep their number of columns. */
export type Like<T> = { readonly [K in keyof T]: T[K] extends string ? string : Like<T[K]> };
