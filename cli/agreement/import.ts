/** servanda agreement import: opens the agreements of a table, one per row, and reports every reason why a row can't be imported. */
import { existsSync, realpathSync } from 'node:fs';
import { columnNames } from '../../agreements/table/columns.ts';
import { readTable, type Table } from '../../agreements/table/read.ts';
import type { Registers } from '../../register/home.ts';
import { noteIn } from '../../wording/log/sentence.ts';
import { define } from '../define.ts';
import { UsageError, followedBy, CommandFailed } from '../failures.ts';
import { argument, home, json, positional, text, yesOrNo } from '../flags.ts';
import { opening, takeRows, type Open, type Outcome } from '../../client/importing/import-rows.ts';
import { formatCount, countOf, writeReport } from './import-report.ts';
import type { Context } from '../../client/context.ts';
import { contextOf } from '../client.ts';
import { Progress } from '../progress.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  dryRun?: boolean;
  rehearsal?: boolean;
  report?: string;
  by?: string;
  home?: string;
  json?: boolean;
}

async function importing(this: CliContext, flags: Flags, file: string): Promise<void> {
  const { m, say, counted } = this.words;
  const { import: texts } = m.administration;
  const table = await readTable(file);
  if (flags.report && isSameFile(flags.report, file)) throw new UsageError(say(texts.sameFile, { file: flags.report }));
  sayColumns(this, table);
  const outcomes: Outcome[] = [];
  const stop = new AbortController();
  const { onStopSignals } = await import('../../worker/signals.ts');
  const quiet = onStopSignals(
    note => this.warn(noteIn(note, this.words.wording)),
    () => stop.abort(new CommandFailed(texts.stopped)),
  );
  const context = contextOf(this, flags.home);
  const run = async (registers: Registers | undefined, open: Open | undefined): Promise<void> => {
    if (flags.report) writeReport(flags.report, [], flags.dryRun ?? false, this.words); // fails before the first row if the report can't be written
    const progress = new Progress(this, table.rows.length, 'rows');
    try {
      await takeRows(context, table, { rehearsal: flags.rehearsal ?? false, registers, open, stop: stop.signal }, outcome => {
        outcomes.push(outcome);
        progress.advance();
      });
    } finally {
      progress.end();
    }
  };
  try {
    if (flags.dryRun) await dry(context, run);
    else await kept(context, flags, run);
  } catch (cause) {
    if (!outcomes.length) throw cause;
    throw followedBy(cause, say(texts.before, { taken: countOf(outcomes).taken, total: table.rows.length }), this.words);
  } finally {
    quiet();
    outcomes.sort((a, b) => a.line - b.line);
    if (flags.report && outcomes.length) writeReport(flags.report, outcomes, flags.dryRun ?? false, this.words);
  }
  const count = countOf(outcomes);
  const { unknown: unknownColumns, missing: missingColumns } = table;
  if (flags.json) this.print(JSON.stringify({ file, dryRun: flags.dryRun ?? false, unknownColumns, missingColumns, ...count }, null, 2));
  else this.print(formatCount(count, flags.dryRun ?? false, this));
  if (count.notTaken.length) throw new CommandFailed(counted(texts.notTaken, count.notTaken.length));
}

/** True also for another path or a link to the same file. */
function isSameFile(one: string, other: string): boolean {
  return existsSync(one) && realpathSync(one) === realpathSync(other);
}

type Run = (registers: Registers | undefined, open: Open | undefined) => Promise<void>;

async function kept(context: Context, { by }: Flags, run: Run): Promise<void> {
  await context.service();
  await run(await context.registers(), opening(context, by));
}

/** Needs no service; recognises agreements that already exist if there is a register. */
async function dry(context: Context, run: Run): Promise<void> {
  await context.configuration();
  await run(context.hasRegister() ? await context.registers() : undefined, undefined);
}

function sayColumns(world: CliContext, { unknown, missing }: Table): void {
  const { say, wording } = world.words;
  const { import: texts } = wording.client;
  if (unknown.length) world.warn(say(texts.unknownColumns, { columns: unknown.join(', ') }));
  if (missing.length) world.warn(say(texts.missingColumns, { columns: missing.join(', ') }));
}

export const command = define<Flags, [string]>({
  usage: ['<table.csv|table.xlsx> [--dry-run] [--report FILE] [--rehearsal] [--by NAME] [--json]'],
  examples: `
  npx servanda agreement import docs/table-of-agreements.csv
  npx servanda agreement import docs/table-of-agreements.csv --rehearsal --report report.csv`,
  values: { columns: columnNames.join(', ') },
  parameters: {
    positional: positional(argument('table', 'table')),
    flags: {
      dryRun: yesOrNo('importDryRun'),
      rehearsal: yesOrNo('importRehearsal'),
      report: text('FILE', 'importReport'),
      by: text('NAME', 'importBy'),
      home,
      json,
    },
  },
  func: importing,
});
