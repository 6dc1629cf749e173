/** Lists show real agreements: rehearsals are left out unless requested, and the list reports that. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProcess, temporaryFolder, type Said } from '../support/cli.ts';
import { keepIn } from '../support/register-of.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const folder = temporaryFolder();
const both = join(folder.path, 'both');
const invented = join(folder.path, 'invented');
const protocol = { id: 'ps', type: 'protocol.signed', protocol: 'p1', on: '2025-05-01' };
const rehearsal = (id: string) => ({ content: testAgreement(id), facts: [...inForceFrom('2021-03-10'), protocol] });

beforeAll(async () => {
  const real = { content: { ...testAgreement('real'), rehearsal: false }, facts: [...inForceFrom('2022-03-10'), protocol] };
  await keepIn(both, [real, rehearsal('first'), rehearsal('second')]);
  await keepIn(invented, [rehearsal('first')]);
});
afterAll(() => folder.remove());

const run = (home: string, ...args: string[]): Promise<Said> => inProcess(args, { env: { SERVANDA_HOME: home } });
const leftOut = '2 rehearsals are left out: add --rehearsals.';

describe.each([
  ['agreement list', ['agreement', 'list']],
  ['deadlines', ['deadlines', '--within', 'P10Y']],
  ['protocol list', ['protocol', 'list']],
])('%s', (_, command) => {
  const idsOf = ({ stdout }: Said): string[] => {
    const all = JSON.parse(stdout) as { agreement?: string; protocol?: { agreement: string } }[];
    return [...new Set(all.map(one => one.protocol?.agreement ?? one.agreement!))].sort();
  };

  it('leaves out rehearsals, and says how many', async () => {
    const json = await run(both, ...command, '--json');
    expect([idsOf(json), json.stderr.trim()]).toEqual([['real'], leftOut]);
    const page = await run(both, ...command);
    expect(page.stdout).not.toMatch(/first|second/);
    expect(page.stderr).toContain(leftOut);
  });

  it('includes them with --rehearsals, and says nothing', async () => {
    const json = await run(both, ...command, '--rehearsals', '--json');
    expect([idsOf(json), json.stderr]).toEqual([['first', 'real', 'second'], '']);
  });
});

it.each([
  ['deadlines', '--within', 'P10Y'],
  ['protocol', 'list'],
  ['notice', 'list'],
])('%s %s leaves nothing out when a rehearsal is named', async (...command) => {
  expect((await run(both, ...command, 'first')).stderr).not.toContain('left out');
});

it('deadlines --undecided does not fail because of a rehearsal, unless rehearsals are asked for', async () => {
  const undecided = ['deadlines', '--within', 'P10Y', '--undecided', '--as-of', '2030-09-01'];
  expect(await run(invented, ...undecided)).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('One rehearsal is left out') as unknown,
  });
  expect(await run(invented, ...undecided, '--rehearsals')).toMatchObject({ code: 1 });
});

it('agreement list reports that there are only rehearsals, and not that there is nothing', async () => {
  expect(await run(invented, 'agreement', 'list')).toMatchObject({ code: 1, stderr: 'One rehearsal is left out: add --rehearsals.\n' });
});

it.each([
  ['2020-01-01', /Enter a day after/],
  ['2199-01-01', /within a hundred years/],
])('rehearse --until %s is refused, as on its page', async (until, said) => {
  const { code, stdout, stderr } = await run(invented, 'rehearse', 'ee-ru-1993-legal-assistance', '--until', until);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(said);
});
