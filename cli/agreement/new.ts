/** servanda agreement new: asks in the order of a treaty's final clauses, and writes the agreement's file, checked. */
import { existsSync, writeFileSync } from 'node:fs';
import { AgreementFileError, parseAgreement, type AgreementFile } from '../../agreements/load.ts';
import { terms } from '../../clauses/terms.ts';
import { define } from '../define.ts';
import { UsageError, failureSentence } from '../failures.ts';
import { interviewIn } from '../words.ts';
import type { CliContext } from '../world.ts';
import { warnOfFindings } from './findings-page.ts';
import { duration, termination } from './interview/duration-questions.ts';
import { entryIntoForce, provisionalApplication, type PartyCodes } from './interview/entry-questions.ts';
import { fileText } from './interview/file-text.ts';
import { Interview } from './interview/interview.ts';
import { agreementId, amendment, parties, signature, sources, survivals, title } from './interview/other-questions.ts';

async function create(this: CliContext, _: object, named?: string): Promise<void> {
  const { words } = this;
  const texts = await interviewIn(words.language);
  if (!this.prompt) throw new UsageError(texts.noTerminal);
  const refuseExisting = (file: string): void => {
    if (existsSync(file)) throw new UsageError(words.say(texts.exists, { file }));
  };
  if (named) refuseExisting(named);
  const i = new Interview(this, this.prompt, texts);
  i.say(texts.begin);
  const description = await described(i);
  const file = named ?? `${description.id}.yaml`;
  refuseExisting(file);
  const { content, read } = await checked(i, file, description);
  writeFileSync(file, content, { flag: 'wx' });
  const isWarned = warnOfFindings(this, read);
  this.print(words.say(texts.written, { file, warnings: String(isWarned) }));
}

/** The final clauses, in the order in which treaties have them. */
const clauseQuestions = {
  entryIntoForce,
  provisionalApplication,
  duration,
  termination,
  amendment,
  survivals,
} as const satisfies Record<keyof typeof terms.shape, (i: Interview, codes: PartyCodes) => Promise<unknown>>;
type Clause = keyof typeof clauseQuestions;
const clauseNames = Object.keys(clauseQuestions) as Clause[];

interface Description {
  id: string;
  title: { en: string };
  parties: Awaited<ReturnType<typeof parties>>;
  clauses: Partial<Record<Clause, unknown>>;
  sources: object[];
  facts: object[];
}

async function described(i: Interview): Promise<Description> {
  const { headings } = i.texts;
  i.heading(headings.parties);
  const both = await parties(i);
  const codes: PartyCodes = [both[0].id, both[1].id];
  i.heading(headings.title);
  const en = await title(i);
  const signed = await signature(i);
  const id = await agreementId(i, codes, en, signed.on);
  const clauses: Description['clauses'] = {};
  for (const clause of clauseNames) clauses[clause] = await askedClause(i, clause, codes);
  i.heading(headings.sources);
  return { id, title: { en }, parties: both, clauses, sources: await sources(i), facts: [{ id: 's', type: 'signed', ...signed }] };
}

/** Asked again as a whole where its answers do not go together. */
function askedClause(i: Interview, clause: Clause, codes: PartyCodes): Promise<unknown> {
  i.heading(i.texts.headings[clause]);
  return i.section(terms.shape[clause], () => clauseQuestions[clause](i, codes));
}

/** The file as it would be read: a clause that contradicts another, or from which no date can follow, is asked for again. */
async function checked(i: Interview, file: string, description: Description): Promise<{ content: string; read: AgreementFile }> {
  const codes: PartyCodes = [description.parties[0].id, description.parties[1].id];
  for (;;) {
    const content = fileText(file, description);
    try {
      return { content, read: parseAgreement(content, file) };
    } catch (failure) {
      const again =
        failure instanceof AgreementFileError ? clauseNames.filter(c => failure.problems.some(p => p.path.startsWith(`clauses.${c}`))) : [];
      if (!again.length) throw failure;
      i.say(`\n${failureSentence(failure, i.words)}\n${i.texts.again}`);
      for (const clause of again) description.clauses[clause] = await askedClause(i, clause, codes);
    }
  }
}

export const command = define<object, [string?]>({
  usage: ['[file]'],
  examples: `
  npx servanda agreement new
  npx servanda agreement new agreements/aa-bb-2024-customs.yaml`,
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [{ placeholder: 'file', brief: 'newFile', optional: true, parse: (value: string): string => value }],
    },
    flags: {},
  },
  func: create,
});
