/**
 * How a workflow differs from what the register says of it, in words. Pure: what was expected and what was found are values. The
 * law counts days, so that a timer which is late by less than a quarter of an hour is no difference, nor is one that is firing.
 */
import type { Instant } from '../clauses/calendar.ts';
import { longestTimer } from '../machines/limits.ts';
import type { ArmedTimer } from '../machines/timer.ts';
import type { Expected } from './expected.ts';
import type { Found } from './found.ts';
import type { PendingTimer } from './pending.ts';

export interface Difference {
  workflowId: string;
  /**
   * `missing`: no workflow runs; `open`: one runs though all is over; `stuck`: it does not answer, and may yet; `frozen`: its task fails again
   * and again, or it is somebody else's; `act`: what the outbox lacks; `unreadable`: it can't be compared.
   */
  what: 'missing' | 'open' | 'stuck' | 'frozen' | 'standing' | 'timer' | 'act' | 'unreadable';
  words: string;
}

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
  const differ = (what: Difference['what'], words: string): Difference => ({ workflowId, what, words });
  const undone = expected.undone.map(words => differ('act', `An act is ${words}`));
  if (!expected.runs && found.runs) return [differ('open', 'It runs, though by the register all is over.')];
  if (!expected.runs && !undone.length) return [];
  if (!found.runs) return [differ('missing', 'No workflow runs.'), ...undone];
  if (isFrozen(found)) return [differ('frozen', frozenInWords(found))];
  const timers = timersThatDiffer(expected.timers, found.pending).map(words => differ('timer', words));
  if (!found.says) return [differ('stuck', stuckInWords(found)), ...timers];
  const standing = Object.entries(expected.says)
    .filter(([name, value]) => found.says![name] !== value)
    .map(([name, value]) => differ('standing', `${name}: ${found.says![name] ?? 'nothing'}; by the register ${value}.`));
  return [...standing, ...timers, ...undone];
}

/** At its third attempt a task has failed at its own code, and no passing fault. */
export const isFrozen = ({ task, elsewhere }: Found): boolean => elsewhere !== undefined || (task?.attempt ?? 0) > 2;

const frozenInWords = ({ task, elsewhere }: Found): string =>
  elsewhere === undefined
    ? `It makes no progress: its workflow task is at attempt ${task!.attempt}. What fails stands in the worker’s log and in the Temporal UI.`
    : `It runs on the task queue ${elsewhere}, which is not servanda’s: somebody else has started it.`;

function stuckInWords({ task }: Found): string {
  if (!task) return 'It does not answer. Look at what the worker logs.';
  return task.attempt > 1
    ? `It makes no progress: its workflow task is at attempt ${task.attempt}. What fails stands in the worker’s log and in the Temporal UI.`
    : `No worker takes its workflow task, since ${new Date(task.since).toISOString()}. Look whether one runs.`;
}

/** Matched by what people see of them and by when they fire; what is called otherwise and fires then is the same one. */
function timersThatDiffer(expected: readonly ArmedTimer[], pending: readonly PendingTimer[]): string[] {
  const left = [...pending];
  const take = (is: (p: PendingTimer) => boolean): PendingTimer | undefined => {
    const at = left.findIndex(is);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const unmatched = expected.filter(t => !take(p => p.summary === t.summary && isInTime(p, t))).filter(t => !take(p => isInTime(p, t)));
  const missing = unmatched.map(t => {
    const other = take(p => p.summary === t.summary);
    return other
      ? `The timer “${t.summary}” fires at ${iso(other.fires)}, not at ${iso(t.at)}.`
      : `There is no timer “${t.summary}” (${t.name}, ${iso(t.at)}).`;
  });
  return [...missing, ...left.map(p => `The timer “${p.summary}” (${iso(p.fires)}) is armed, and nothing calls for it.`)];
}

/** Armed a moment after the plan was made; where it would be longer than Temporal keeps, the plan is asked again before. */
function isInTime({ started, fires }: PendingTimer, { at }: ArmedTimer): boolean {
  const due = Math.min(at, started + longestTimer);
  return fires > due - 1000 && fires < Math.max(due, started) + leeway;
}

const iso = (at: Instant): string => new Date(at).toISOString().replace('.000Z', 'Z');
