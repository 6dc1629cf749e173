/** JSON in a flag: short, flat, and without keys that mean something to the machine. */
import { whyBeyond } from '../machines/limits.ts';
import { BadInput } from './failures.ts';

/** In characters. */
const limit = 20_000;

/** @throws BadInput that says how it is written */
export function jsonFrom(flag: string, given: string, example: string): unknown {
  const read = given.length > limit ? undefined : parsed(given);
  const why = given.length > limit ? `is longer than ${limit} characters` : read === undefined ? 'is not JSON' : whyBeyond(read, limit);
  if (why) throw new BadInput(`--${flag} ${why}: ${given.slice(0, 200)}. Write it such as '${example}'.`);
  return read;
}

function parsed(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}
