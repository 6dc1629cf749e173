/**
 * The rows of a table taken one after the other, each as an agreement's file is opened. What is there already is left alone, so that an
 * interrupted import is taken up by repeating it.
 */
import { idOf, readRow, type TakenRow } from '../../agreements/table/row.ts';
import type { Table, TableRow } from '../../agreements/table/read.ts';
import { mapConcurrently } from '../../reconciliation/map-concurrently.ts';
import { isRefusal } from '../../machines/refusal.ts';
import { readEntry } from '../../machines/refusals.ts';
import type { Registers } from '../../register/home.ts';
import { rowReasonIn } from '../../wording/faults/table/sentence.ts';
import { isFaultOfRequest } from '../../client/failures.ts';
import { differencesOf } from './import-differences.ts';
import type { Words } from '../words.ts';
import type { CliContext } from '../world.ts';

/** What became of a row. `reasons`: why it was not taken, or what is to be known of it. */
export interface Outcome {
  line: number;
  number: string;
  agreement: string | null;
  became: 'taken' | 'already there' | 'not taken';
  reasons: string[];
}

/** Opens one agreement; absent in a dry run. */
export type Open = (row: TakenRow) => Promise<unknown>;

/** Enough to keep a small server busy, few enough not to be refused. */
const atOnce = 16;

/**
 * Takes the rows, sixteen at a time, and tells of each as it is done. `registers` may be absent in a dry run where nothing was ever
 * opened. @throws what ends the whole run, `stop` with its reason: the rows told of are taken, the others are not.
 */
export async function takeRows(
  world: CliContext,
  { rows }: Table,
  { rehearsal, registers, open, stop }: { rehearsal: boolean; registers: Registers | undefined; open: Open | undefined; stop: AbortSignal },
  tell: (outcome: Outcome) => void,
): Promise<void> {
  const twice = repeated(rows, world.words);
  await mapConcurrently(rows, atOnce, async row => {
    stop.throwIfAborted();
    tell(await takeRow(row));
    // What only computes would never let the timers and the signals of the process have their turn.
    await new Promise(setImmediate);
  });

  async function takeRow(row: TableRow): Promise<Outcome> {
    const repeat = twice.get(row);
    if (repeat) return { line: row.line, number: row.fields.number ?? '', agreement: null, became: 'not taken', reasons: [repeat] };
    const read = readRow(row, rehearsal);
    if ('reasons' in read)
      return { ...read, agreement: null, became: 'not taken', reasons: read.reasons.map(r => rowReasonIn(r, world.words.wording)) };
    const { line, number, agreement } = read;
    const outcome = { line, number, agreement: agreement.id };
    const kept = await registers?.find(agreement.id);
    if (kept) {
      const reasons = await differencesOf(read, kept, world.words);
      return { ...outcome, became: reasons.length ? 'not taken' : 'already there', reasons };
    }
    const refused = read.facts.map(f => readEntry(f, agreement, world.now())).filter(isRefusal);
    if (refused.length) return { ...outcome, became: 'not taken', reasons: refused.map(world.words.refusal) };
    try {
      await open?.(read);
      return { ...outcome, became: 'taken', reasons: [] };
    } catch (cause) {
      if (!isFaultOfRequest(cause)) throw cause;
      return { ...outcome, became: 'not taken', reasons: [cause.message] };
    }
  }
}

/** Rows whose number gives the id of another row: a repeat is named; where the two differ, neither is taken. */
function repeated(rows: readonly TableRow[], { m, say }: Words): Map<TableRow, string> {
  const { import: texts } = m.administration;
  const first = new Map<string, TableRow>();
  const found = new Map<TableRow, string>();
  for (const row of rows) {
    const id = idOf(row.fields.number ?? '');
    const other = id && first.get(id);
    if (!other) first.set(id, row);
    else if (JSON.stringify(sorted(other)) === JSON.stringify(sorted(row))) found.set(row, say(texts.sameLine, { line: other.line }));
    else {
      const why = (line: number): string => say(texts.sameId, { line, id });
      found.set(row, why(other.line));
      found.set(other, why(row.line));
    }
  }
  return found;
}

const sorted = ({ fields }: TableRow): [string, string][] => Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
