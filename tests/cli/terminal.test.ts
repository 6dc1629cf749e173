/** One answer of each command on a terminal of 80 columns, in every language: no line is wider, unless it has no space in it. */
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { languages } from '../../clauses/desk.ts';
import { loadAgreement } from '../../agreements/load.ts';
import { inProcess, temporaryFolder } from '../support/cli.ts';
import { keepIn } from '../support/register-of.ts';
import { writeKeptRegister } from '../support/kept-register.ts';
import { testAgreement } from '../support/test-agreement.ts';

const folder = temporaryFolder();
const home = join(folder.path, 'home');
const id = 'jp-kr-2016-military-information';
afterAll(() => folder.remove());

beforeAll(async () => {
  const note = folder.file('note.pdf', 'a note');
  await writeKeptRegister(home, testAgreement('kept', { rehearsal: false }), note);
  const loaded = [id, 'in-bd-1996-ganges-waters', 'kz-az-2004-government-communications', 'ch-it-1999-rail-capacity'];
  await keepIn(
    home,
    loaded.map(name => {
      const { agreement, facts } = loadAgreement(`agreements/${name}.yaml`);
      return { content: agreement, facts };
    }),
  );
});

const notice = ['termination.notified', '--by', 'JP', '--received', '2026-11-20'];
const answers: readonly (readonly string[])[] = [
  ['agreement', 'list'],
  ['agreement', 'show', id],
  ['agreement', 'show', 'kept'],
  ['agreement', 'check', id],
  ['agreement', 'import', 'docs/table-of-agreements.csv', '--dry-run'],
  ['timeline', id],
  ['explain', id],
  ['deadlines', '--within', 'P5Y'],
  ['deadlines', '--undecided'],
  ['simulate', id, ...notice],
  ['certificate', 'kept', '--out', join(folder.path, 'status.pdf')],
  ['notice', 'list'],
  ['notice', 'show', id, '2026-1'],
  ['protocol', 'list'],
  ['document', 'list', 'kept'],
  ['register', 'verify'],
  ['register', 'head'],
  ['deliveries'],
  ['identity', 'list'],
  ['record', id, ...notice],
  ['record', id, 'signed'],
  ['correct', id, 'none', '--received', '2026-11-20'],
  ['strike', id, 'none', '--reason', 'sent in error'],
  ['decide', id, '--renew'],
  ['acknowledge', id],
  ['replan', id],
  ['register', 'compare'],
  ['register', 'rebuild'],
  ['temporal', 'workflow', 'list'],
  ['keys', 'public'],
  ['timeline', 'nothing'],
  ['tiemline', id],
  ['timeline', id, '--as-fo', '2026-01-01'],
];

/** The line is too wide because of a single word: nothing in it could have been on another line. */
const isOneWord = (line: string): boolean => /^\S* *\S+$/.test(line.trimStart());

test.each(answers.map(args => [args.map(arg => basename(arg)).join(' '), args] as const))(
  'on a terminal no line is too wide in any language: %s',
  async (_, args) => {
    for (const [language, columns] of [...languages.map(l => [l, 80] as const), ['en', 120] as const]) {
      const { stdout, stderr } = await inProcess([...args, '--language', language], { columns, env: { SERVANDA_HOME: home } });
      const lines = `${stdout}${stderr}`.trimEnd().split('\n');
      expect(lines).not.toEqual(['']);
      expect(lines.filter(line => [...line].length > columns && !isOneWord(line))).toEqual([]);
    }
  },
);
