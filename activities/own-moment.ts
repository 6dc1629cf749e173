/**
 * When a timer of an agreement fires. Thousands of agreements can have a date at one midnight: each wakes at a moment of its own within a
 * minute after it, so that they don't hold up whoever records something meanwhile. The law counts in days.
 */
import { createHash } from 'node:crypto';
import type { ArmedTimer } from '../machines/timer.ts';

/** In milliseconds. */
const spread = 60_000;

/** All timers of an agreement move by the same amount, so that two dates of one day still wake it once. */
export const atOwnMoment = (agreement: string, timers: readonly ArmedTimer[]): ArmedTimer[] =>
  timers.map(timer => ({ ...timer, at: timer.at + momentOf(agreement) }));

/** A hash, so that ids that differ by one letter are far apart. */
const momentOf = (agreement: string): number => createHash('sha256').update(agreement).digest().readUInt32BE() % spread;
