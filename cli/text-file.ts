/** The text of a file that a command is given: no more of it than a text of ours can be. */
import { readText } from '../agreements/read-text.ts';
import { UsageError } from './failures.ts';
import type { Words } from './words.ts';

/** @throws UsageError when it can't be read, is no UTF-8 or has no end */
export function textIn({ m, say }: Words, file: string): string {
  try {
    return readText(file);
  } catch {
    throw new UsageError(say(m.administration.unreadable, { file }));
  }
}
