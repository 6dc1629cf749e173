/** JSON in a flag: short, flat, and without keys that JavaScript treats specially. */
import { whyBeyond } from '../machines/limits.ts';
import { UsageError } from './failures.ts';
import type { Words } from './words.ts';

/** In characters. */
const limit = 20_000;

/** @throws UsageError explaining how to write it */
export function jsonFrom({ m, say }: Words, flag: string, given: string, example: string): unknown {
  const read = given.length > limit ? undefined : parsed(given);
  const tooLong = given.length > limit ? ({ why: 'tooLong', limit } as const) : undefined;
  const beyond = tooLong ?? (read === undefined ? ({ why: 'notJson', limit: null } as const) : whyBeyond(read, limit));
  if (!beyond) return read;
  const why = say(m.arguments.jsonWhy[beyond.why], { limit: `${beyond.limit}` });
  throw new UsageError(say(m.arguments.json, { flag, why, given: given.slice(0, 200), example: `'${example}'` }));
}

function parsed(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}
