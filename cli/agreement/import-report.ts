/** The outcome of an import: a page for people, and a table for the officer who corrects the source. */
import { writeFileSync } from 'node:fs';
import { UsageError } from '../failures.ts';
import type { Outcome } from '../../client/importing/import-rows.ts';
import { lineOn, wrapped } from '../page.ts';
import type { Words } from '../words.ts';
import type { Page } from '../world.ts';

/** The most rows that the terminal lists of those not imported. */
const shown = 20;

/** An outcome as the command prints it. */
type Reported = Omit<Outcome, 'reasons' | 'read'> & { reasons: string[] };

export interface Count {
  rows: number;
  taken: number;
  alreadyThere: number;
  notTaken: Reported[];
  /** Imported or already there, with warnings. */
  warned: Reported[];
}

const reported = ({ read: _, reasons, ...outcome }: Outcome): Reported => ({ ...outcome, reasons: reasons.map(r => r.says) });

export function countOf(outcomes: readonly Outcome[]): Count {
  const of = (became: Outcome['became']): Outcome[] => outcomes.filter(o => o.became === became);
  return {
    rows: outcomes.length,
    taken: of('taken').length,
    alreadyThere: of('already there').length,
    notTaken: of('not taken').map(reported),
    warned: outcomes.filter(o => o.became !== 'not taken' && o.warnings.length).map(reported),
  };
}

/** `dry`: nothing was written; the page says what would be imported. */
export function formatCount({ rows, taken, alreadyThere, notTaken, warned }: Count, dry: boolean, page: Page): string {
  const { m, say, number } = page.words;
  const { import: texts } = m.administration;
  const values = { count: rows, n: number(rows), taken: number(taken), there: number(alreadyThere), left: number(notTaken.length) };
  return [
    say(texts.rows, { ...values, dry: String(dry), any: String(notTaken.length > 0) }),
    ...listed(notTaken, o => o.reasons, page),
    ...(warned.length ? [say(texts.warned, { count: warned.length, n: number(warned.length) })] : []),
    ...listed(warned, o => o.warnings, page),
  ].join('\n');
}

function listed(outcomes: readonly Reported[], of: (o: Reported) => string[], page: Page): string[] {
  const { m, say, number } = page.words;
  const { import: texts } = m.administration;
  const inRow = (o: Reported): string => say(texts.row, { line: `${o.line}`, number: o.number || 'none', reasons: of(o).join('; ') });
  const told = outcomes.slice(0, shown).flatMap(o => wrapped(inRow(o), lineOn(page) - 2).map(l => `  ${l}`));
  const more = outcomes.length - shown;
  return more > 0 ? [...told, `  ${say(texts.more, { n: number(more) })}`] : told;
}

/** Writes a table with a line for each row, to read beside the imported one. @throws UsageError if the file can't be written */
export function writeReport(file: string, outcomes: readonly Outcome[], dry: boolean, { m, say }: Words): void {
  const { import: texts } = m.administration;
  const lines = [
    texts.reportColumns,
    ...outcomes
      .map(reported)
      .map(o => [
        String(o.line),
        o.number,
        o.agreement ?? '',
        texts.became[dry && o.became === 'taken' ? 'wouldBeTaken' : outcomeNames[o.became]],
        [...o.reasons, ...o.warnings].join('; '),
      ]),
  ];
  try {
    writeFileSync(file, `\ufeff${lines.map(cells => cells.map(quoted).join(',')).join('\r\n')}\r\n`);
  } catch (cause) {
    throw new UsageError(say(texts.cantReport, { file, why: (cause as NodeJS.ErrnoException).code ?? String(cause) }));
  }
}

const outcomeNames = { taken: 'taken', 'already there': 'alreadyThere', 'not taken': 'notTaken' } as const;

/** Quotes a text that a spreadsheet would otherwise run as a formula. */
const quoted = (text: string): string => {
  const harmless = /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
