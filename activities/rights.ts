/** The right that a request shows, as the register is asked to admit it; and what becomes of one that it does not admit. */
import { requestHash } from '../identity/request-hash.ts';
import { whyNotBy, type Right } from '../identity/right.ts';
import type { RightFault } from '../machines/right-fault.ts';
import type { Holder } from '../machines/rights.ts';
import { refuse, REFUSED, type Refusal } from '../machines/refusal.ts';
import { NotAllowed, NotText } from '../register/errors.ts';
import { ApplicationFailure } from '@temporalio/common';
import type { Register } from '../register/types.ts';
import type { Shown, Spent } from '../register/rights.ts';
import type { WithRight } from '../workflows/messages.ts';
import { refusal } from './refusing.ts';
import { inEnglish } from '../wording/refusals/english.ts';

/** One refusal of a right: where, of what, to whom, and why. No right itself is ever written. */
export interface SecurityEvent {
  where: 'workflow' | 'register' | 'command line' | 'api' | 'desk';
  /** The agreement or the workflow. */
  of: string;
  asked?: string;
  person?: string;
  identity?: string;
  by?: string;
  /** From where it came to the desk. */
  address?: string;
  why: string;
}

export interface SecurityLog {
  refused(event: SecurityEvent): void;
}

/** Signs a right of the service itself, on behalf of a person who has shown one. */
export type SignAsService = (audience: string, hash: string, onBehalf: string | undefined) => Promise<string>;

/** The right of a request of this name to a workflow; who asks must be whom the request names. */
export function shown(
  name: string,
  request: WithRight,
  { by, audience }: { by: string; audience: string },
  whyNot: (holder: Holder, right: Right) => Refusal | undefined,
): Shown {
  return {
    token: request.right,
    audience,
    name,
    hash: requestHash(name, request),
    whyNot: right => whyNotBy(right, by) ?? faultOf(whyNot(right.identity, right)),
  };
}

const faultOf = (refused: Refusal | undefined): RightFault | undefined => refused && { code: 'refused', refusal: refused };

/** What the register does not admit is a refusal: what is no text, and a right, which stands in the security log. */
export const refuseWithoutRight =
  ({ security }: { security?: SecurityLog | undefined }, of: string) =>
  (cause: unknown): never => {
    if (cause instanceof NotText) throw refusal(refuse('beyondLimit', { what: cause.column, why: 'notText', limit: null }));
    if (!(cause instanceof NotAllowed)) throw cause;
    const { fault, person, identity } = cause;
    const refused = refuse('rightRefused', { fault });
    security?.refused({ where: 'register', of, why: inEnglish(refused), ...(person ? { person } : {}), ...(identity ? { identity } : {}) });
    throw refusal(refused);
  };

/** A right whose request was refused is spent: what stood in its way may not any more, within the hour for which it counts. */
export const spending =
  (register: Register, shown: Omit<Spent, 'why'> | undefined) =>
  async (cause: unknown): Promise<never> => {
    const isRefused = cause instanceof ApplicationFailure && cause.type === REFUSED;
    if (isRefused && typeof shown?.token === 'string') await register.spend({ ...shown, why: cause.details![0] as Refusal });
    throw cause;
  };
