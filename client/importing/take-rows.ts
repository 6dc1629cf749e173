/**
 * The rows of a table taken one after the other, each as an agreement's file is opened. What is there already is left alone, so that
 * repeating it resumes an interrupted import.
 */
import type { ColumnName } from '../../agreements/table/columns.ts';
import { columnsOf } from '../../agreements/table/reasons.ts';
import { readRow, type TakenRow } from '../../agreements/table/row.ts';
import type { Table, TableRow } from '../../agreements/table/read.ts';
import { unprintableIn } from '../../documents/unprintable.ts';
import { formatPath } from '../../machines/must.ts';
import { mapConcurrently } from '../../reconciliation/map-concurrently.ts';
import { isRefusal } from '../../machines/refusal.ts';
import { readEntry } from '../../machines/refusals.ts';
import type { Registers } from '../../register/home.ts';
import { rowReasonIn } from '../../wording/faults/table/sentence.ts';
import { message } from '../../wording/message.ts';
import { refusalWithBasis } from '../../wording/refusals/sentence.ts';
import type { Wording } from '../../wording/wording.ts';
import type { Context } from '../context.ts';
import { isFaultOfRequest } from '../failures.ts';
import { openAgreement } from '../opening.ts';
import { differencesOf } from './differences.ts';
import { repeated, underTwoNumbers } from './repeats.ts';

/** What became of a row. `warnings`: what is to be known of it though it was taken, or was there. */
export interface Outcome {
  line: number;
  number: string;
  agreement: string | null;
  became: 'taken' | 'already there' | 'not taken';
  reasons: WhyNot[];
  warnings: string[];
  /** What it describes, where it can be read. */
  read?: TakenRow;
}

/** Why a row was not taken, and which of its cells are at fault; none where it is the row as a whole, or what the register has. */
export interface WhyNot {
  columns: readonly ColumnName[];
  says: string;
}

/** Opens one agreement; absent in a dry run. */
export type Open = (row: TakenRow) => Promise<unknown>;

/** Opens each row in the name of `by`. */
export const opening =
  (context: Context, by?: string): Open =>
  row =>
    openAgreement(
      context,
      { ...row, file: message(context.wording.client.import.line, context.wording.locale, { line: row.line }) },
      by,
      patience,
    );

/** For each row, in milliseconds: the worker may have hundreds before it. */
const patience = 300_000;

/** Enough to keep a small server busy, few enough not to be refused. */
const atOnce = 16;

export interface Taking {
  /** What the table tells is invented, and is kept apart. */
  rehearsal: boolean;
  /** Absent in a dry run where nothing was ever opened. */
  registers: Registers | undefined;
  open: Open | undefined;
  stop?: AbortSignal | undefined;
}

/** Nothing is written: what would become of each row, in their order. */
export async function checkRows(context: Context, table: Table, rehearsal: boolean): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const registers = context.hasRegister() ? await context.registers({ reading: true }) : undefined;
  await takeRows(context, table, { rehearsal, registers, open: undefined }, outcome => outcomes.push(outcome));
  return outcomes.sort((a, b) => a.line - b.line);
}

/**
 * Takes the rows, sixteen at a time, and tells of each as it is done. @throws what ends the whole run, `stop` with its reason: the rows told
 * of are taken, the others are not.
 */
export async function takeRows(
  context: Context,
  { rows }: Table,
  { rehearsal, registers, open, stop }: Taking,
  tell: (outcome: Outcome) => void,
): Promise<void> {
  const { wording } = context;
  const [twice, alike] = [repeated(rows, wording), underTwoNumbers(rows, wording)];
  await mapConcurrently(rows, atOnce, async row => {
    stop?.throwIfAborted();
    tell(await takeRow(row));
    // What only computes would never let the timers and the signals of the process have their turn.
    await new Promise(setImmediate);
  });

  async function takeRow(row: TableRow): Promise<Outcome> {
    const notTaken = (reasons: WhyNot[]): Omit<Outcome, 'line' | 'number'> => ({
      agreement: null,
      became: 'not taken',
      reasons,
      warnings: [],
    });
    const repeat = twice.get(row);
    if (repeat) return { line: row.line, number: row.fields.number ?? '', ...notTaken([{ columns: ['number'], says: repeat }]) };
    const now = await context.now();
    const read = readRow(row, { rehearsal, now });
    if ('reasons' in read) {
      const reasons = read.reasons.map(r => ({ columns: columnsOf(r), says: rowReasonIn(r, wording) }));
      return { line: read.line, number: read.number, ...notTaken(reasons) };
    }
    const { line, number, agreement } = read;
    const same = alike.get(row);
    const outcome = { line, number, agreement: agreement.id, read, warnings: [...(same ? [same] : []), ...lettersIn(read, wording)] };
    const kept = await registers?.find(agreement.id);
    if (kept) {
      const reasons = (await differencesOf(read, kept, wording)).map(ofRow);
      return { ...outcome, became: reasons.length ? 'not taken' : 'already there', reasons };
    }
    const refused = read.facts.map(f => readEntry(f, agreement, now)).filter(isRefusal);
    if (refused.length) return { ...outcome, became: 'not taken', reasons: refused.map(r => ofRow(refusalWithBasis(r, wording))) };
    try {
      await open?.(read);
      return { ...outcome, became: 'taken', reasons: [] };
    } catch (cause) {
      if (!isFaultOfRequest(cause)) throw cause;
      return { ...outcome, became: 'not taken', reasons: [ofRow(cause.message)] };
    }
  }
}

const ofRow = (says: string): WhyNot => ({ columns: [], says });

const lettersIn = ({ agreement, facts }: TakenRow, { client: { noGlyph }, locale }: Wording): string[] =>
  unprintableIn(agreement, facts).map(
    ({ path, letters }) => `${formatPath(path)}: ${message(noGlyph, locale, { letters: letters.join(', ') })}`,
  );
