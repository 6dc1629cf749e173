/** The right that comes with a request, in the form that the register checks, and what happens when the register refuses it. */
import { requestHash } from '../identity/request-hash.ts';
import { whyNotBy, type Right } from '../identity/right.ts';
import type { RightFault } from '../machines/right-fault.ts';
import type { Holder } from '../machines/rights.ts';
import { refuse, REFUSED, type Refusal } from '../machines/refusal.ts';
import { NotAllowed, NotText } from '../register/errors.ts';
import { ApplicationFailure } from '@temporalio/common';
import type { Register } from '../register/types.ts';
import type { PresentedRight, Spent } from '../register/rights.ts';
import type { WithRight } from '../workflows/messages.ts';
import { refusal } from './refusal-failures.ts';
import { inEnglish } from '../wording/refusals/english.ts';

/** One refused right: where, about what, whose, and why. Never contains the right itself. */
export interface SecurityEvent {
  where: 'workflow' | 'register' | 'command line' | 'api' | 'desk';
  /** The agreement or the workflow. */
  of: string;
  asked?: string;
  person?: string;
  identity?: string;
  by?: string;
  /** The address from which the request reached the desk. */
  address?: string;
  why: string;
}

export interface SecurityLog {
  refused(event: SecurityEvent): void;
}

/** Signs a right of the service itself, on behalf of a person whose right was presented. */
export type SignAsService = (audience: string, hash: string, onBehalf: string | undefined) => Promise<string>;

/** The right to a request of this name; its holder must be the person named in the request. */
export function presentedRight(
  name: string,
  request: WithRight,
  { by, audience }: { by: string; audience: string },
  whyNot: (holder: Holder, right: Right) => Refusal | undefined,
): PresentedRight {
  return {
    token: request.right,
    audience,
    name,
    hash: requestHash(name, request),
    whyNot: right => whyNotBy(right, by) ?? faultOf(whyNot(right.identity, right)),
  };
}

const faultOf = (refused: Refusal | undefined): RightFault | undefined => refused && { code: 'refused', refusal: refused };

/** Turns what the register rejects into a refusal: values that are not text, and rights, which also go to the security log. */
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

/** Spends the right of a refused request: within the hour that it stays valid, the obstacle may disappear. */
export const spending =
  (register: Register, shown: Omit<Spent, 'why'> | undefined) =>
  async (cause: unknown): Promise<never> => {
    const isRefused = cause instanceof ApplicationFailure && cause.type === REFUSED;
    if (isRefused && typeof shown?.token === 'string') await register.spend({ ...shown, why: cause.details![0] as Refusal });
    throw cause;
  };
