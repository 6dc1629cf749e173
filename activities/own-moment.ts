/**
 * When a timer of an agreement fires. Thousands of agreements can have a date at one midnight: each wakes at a moment of its own within half
 * a minute after it, so that they don't hold up whoever records something meanwhile. The law counts in days.
 */
import type { ArmedTimer } from '../machines/timer.ts';

/** In milliseconds. */
const spread = 30_000;

/** All of an agreement's are moved by as much, so that two dates of one day still wake it once. */
export const atOwnMoment = (agreement: string, timers: readonly ArmedTimer[]): ArmedTimer[] =>
  timers.map(timer => ({ ...timer, at: timer.at + momentOf(agreement) }));

function momentOf(agreement: string): number {
  let hash = 0;
  for (const character of agreement) hash = (hash * 31 + character.codePointAt(0)!) % 1_000_003;
  return hash % spread;
}
