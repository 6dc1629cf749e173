/**
 * How a workflow differs from the register, as data. Pure: expected and found state are values. The law counts days, so a timer less than a
 * quarter of an hour late is not a difference; nor is one that is firing.
 */
import type { Instant } from '../clauses/calendar.ts';
import type { Act } from '../machines/acts.ts';
import { longestTimer } from '../machines/limits.ts';
import type { ArmedTimer } from '../machines/timer.ts';
import { canonical } from '../register/canonical.ts';
import type { Expected, ReportedValues, Reported } from './expected.ts';
import type { Failure } from './failure.ts';
import type { FailingLetter } from './failing-letters.ts';
import type { ObservedWorkflow } from './observed.ts';
import type { PendingTimer } from './pending.ts';

/**
 * `missing`: no workflow is running; `open`: one is running although everything is finished; `stuck`: it does not answer, but still may;
 * `frozen`: its task keeps failing, or the workflow is not ours; `act`: absent from the outbox; `letter`: reaches nobody; `unreadable`:
 * cannot be compared.
 */
export type Differing =
  /** The workflow itself, or that of a draft required by a decision. */
  | { what: 'missing'; code: 'noWorkflow' | 'draftNotBegun' }
  | { what: 'missing'; code: 'lettersNotCarried'; letters: number }
  | { what: 'open'; code: 'stillRuns' }
  | { what: 'frozen' | 'stuck'; code: 'noProgress'; attempt: number }
  | { what: 'frozen'; code: 'ofOthers'; queue: string }
  | { what: 'stuck'; code: 'notTaken'; since: string }
  | { what: 'stuck'; code: 'noAnswer' }
  | OtherValue
  /** Instants, in UTC. */
  | { what: 'timer'; code: 'timerMoved'; summary: string; fires: string; due: string }
  | { what: 'timer'; code: 'timerMissing'; summary: string; name: string; due: string }
  | { what: 'timer'; code: 'timerUnneeded'; summary: string; fires: string }
  | { what: 'act'; code: 'notInOutbox' | 'notWithdrawn'; act: Act }
  /** A letter whose delivery keeps failing. */
  | { what: 'letter'; code: 'letterFailing'; letter: FailingLetter }
  | { what: 'unreadable'; code: 'notCompared'; why: Failure };

/** A value on which workflow and register differ. Without `found`, the workflow does not have it. */
type OtherValue = {
  [N in keyof ReportedValues]: { what: 'standing'; code: 'otherValue'; name: N; found?: ReportedValues[N]; expected: ReportedValues[N] };
}[keyof ReportedValues];

export type Difference = { workflowId: string } & Differing;

/** In milliseconds: enough for ten thousand timers at one midnight, and irrelevant to the law. */
export const leeway = 15 * 60_000;

/**
 * Returns the instant for which to ask the register: now or, while a timer is firing, an hour before it, since the workflow is still at the
 * previous legal day.
 */
export function instantToCompare({ pending }: ObservedWorkflow, now: Instant): Instant {
  const firing = pending.map(t => t.fires).filter(fires => fires <= now && fires > now - leeway);
  return firing.length ? Math.min(...firing) - 60 * 60_000 : now;
}

export function differencesOf(expected: Expected, found: ObservedWorkflow): Difference[] {
  const { workflowId } = expected;
  return differing(expected, found).map(one => ({ workflowId, ...one }));
}

function differing({ runs, undone, says, timers }: Expected, found: ObservedWorkflow): Differing[] {
  if (!runs && found.runs) return [{ what: 'open', code: 'stillRuns' }];
  if (!runs && !undone.length) return [];
  if (!found.runs) return [{ what: 'missing', code: 'noWorkflow' }, ...undone];
  if (isFrozen(found)) return [howFrozen(found)];
  const others = timersThatDiffer(timers, found.pending);
  return found.says ? [...valuesThatDiffer(says, found.says), ...others, ...undone] : [howStuck(found), ...others];
}

/** Compares only values that the register has; any other is not a difference. */
const valuesThatDiffer = (expected: Reported, found: Reported): Differing[] =>
  (Object.keys(expected) as (keyof ReportedValues)[])
    .filter(name => expected[name] !== undefined && canonical(found[name]) !== canonical(expected[name]))
    .map(name => ({ what: 'standing', code: 'otherValue', name, found: found[name], expected: expected[name] }) as OtherValue);

/** By its third attempt, a task has failed in its own code and not from a passing fault. */
export const isFrozen = ({ task, elsewhere }: ObservedWorkflow): boolean => elsewhere !== undefined || (task?.attempt ?? 0) > 2;

const howFrozen = ({ task, elsewhere }: ObservedWorkflow): Differing =>
  elsewhere === undefined
    ? { what: 'frozen', code: 'noProgress', attempt: task!.attempt }
    : { what: 'frozen', code: 'ofOthers', queue: elsewhere };

function howStuck({ task }: ObservedWorkflow): Differing {
  if (!task) return { what: 'stuck', code: 'noAnswer' };
  return task.attempt > 1
    ? { what: 'stuck', code: 'noProgress', attempt: task.attempt }
    : { what: 'stuck', code: 'notTaken', since: iso(task.since) };
}

/** Matches timers by summary and time; one with another summary that fires at the right time counts as the same. */
function timersThatDiffer(expected: readonly ArmedTimer[], pending: readonly PendingTimer[]): Differing[] {
  const left = [...pending];
  const take = (is: (p: PendingTimer) => boolean): PendingTimer | undefined => {
    const at = left.findIndex(is);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const unmatched = expected.filter(t => !take(p => p.summary === t.summary && isInTime(p, t))).filter(t => !take(p => isInTime(p, t)));
  const missing = unmatched.map(({ summary, name, at }): Differing => {
    const other = take(p => p.summary === summary);
    return other
      ? { what: 'timer', code: 'timerMoved', summary, fires: iso(other.fires), due: iso(at) }
      : { what: 'timer', code: 'timerMissing', summary, name, due: iso(at) };
  });
  return [
    ...missing,
    ...left.map(({ summary, fires }): Differing => ({ what: 'timer', code: 'timerUnneeded', summary, fires: iso(fires) })),
  ];
}

/** A timer is armed a moment after the plan was made. One longer than Temporal allows fires early, and the plan is then requested again. */
function isInTime({ started, fires }: PendingTimer, { at }: ArmedTimer): boolean {
  const due = Math.min(at, started + longestTimer);
  return fires > due - 1000 && fires < Math.max(due, started) + leeway;
}

const iso = (at: Instant): string => new Date(at).toISOString().replace('.000Z', 'Z');
