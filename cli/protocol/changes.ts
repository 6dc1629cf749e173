/** What a protocol changes, as JSON from a flag. */
import { z } from 'zod';
import { changes as changesSchema, type Changes } from '../../clauses/terms.ts';
import { BadInput } from '../failures.ts';
import { text } from '../flags.ts';

export const changesFlag = text('JSON', 'What it changes, such as {"periodLength":"P3Y","noticeBefore":"P3M"}');

/** @throws BadInput */
export function changesFrom(given: string | undefined): Changes | undefined {
  if (given === undefined) return undefined;
  let raw: unknown;
  try {
    raw = JSON.parse(given);
  } catch {
    throw new BadInput(`--changes is not JSON: ${given}. Write it such as '{"periodLength":"P3Y","noticeBefore":"P3M"}'.`);
  }
  const read = changesSchema.safeParse(raw);
  if (!read.success) throw new BadInput(`--changes can't be used: ${z.prettifyError(read.error).replaceAll('\n', ' ')}`);
  return read.data;
}
