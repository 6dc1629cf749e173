/** Imports the rows of a table, each like an agreement's file. Imported rows are skipped, so a repeat resumes an interrupted import. */
import type { ColumnName } from '../../agreements/table/columns.ts';
import { columnsOf } from '../../agreements/table/reasons.ts';
import { readRow, type TakenRow } from '../../agreements/table/row.ts';
import type { Table, TableRow } from '../../agreements/table/read.ts';
import { unprintableIn } from '../../documents/unprintable.ts';
import { formatPath } from '../../machines/requirement.ts';
import { mapConcurrently } from '../../reconciliation/map-concurrently.ts';
import { isRefusal } from '../../machines/refusal.ts';
import { readEntry } from '../../machines/read-entries.ts';
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

/** What became of a row. `warnings`: what to know about it even though it was imported or was already there. */
export interface Outcome {
  line: number;
  number: string;
  agreement: string | null;
  became: 'taken' | 'already there' | 'not taken';
  reasons: RowRejection[];
  warnings: string[];
  /** What the row describes, if it can be read. */
  read?: TakenRow;
}

/** Why a row was not imported, and the cells at fault; empty if the whole row is at fault, or the register conflicts with it. */
export interface RowRejection {
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

/** The time limit for each row, in milliseconds: the worker may have hundreds of rows before it. */
const patience = 300_000;

/** Enough to keep a small server busy, and few enough not to be rejected. */
const atOnce = 16;

export interface Taking {
  /** True if the table's facts are invented; rehearsals are kept apart. */
  rehearsal: boolean;
  /** Absent in a dry run if no register exists yet. */
  registers: Registers | undefined;
  open: Open | undefined;
  stop?: AbortSignal | undefined;
}

/** What would become of each row, in the table's order. Nothing is written. */
export async function checkRows(context: Context, table: Table, rehearsal: boolean): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const registers = context.hasRegister() ? await context.registers({ reading: true }) : undefined;
  await takeRows(context, table, { rehearsal, registers, open: undefined }, outcome => outcomes.push(outcome));
  return outcomes.sort((a, b) => a.line - b.line);
}

/**
 * Imports the rows, sixteen at a time, and reports each one when it is done. @throws any failure that ends the run, or the reason of
 * `stop`: the rows reported so far are done, the others are not.
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
    // Without this, pure computation would starve the process's timers and signals.
    await new Promise(setImmediate);
  });

  async function takeRow(row: TableRow): Promise<Outcome> {
    const notTaken = (reasons: RowRejection[]): Omit<Outcome, 'line' | 'number'> => ({
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

const ofRow = (says: string): RowRejection => ({ columns: [], says });

const lettersIn = ({ agreement, facts }: TakenRow, { client: { noGlyph }, locale }: Wording): string[] =>
  unprintableIn(agreement, facts).map(
    ({ path, letters }) => `${formatPath(path)}: ${message(noGlyph, locale, { letters: letters.join(', ') })}`,
  );
