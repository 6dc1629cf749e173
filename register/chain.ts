/** The chain of an agreement's lines: each is hashed together with the hash of the line before, so that no line can be changed unnoticed. */
import { canonical, contentHash } from './canonical.ts';
import type { EntryLine } from './tables.ts';
import type { Line, Row, Verdict } from './types.ts';

/** What the first line of every chain follows. */
export const beginning = `sha256:${'0'.repeat(64)}`;

/** The hash of a line: of all that it says, and of the hash of the line before. */
export function lineHash({ agreement, seq, entry, entered, previous }: Omit<Row, 'hash'>): string {
  return contentHash({ agreement, seq, entry, entered: { by: entered.by, at: entered.at }, previous });
}

/** The line that follows the last one. */
export function nextLine(last: Row | undefined, line: Pick<Row, 'agreement' | 'entry' | 'entered'>): Row {
  const next = { ...line, seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? beginning };
  return { ...next, hash: lineHash(next) };
}

/** A row as it is stored. */
export function stored({ agreement, seq, entry, entered, previous, hash }: Row): EntryLine {
  return {
    agreement,
    seq,
    id: entry.id,
    type: entry.type,
    body: canonical(entry),
    content_hash: contentHash(entry),
    previous,
    hash,
    entered_by: entered.by,
    entered_at: entered.at,
  };
}

/** @throws Error when the stored text can no longer be read. */
export function rowOf({ agreement, seq, body, previous, hash, entered_by: by, entered_at: at }: EntryLine): Row {
  try {
    return { agreement, seq, entry: JSON.parse(body) as Line, entered: { by, at }, previous, hash };
  } catch (cause) {
    throw new Error(
      `Line ${seq} of ${agreement} can't be read: its text was changed after it was entered. Restore the register from a copy.`,
      {
        cause,
      },
    );
  }
}

/**
 * Recomputes a chain from its first line. A cut-off end leaves a sound shorter chain: compare `head` with one kept elsewhere.
 */
export function verifyChain(lines: readonly EntryLine[]): Verdict {
  const chain = new Chain();
  for (const line of lines) {
    const why = chain.take(line);
    if (why) return { sound: false, seq: chain.seq, why };
  }
  return { sound: true, lines: chain.seq, head: chain.head };
}

/** A chain recomputed line by line, from its first. */
export class Chain {
  /** The number of the line that was taken last. */
  seq = 0;
  head = beginning;

  /** Why this is not the line that was written next, or undefined. After a fault nothing that follows says anything. */
  take(line: EntryLine): string | undefined {
    this.seq += 1;
    const why = fault(line, this.seq, this.head);
    this.head = line.hash;
    return why;
  }
}

/** Why a line is not what was written at this place, or undefined. */
function fault(line: EntryLine, seq: number, previous: string): string | undefined {
  if (line.seq !== seq) return `line ${seq} is missing; the next there is line ${line.seq}`;
  const row = readable(line);
  if (!row) return 'its content is no longer canonical JSON: the text was changed';
  if (contentHash(row.entry) !== line.content_hash) return 'its content does not give the content hash written beside it';
  if (row.entry.id !== line.id || row.entry.type !== line.type) return 'the id or type written beside its content is another';
  if (line.previous !== previous) return 'it does not follow the line before it: the hash it names is another';
  if (lineHash(row) !== line.hash) return 'its hash is not that of the line: its content, who entered it or when was changed';
  return undefined;
}

/** The row, if its text is still the canonical form of an entry. */
function readable(line: EntryLine): Row | undefined {
  try {
    const row = rowOf(line);
    return row.entry instanceof Object && canonical(row.entry) === line.body ? row : undefined;
  } catch {
    return undefined;
  }
}
