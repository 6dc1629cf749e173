/** Silence: an agreement is in force, and nothing waits for its dates. This is the worst failure of a deadline service. */
import type { Instant } from '../clauses/calendar.ts';
import type { ActParams } from '../machines/acts.ts';
import { isFrozen, leeway } from './differences.ts';
import type { Expected } from './expected.ts';
import type { ObservedWorkflow } from './observed.ts';

export type Silence = ActParams['silence']['found'];

/** Returns what is missing; undefined if something waits, or nothing needs to. A timer that is firing does not count as silence. */
export function silenceOf({ inForce, runs }: Expected, found: ObservedWorkflow, now: Instant): Silence | undefined {
  if (!inForce || !runs) return undefined;
  if (!found.runs) return 'noWorkflow';
  if (isFrozen(found)) return 'noProgress';
  const isWaitedFor = found.pending.some(t => t.fires > now - leeway);
  return inForce.hasDates && !isWaitedFor ? 'noTimer' : undefined;
}
