/** An officer's diary: requests and acknowledgements, one line each, written before anything else happens. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Line, Teller } from './stories.ts';

/** An officer's place. */
export interface Desk extends Teller {
  /** The file of the diary. */
  diary: string;
}

/** `n` is the story, `k` the command in it, `tries` its number of repeats, over all processes. */
export type Said =
  | { said: 'asked'; n: number; k: number; tries: number; agreement: string; brings: Line[] }
  /** `existing`, `seen`: done by an attempt whose answer was lost; reported by the service, or seen in the register. */
  | { said: 'acknowledged'; n: number; k: number; how: 'new' | 'existing' | 'seen' }
  | { said: 'failed' | 'let be'; n: number; k: number; told: string };

export const writeDiary = (file: string, said: Said): void => appendFileSync(file, `${JSON.stringify(said)}\n`);

/** A line that a kill cut off in the middle does not count. */
export function readDiary(file: string): Said[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
  return lines.flatMap(line => (line.endsWith('}') ? [JSON.parse(line) as Said] : []));
}

/** How many commands have been acknowledged so far. */
export const acknowledgedIn = (file: string): number => readDiary(file).filter(s => s.said === 'acknowledged').length;

/** The first command that is neither acknowledged nor given up. */
export function whereLeft(diary: readonly Said[]): { n: number; k: number; tries: number } {
  const last = diary.at(-1);
  if (!last) return { n: 0, k: 0, tries: 0 };
  const tries = diary.filter(s => s.said === 'asked' && s.n === last.n && s.k === last.k).length;
  return last.said === 'asked' || last.said === 'failed' ? { n: last.n, k: last.k, tries } : { n: last.n, k: last.k + 1, tries: 0 };
}
