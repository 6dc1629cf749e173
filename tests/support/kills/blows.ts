/** What to kill and when: drawn from the seed before the run. */
import { chanceOf } from '../chance.ts';

export type Victim = 'worker' | 'server' | 'officer';

export interface Blow {
  victim: Victim;
  /** Which of the officers, if it is one. */
  officer: number;
  /** In milliseconds, after everything is running again; or after the previous blow, if this one does not wait for it. */
  after: number;
  /** While what the previous blow killed is still restarting. */
  atOnce: boolean;
}

/** Longer than it takes to record a fact, so that each falls anywhere in the course of one. */
const longest = 6_000;

export function blows(count: number, { seed, officers }: { seed: number; officers: number }): Blow[] {
  const chance = chanceOf(seed, 'blows');
  return Array.from({ length: count }, (_, i) => ({
    victim: chance.one<Victim>(['worker', 'worker', 'worker', 'officer', 'officer', 'server']),
    officer: chance.below(officers),
    after: chance.below(longest),
    atOnce: i > 0 && chance.in100(20),
  }));
}
