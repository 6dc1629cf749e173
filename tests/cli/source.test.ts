/** Whether an answer comes from the register or from a file: it says so, and an id in the register means the agreement there. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { loadAgreement } from '../../agreements/load.ts';
import { agreementFile } from '../../agreements/find.ts';
import { inProcess, temporaryFolder, type Said } from '../support/cli.ts';
import { keepIn } from '../support/register-of.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const folder = temporaryFolder();
const home = join(folder.path, 'home');
const known = 'kz-az-2004-government-communications';
const { agreement } = loadAgreement(agreementFile(known));
const kept = testAgreement('kept');
const file = folder.file('kept.yaml', stringify({ ...kept, facts: inForceFrom('2020-01-15') }));
const facts = folder.file('facts.yaml', stringify(inForceFrom('2019-01-15')));

beforeAll(() =>
  keepIn(home, [
    { content: agreement, facts: inForceFrom('2021-03-10') },
    { content: kept, facts: inForceFrom('2022-05-20') },
  ]),
);
afterAll(() => folder.remove());

const run = (args: readonly string[], at = home): Promise<Said> => inProcess(args, { env: { SERVANDA_HOME: at } });
const entryOf = async (...args: string[]): Promise<[unknown, string]> => {
  const { stdout, stderr } = await run(['timeline', ...args, '--json']);
  return [(JSON.parse(stdout) as { entryIntoForce: { date: string } }).entryIntoForce.date, stderr];
};
const fromRegister = `Answered from the register in ${home}.\n`;
const fromFile = (path: string, id: string): string =>
  `Answered from the file ${path}. The register in ${home} keeps ${id} too, and may know more: name it by its id.\n`;

describe('an answer', () => {
  it('for an id is from the register if the agreement is there, whether or not servanda comes with a file', async () => {
    expect(await entryOf(known)).toEqual(['2021-03-10', fromRegister]);
    expect(await entryOf('kept')).toEqual(['2022-05-20', fromRegister]);
    expect(await entryOf('kept', '--register')).toEqual(['2022-05-20', fromRegister]);
  });

  it('for a path is from that file, and mentions that the agreement is in the register too', async () => {
    expect(await entryOf(file)).toEqual(['2020-01-15', fromFile(file, 'kept')]);
  });

  it('with facts given in addition is from the file', async () => {
    expect(await entryOf(known, '--facts', facts)).toEqual([
      '2019-01-15',
      `Answered from the file ${agreementFile(known)}, because of --facts. The register in ${home} keeps ${known} too, and may know more: leave --facts out.\n`,
    ]);
  });

  it.each([
    ['timeline', '--facts', []],
    ['explain', '--add-facts', []],
    ['simulate', '--facts', ['--by', 'KZ', '--received', '2027-01-01']],
  ])('for %s with %s and an id that is only in the register asks for a file', async (command, flag, more) => {
    const { code, stderr } = await run([command, 'kept', ...more, flag, facts]);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('there is no agreements/kept.yaml. The register') as unknown,
    });
    expect(stderr).not.toContain('Did you mean');
  });

  it('for an agreement in no register is from the file, without comment', async () => {
    expect(await run(['timeline', 'jp-kr-2016-military-information'])).toMatchObject({ code: 0, stderr: '' });
    expect(await run(['timeline', known], join(folder.path, 'none'))).toMatchObject({ code: 0, stderr: '' });
  });

  it.each([
    ['explain', []],
    ['simulate', ['--by', 'KZ', '--received', '2027-01-01']],
  ])('for %s mentions it too', async (command, more) => {
    expect(await run([command, 'kept', ...more])).toMatchObject({ code: 0, stderr: fromRegister });
    expect(await run([command, file, ...more])).toMatchObject({ code: 0, stderr: fromFile(file, 'kept') });
  });

  it('is refused if the register and facts of a file are asked for together, or if the agreement is not in the register', async () => {
    const both = await run(['timeline', known, '--register', '--facts', facts]);
    expect(both).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('give one of the two') as unknown });
    expect(await run(['timeline', 'jp-kr-2016-military-information', '--register'])).toMatchObject({ code: 2, stdout: '' });
  });
});
