/** The differences between two descriptions: each value by its path, as JSON; undefined on the side that lacks it. */
import { canonical } from '../register/canonical.ts';

export interface Apart {
  path: string;
  there: string | undefined;
  here: string | undefined;
}

export function apart(there: unknown, here: unknown, at: readonly string[] = []): Apart[] {
  if (canonical(there ?? null) === canonical(here ?? null)) return [];
  if (!isMapping(there) || !isMapping(here)) return [{ path: at.join('.'), there: shown(there), here: shown(here) }];
  return [...new Set([...Object.keys(there), ...Object.keys(here)])].flatMap(key => apart(there[key], here[key], [...at, key]));
}

const isMapping = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null;
const shown = (value: unknown): string | undefined => JSON.stringify(value)?.slice(0, 80);
