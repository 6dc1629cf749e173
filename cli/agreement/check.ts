/** servanda agreement check: what makes no sense in the clauses of a file, each finding with the shortest story that shows it. */
import { buildCommand } from '@stricli/core';
import { agreementFile, listAgreements } from '../../agreements/find.ts';
import { AgreementFileError, examineAgreement } from '../../agreements/load.ts';
import { BadInput, NotAsAsked } from '../failures.ts';
import { json } from '../flags.ts';
import type { World } from '../world.ts';
import { findingsPage, hasErrors, type Checked } from './findings-page.ts';

interface Flags {
  json?: boolean;
}

async function check(this: World, { json: asJson }: Flags, ...named: string[]): Promise<void> {
  const { m, counted } = this.words;
  const files = named.length ? named.map(n => agreementFile(n)) : listAgreements().map(a => a.file);
  const all = files.map(checked);
  if (asJson) this.print(JSON.stringify(all.map(inJson), null, 2));
  else this.print(all.map(one => findingsPage(one, this)).join('\n'));
  const wrong = all.filter(hasErrors).length;
  if (wrong) throw new BadInput(counted(m.check.wrong, wrong));
  const warned = all.filter(c => c.findings.length).length;
  if (warned) throw new NotAsAsked(counted(m.check.warned, warned));
}

function checked(file: string): Checked {
  try {
    const { agreement, findings } = examineAgreement(file);
    return { file, agreement: agreement.id, mistakes: [], findings };
  } catch (failure) {
    if (!(failure instanceof AgreementFileError)) throw failure;
    return { file, agreement: null, mistakes: failure.problems, findings: [] };
  }
}

const inJson = ({ file, agreement, mistakes, findings }: Checked): object => ({
  file,
  agreement,
  mistakes: mistakes.map(({ file: _, ...m }) => m),
  findings: findings.map(({ finding: { name, severity, article, story }, path, line, column, message }) => ({
    name,
    severity,
    article,
    path,
    line,
    column,
    message,
    story,
  })),
});

export const command = buildCommand<Flags, string[], World>({
  docs: {
    brief: 'What makes no sense in the clauses of a file',
    customUsage: ['[file-or-id...] [--json]'],
    fullDescription: `Walks each agreement with invented facts, from signature through a few periods, with notices on the days that matter, and prints what
makes no sense: a notice longer than its period, a renewal that nothing prevents, a reading that no date depends on. Each finding has a
name, its place in the file, the article, and the shortest story that shows it. Without a file: all of agreements/.
An error is found where no date can follow: such a file is refused wherever it is read. A warning where one can.
Exit 0 without a finding; 1 with warnings only; 2 with an error, or a file that can't be read.

EXAMPLES
  npx servanda agreement check
  npx servanda agreement check kz-az-2004-government-communications --json
  npx servanda agreement check agreements/es-za-1998-investment.yaml`,
  },
  parameters: {
    positional: {
      kind: 'array',
      parameter: { placeholder: 'file-or-id', brief: 'Files, or ids: then agreements/<id>.yaml', parse: (value: string): string => value },
    },
    flags: { json },
  },
  func: check,
});
