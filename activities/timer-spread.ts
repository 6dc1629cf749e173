/**
 * When an agreement's timers fire. Thousands of agreements can have a date at the same midnight, so each wakes at its own moment within the
 * next minute and they don't delay anyone recording something. The law counts in days.
 */
import { createHash } from 'node:crypto';
import type { ArmedTimer } from '../machines/timer.ts';

/** In milliseconds. */
const spread = 60_000;

/** Shifts all timers of an agreement equally, so that two dates on one day still wake it once. */
export const spreadTimers = (agreement: string, timers: readonly ArmedTimer[]): ArmedTimer[] =>
  timers.map(timer => ({ ...timer, at: timer.at + momentOf(agreement) }));

/** Hashed, so that similar ids are far apart. */
const momentOf = (agreement: string): number => createHash('sha256').update(agreement).digest().readUInt32BE() % spread;
