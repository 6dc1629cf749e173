/** The notices that the desk has had, read only from their own lines, so that a list of notices reads no agreement. */
import type { Kysely } from 'kysely';
import { contentOf, linesAfter } from './lines.ts';
import type { Tables } from './tables.ts';
import type { DeskStep, ListedStep } from './types.ts';

/** Newest step first. Lines never change, so only lines written since the last call are read. */
export function noticesRead(db: Kysely<Tables>): () => Promise<readonly ListedStep[]> {
  let last = { seq: 0, found: new Map<string, ListedStep>() };
  return async () => {
    const lines = await linesAfter(db, 'step', last.seq);
    if (lines.length) {
      const found = new Map(last.found);
      for (const line of lines)
        for (const entry of (contentOf(line) as { entries: readonly DeskStep[] }).entries)
          if (entry.type === 'notice.step') setLast(found, { agreement: line.agreement, number: entry.notice, latest: entry.step.type });
      last = { seq: lines.at(-1)!.seq, found };
    }
    return [...last.found.values()].reverse();
  };
}

function setLast(found: Map<string, ListedStep>, notice: ListedStep): void {
  const key = JSON.stringify([notice.agreement, notice.number]);
  found.delete(key);
  found.set(key, notice);
}
