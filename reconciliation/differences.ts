/**
 * How a workflow differs from what the register says of it, as data. Pure: what was expected and what was found are values. The
 * law counts days, so that a timer which is late by less than a quarter of an hour is no difference, nor is one that is firing.
 */
import type { Instant } from '../clauses/calendar.ts';
import type { Act } from '../machines/acts.ts';
import { longestTimer } from '../machines/limits.ts';
import type { ArmedTimer } from '../machines/timer.ts';
import { canonical } from '../register/canonical.ts';
import type { Expected, SaidValues, Says } from './expected.ts';
import type { Failure } from './failure.ts';
import type { FailingLetter } from './failing-letters.ts';
import type { Found } from './found.ts';
import type { PendingTimer } from './pending.ts';

/**
 * `missing`: no workflow runs; `open`: one runs though all is over; `stuck`: it does not answer, and may yet; `frozen`: its task fails again
 * and again, or it is somebody else's; `act`: what the outbox lacks; `letter`: what reaches nobody; `unreadable`: it can't be compared.
 */
export type Differing =
  /** The workflow itself, or that of a draft which a decision calls for. */
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
  /** One that is tried again and again, in vain. */
  | { what: 'letter'; code: 'letterFailing'; letter: FailingLetter }
  | { what: 'unreadable'; code: 'notCompared'; why: Failure };

/** What a workflow says and the register does not. Without `found`, it says nothing of it. */
type OtherValue = {
  [N in keyof SaidValues]: { what: 'standing'; code: 'otherValue'; name: N; found?: SaidValues[N]; expected: SaidValues[N] };
}[keyof SaidValues];

export type Difference = { workflowId: string } & Differing;

/** In milliseconds: enough for ten thousand timers of one midnight, and nothing to the law. */
export const leeway = 15 * 60_000;

/**
 * The instant for which the register is to be asked: now, or while a timer is firing the day before, on which the workflow still
 * stands. An hour before a midnight is another legal day than an hour after it.
 */
export function standsAt({ pending }: Found, now: Instant): Instant {
  const firing = pending.map(t => t.fires).filter(fires => fires <= now && fires > now - leeway);
  return firing.length ? Math.min(...firing) - 60 * 60_000 : now;
}

export function differencesOf(expected: Expected, found: Found): Difference[] {
  const { workflowId } = expected;
  return differing(expected, found).map(one => ({ workflowId, ...one }));
}

function differing({ runs, undone, says, timers }: Expected, found: Found): Differing[] {
  if (!runs && found.runs) return [{ what: 'open', code: 'stillRuns' }];
  if (!runs && !undone.length) return [];
  if (!found.runs) return [{ what: 'missing', code: 'noWorkflow' }, ...undone];
  if (isFrozen(found)) return [howFrozen(found)];
  const others = timersThatDiffer(timers, found.pending);
  return found.says ? [...valuesThatDiffer(says, found.says), ...others, ...undone] : [howStuck(found), ...others];
}

/** Only of what the register has: a value that it does not know is no difference. */
const valuesThatDiffer = (expected: Says, found: Says): Differing[] =>
  (Object.keys(expected) as (keyof SaidValues)[])
    .filter(name => expected[name] !== undefined && canonical(found[name]) !== canonical(expected[name]))
    .map(name => ({ what: 'standing', code: 'otherValue', name, found: found[name], expected: expected[name] }) as OtherValue);

/** At its third attempt a task has failed at its own code, and no passing fault. */
export const isFrozen = ({ task, elsewhere }: Found): boolean => elsewhere !== undefined || (task?.attempt ?? 0) > 2;

const howFrozen = ({ task, elsewhere }: Found): Differing =>
  elsewhere === undefined
    ? { what: 'frozen', code: 'noProgress', attempt: task!.attempt }
    : { what: 'frozen', code: 'ofOthers', queue: elsewhere };

function howStuck({ task }: Found): Differing {
  if (!task) return { what: 'stuck', code: 'noAnswer' };
  return task.attempt > 1
    ? { what: 'stuck', code: 'noProgress', attempt: task.attempt }
    : { what: 'stuck', code: 'notTaken', since: iso(task.since) };
}

/** Matched by what people see of them and by when they fire; what is called otherwise and fires then is the same one. */
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

/** Armed a moment after the plan was made; where it would be longer than Temporal keeps, the plan is asked again before. */
function isInTime({ started, fires }: PendingTimer, { at }: ArmedTimer): boolean {
  const due = Math.min(at, started + longestTimer);
  return fires > due - 1000 && fires < Math.max(due, started) + leeway;
}

const iso = (at: Instant): string => new Date(at).toISOString().replace('.000Z', 'Z');
