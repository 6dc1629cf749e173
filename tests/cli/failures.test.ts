/** A failed command reports in the language of its answers: our own failures as sentences, the words of others as quotations. */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { agreementsFolder } from '../../agreements/find.ts';
import { failureSentence, whyIn } from '../../cli/failures.ts';
import { wordsIn } from '../../cli/words.ts';
import { languages } from '../../clauses/desk.ts';
import { wordings } from '../../wording/index.ts';
import { message } from '../../wording/message.ts';
import { inProcess, temporaryFolder, type Said } from '../support/cli.ts';

const folder = temporaryFolder();
const home = join(folder.path, 'home');
afterAll(() => folder.remove());

describe.each(languages)('reports in %s', language => {
  const w = wordings[language];
  const run = (env: Record<string, string>, ...args: string[]): Promise<Said> =>
    inProcess([...args, '--language', language], { env: { SERVANDA_HOME: home, ...env } });

  it('every mistake of the configuration', async () => {
    const keys = folder.file('keys', 'nothing\n');
    chmodSync(keys, 0o600);
    const env = { SERVANDA_LOG: 'loud', SERVANDA_PORT: '0', SERVANDA_KEYS_FILE: keys, SERVANDA_HOEM: '/srv' };
    const { code, stderr } = await run(env, 'keys', 'public');
    const { mistakes, keysFiles, faults } = w.failures;
    const said = (text: string, values: Record<string, string | number>): string => message(text, w.locale, values);
    const known = 'trace, debug, info, warn, error, fatal, silent';
    expect({ code, stderr: stderr.trimEnd().split('\n') }).toEqual({
      code: 2,
      stderr: [
        said(faults.configuration, { count: 4 }),
        `  SERVANDA_LOG=loud: ${said(mistakes.oneOf, { known })}`,
        `  SERVANDA_PORT=0: ${said(mistakes.wholeNumber, { least: '1', most: '65535' })}`,
        `  SERVANDA_HOEM=/srv: ${said(mistakes.unknownVariable, { near: 'SERVANDA_HOME', known: '' })}`,
        `  SERVANDA_KEYS_FILE=${keys}: ${said(keysFiles.notKeyLine, { line: 1 })}`,
      ],
    });
  });

  it('a file that is not a register, quoting the driver', async () => {
    const other = join(folder.path, `other-${language}`);
    mkdirSync(other);
    folder.file(`other-${language}/register.db`, 'not a database, but a text that is long enough to be taken for one '.repeat(20));
    const { code, stderr } = await run({ SERVANDA_HOME: other }, 'agreement', 'list');
    const why = 'file is not a database';
    const file = join(other, 'register.db');
    const said = message(w.failures.faults.notOpened, w.locale, { file, because: 'notRegister', why });
    expect({ code, stderr }).toEqual({ code: 1, stderr: `${said}\n` });
    expect(said).toMatch(/[“«]file is not a database[”»]/);
  });

  it('an unknown agreement, and the nearest one', async () => {
    const id = 'kz-az-2004-government-communication';
    const { code, stderr } = await run({}, 'timeline', id);
    expect(code).toBe(2);
    const near = 'kz-az-2004-government-communications';
    const said = message(w.failures.faults.noAgreementOfId, w.locale, { id, near, folder: agreementsFolder });
    expect(stderr.trimEnd()).toBe(said);
  });

  it('a full disk, and an unknown failure, which is quoted', async () => {
    const words = await wordsIn(language);
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    expect(failureSentence(full, words)).toContain(w.failures.unwritable.full);
    expect(failureSentence(full, words)).toContain('ENOSPC: no space left on device');
    expect(whyIn(new Error('a stranger'), words)).toMatch(/^[“«]a stranger[”»]$/);
  });
});
