/** Silence: an agreement is in force, and nothing waits for its dates. The worst that can befall a keeper of deadlines. */
import type { Instant } from '../../clauses/calendar.ts';
import { leeway } from './differences.ts';
import type { Expected } from './expected.ts';
import type { Found } from './found.ts';

/** Why nothing waits, in words; undefined where something does, or nothing needs to. A timer that is firing is not silent. */
export function silenceOf({ inForce, runs }: Expected, found: Found, now: Instant): string | undefined {
  if (!inForce || !runs) return undefined;
  if (!found.runs) return 'the agreement is in force, and no workflow kept it';
  const isWaitedFor = found.pending.some(t => t.fires > now - leeway);
  return inForce.hasDates && !isWaitedFor ? 'the agreement is in force, and no timer was ahead of it' : undefined;
}
