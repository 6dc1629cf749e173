/** servanda agreement new: asks for an agreement in the order of a treaty's final clauses, and writes its file after checking it. */
import { existsSync, writeFileSync } from 'node:fs';
import { AgreementFileError, parseAgreement, type AgreementFile } from '../../agreements/load.ts';
import { askClause, askDescription, clauseNames, codesOf, type Description } from '../../client/interview/description.ts';
import { fileText } from '../../client/interview/file-text.ts';
import { define } from '../define.ts';
import { UsageError, failureSentence } from '../failures.ts';
import { argument, positional } from '../flags.ts';
import { interviewIn } from '../words.ts';
import type { CliContext } from '../world.ts';
import { warnOfFindings } from './findings-page.ts';
import { TerminalInterview } from './terminal-interview.ts';

async function create(this: CliContext, _: object, named?: string): Promise<void> {
  const { words } = this;
  const texts = await interviewIn(words.language);
  if (!this.prompt) throw new UsageError(texts.noTerminal);
  const refuseExisting = (file: string): void => {
    if (existsSync(file)) throw new UsageError(words.say(texts.exists, { file }));
  };
  if (named) refuseExisting(named);
  const i = new TerminalInterview(this, this.prompt, texts);
  i.say(texts.begin);
  const description = await askDescription(i);
  const file = named ?? `${description.id}.yaml`;
  refuseExisting(file);
  const { content, read } = await checked(i, file, description);
  writeFileSync(file, content, { flag: 'wx' });
  const isWarned = warnOfFindings(this, read);
  this.print(words.say(texts.written, { file, warnings: String(isWarned) }));
}

/** Checks the file as it would be read; a clause that contradicts another, or allows no date, is asked for again. */
async function checked(i: TerminalInterview, file: string, description: Description): Promise<{ content: string; read: AgreementFile }> {
  for (;;) {
    const content = fileText(file, description);
    try {
      return { content, read: parseAgreement(content, file) };
    } catch (failure) {
      const again =
        failure instanceof AgreementFileError ? clauseNames.filter(c => failure.problems.some(p => p.path.startsWith(`clauses.${c}`))) : [];
      if (!again.length) throw failure;
      i.say(`\n${failureSentence(failure, i.words)}\n${i.texts.again}`);
      for (const clause of again) description.clauses[clause] = await askClause(i, clause, codesOf(description));
    }
  }
}

export const command = define<object, [string?]>({
  usage: ['[file]'],
  examples: `
  npx servanda agreement new
  npx servanda agreement new agreements/aa-bb-2024-customs.yaml`,
  parameters: {
    positional: positional({ ...argument('file', 'newFile'), optional: true }),
    flags: {},
  },
  func: create,
});
