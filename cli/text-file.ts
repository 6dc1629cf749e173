/** Reads the text of a file, up to the largest size that a text of servanda can have. */
import { readText } from '../agreements/read-text.ts';
import { UsageError } from './failures.ts';
import type { Words } from './words.ts';

/** @throws UsageError if it can't be read, is not UTF-8, or is endless */
export function textIn({ m, say }: Words, file: string): string {
  try {
    return readText(file);
  } catch {
    throw new UsageError(say(m.administration.unreadable, { file }));
  }
}
