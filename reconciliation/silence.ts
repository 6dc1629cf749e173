/** Silence: an agreement is in force, and nothing waits for its dates. The worst that can befall a keeper of deadlines. */
import type { Instant } from '../clauses/calendar.ts';
import type { ActParams } from '../machines/acts.ts';
import { isFrozen, leeway } from './differences.ts';
import type { Expected } from './expected.ts';
import type { Found } from './found.ts';

export type Silence = ActParams['silence']['found'];

/** What is missing; undefined where something waits, or nothing needs to. A timer that is firing is not silent. */
export function silenceOf({ inForce, runs }: Expected, found: Found, now: Instant): Silence | undefined {
  if (!inForce || !runs) return undefined;
  if (!found.runs) return 'noWorkflow';
  if (isFrozen(found)) return 'noProgress';
  const isWaitedFor = found.pending.some(t => t.fires > now - leeway);
  return inForce.hasDates && !isWaitedFor ? 'noTimer' : undefined;
}
