/**
 * When a timer of an agreement fires. Thousands of agreements can have a date at one midnight: each wakes at a moment of its own within a
 * minute after it, so that they don't hold up whoever records something meanwhile. The law counts in days.
 */
import { createHash } from 'node:crypto';
import type { ArmedTimer } from '../machines/timer.ts';

/** In milliseconds. */
const spread = 60_000;

/** All of an agreement's are moved by as much, so that two dates of one day still wake it once. */
export const atOwnMoment = (agreement: string, timers: readonly ArmedTimer[]): ArmedTimer[] =>
  timers.map(timer => ({ ...timer, at: timer.at + momentOf(agreement) }));

/** By a hash, since ids that differ by one letter are to be far apart. */
const momentOf = (agreement: string): number => createHash('sha256').update(agreement).digest().readUInt32BE() % spread;
