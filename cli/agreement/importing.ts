/**
 * The rows of a table taken one after the other, each as an agreement's file is opened. What is there already is left alone, so that an
 * interrupted import is taken up by repeating it.
 */
import { readRow, type TakenRow } from '../../agreements/table/row.ts';
import type { Table, TableRow } from '../../agreements/table/read.ts';
import { mapConcurrently } from '../../reconciliation/map-concurrently.ts';
import { isRefusal } from '../../machines/refusal.ts';
import { readEntry } from '../../machines/refusals.ts';
import type { Registers } from '../../register/home.ts';
import { rowReasonIn } from '../../wording/faults/table/sentence.ts';
import { isFaultOfRequest } from '../../client/failures.ts';
import { unprintableIn } from '../../documents/unprintable.ts';
import { formatPath } from '../../machines/must.ts';
import { noGlyph } from './findings-page.ts';
import { differencesOf } from './import-differences.ts';
import { repeated, underTwoNumbers } from './import-repeats.ts';
import type { CliContext } from '../world.ts';

/** What became of a row. `reasons`: why it was not taken; `warnings`: what is to be known of it though it was, or was there. */
export interface Outcome {
  line: number;
  number: string;
  agreement: string | null;
  became: 'taken' | 'already there' | 'not taken';
  reasons: string[];
  warnings: string[];
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
  const { words } = world;
  const [twice, alike] = [repeated(rows, words), underTwoNumbers(rows, words)];
  await mapConcurrently(rows, atOnce, async row => {
    stop.throwIfAborted();
    tell(await takeRow(row));
    // What only computes would never let the timers and the signals of the process have their turn.
    await new Promise(setImmediate);
  });

  async function takeRow(row: TableRow): Promise<Outcome> {
    const repeat = twice.get(row);
    const refusedFor = (reasons: string[]): Omit<Outcome, 'line' | 'number'> => ({
      agreement: null,
      became: 'not taken',
      reasons,
      warnings: [],
    });
    if (repeat) return { line: row.line, number: row.fields.number ?? '', ...refusedFor([repeat]) };
    const read = readRow(row, { rehearsal, now: world.now() });
    if ('reasons' in read) return { ...read, ...refusedFor(read.reasons.map(r => rowReasonIn(r, words.wording))) };
    const { line, number, agreement } = read;
    const same = alike.get(row);
    const outcome = { line, number, agreement: agreement.id, warnings: [...(same ? [same] : []), ...lettersIn(read)] };
    const kept = await registers?.find(agreement.id);
    if (kept) {
      const reasons = await differencesOf(read, kept, words);
      return { ...outcome, became: reasons.length ? 'not taken' : 'already there', reasons };
    }
    const refused = read.facts.map(f => readEntry(f, agreement, world.now())).filter(isRefusal);
    if (refused.length) return { ...outcome, became: 'not taken', reasons: refused.map(words.refusal) };
    try {
      await open?.(read);
      return { ...outcome, became: 'taken', reasons: [] };
    } catch (cause) {
      if (!isFaultOfRequest(cause)) throw cause;
      return { ...outcome, became: 'not taken', reasons: [cause.message] };
    }
  }

  function lettersIn({ agreement, facts }: TakenRow): string[] {
    return unprintableIn(agreement, facts).map(({ path, letters }) => `${formatPath(path)}: ${noGlyph({ letters }, words)}`);
  }
}
