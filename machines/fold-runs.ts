/** Passes that were made before: one that begins like an earlier one resumes where they diverge. */
import type { Agreement } from '../clauses/agreement.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import type { DatedEvent } from './dated-events.ts';
import { begin, textOf, type Beginning } from './fold-beginning.ts';
import { counted, fireNextDue, nextDue } from './fold-due-dates.ts';
import type { State } from './fold-state.ts';
import { step } from './fold-step.ts';

/** A recorded pass: its initial state, the state after each event, and the state after each later due date. */
interface Run {
  from: string;
  events: readonly string[];
  states: readonly State[];
  fallen: { on: CalendarDate; state: State }[];
}

/** The latest runs for each agreement, kept as long as its description is referenced. */
let runs = new WeakMap<Agreement, readonly Run[]>();
/** Clears the cache, for tests that change the law within one process. */
export const forgetRuns = (): void => void (runs = new WeakMap());
/** About one megabyte per agreement at most. */
const mostStates = 1_000;

/**
 * Applies all events, and what falls due by a day. A pass that begins like an earlier one resumes where they diverge: a step depends only
 * on its state and its event.
 */
export function runThrough(begun: Beginning, all: readonly DatedEvent[], day: CalendarDate): State {
  const { states, fallen: afterDueDates } = runOf(begun, all);
  let state = afterDueDates.findLast(({ on }) => on <= day)?.state ?? states.at(-1) ?? begin(begun);
  for (let next = nextDue(state); next && next.due.on <= day; next = nextDue(state)) {
    state = fireNextDue(counted(state), next);
    afterDueDates.push({ on: next.due.on, state });
  }
  return state;
}

function runOf(begun: Beginning, all: readonly DatedEvent[]): Run {
  const [from, events] = [textOf(begun), all.map(h => JSON.stringify(h.event))];
  const before = runs.get(begun.agreement) ?? [];
  let [known, shared] = [undefined as Run | undefined, 0];
  for (const run of before) {
    if (run.from !== from) continue;
    const common = sharedBy(events, run.events);
    if (!known || common > shared) [known, shared] = [run, common];
  }
  const isSame = known && shared === events.length && shared === known.events.length;
  const states = known ? known.states.slice(0, shared) : [];
  for (const dated of all.slice(states.length)) states.push(step(states.at(-1) ?? begin(begun), dated));
  const run = isSame ? known! : { from, events, states, fallen: [] };
  // a run that only extends another replaces it
  const others = before.filter(r => r !== run && !(r === known && shared === r.events.length));
  let kept = 0;
  runs.set(
    begun.agreement,
    [run, ...others].filter(r => (kept += 1 + r.states.length + r.fallen.length) <= mostStates),
  );
  return run;
}

function sharedBy(some: readonly string[], others: readonly string[]): number {
  const apart = some.findIndex((event, i) => event !== others[i]);
  return apart < 0 ? some.length : apart;
}
