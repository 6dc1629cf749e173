/** servanda agreement check: reports contradictions in a file's clauses, each with the shortest sequence of facts that shows it. */
import { agreementFile, listAgreements } from '../../agreements/find.ts';
import { examineAgreement } from '../../agreements/load.ts';
import { checkedBy, hasErrors, type Checked } from '../../client/checking.ts';
import { mistakeIn } from '../../wording/faults/sentence.ts';
import { findingIn } from '../../wording/findings/messages.ts';
import { define } from '../define.ts';
import { UsageError, CommandFailed } from '../failures.ts';
import { argument, json } from '../flags.ts';
import type { Words } from '../words.ts';
import type { CliContext } from '../world.ts';
import { findingsPage, noGlyph } from './findings-page.ts';

interface Flags {
  json?: boolean;
}

async function check(this: CliContext, { json: asJson }: Flags, ...named: string[]): Promise<void> {
  const { m, counted } = this.words;
  const files = named.length ? named.map(n => agreementFile(n)) : listAgreements().map(a => a.file);
  const all = files.map(file => checkedBy(file, () => examineAgreement(file)));
  if (asJson)
    this.print(
      JSON.stringify(
        all.map(one => inJson(one, this.words)),
        null,
        2,
      ),
    );
  else this.print(all.map(one => findingsPage(one, this)).join('\n'));
  const wrong = all.filter(hasErrors).length;
  if (wrong) throw new UsageError(counted(m.check.wrong, wrong));
  const warned = all.filter(c => c.findings.length || c.unprintable.length).length;
  if (warned) throw new CommandFailed(counted(m.check.warned, warned));
}

const inJson = ({ file, agreement, mistakes, findings, unprintable }: Checked, words: Words): object => ({
  file,
  agreement,
  mistakes: mistakes.map(({ file: _, fault, ...m }) => ({ ...m, code: fault.code, message: mistakeIn(fault, words.wording) })),
  findings: findings.map(({ finding, path, line, column }) => {
    const { name, severity, article, story } = finding;
    return { name, severity, article, path, line, column, message: findingIn(finding, words.wording), story };
  }),
  unprintable: unprintable.map(({ letters, path, line, column }) => ({
    letters,
    path,
    line,
    column,
    message: noGlyph({ letters }, words),
  })),
});

export const command = define<Flags, string[]>({
  usage: ['[file-or-id...] [--json]'],
  examples: `
  npx servanda agreement check
  npx servanda agreement check kz-az-2004-government-communications --json
  npx servanda agreement check agreements/es-za-1998-investment.yaml`,
  parameters: {
    positional: {
      kind: 'array',
      parameter: argument('file-or-id', 'files'),
    },
    flags: { json },
  },
  func: check,
});
