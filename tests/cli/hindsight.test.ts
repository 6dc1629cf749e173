/** The effect of later facts on an earlier day, and years that are most likely slips, as people read them. */
import { afterAll, expect, it } from 'vitest';
import { inProcess, temporaryFolder } from '../support/cli.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const agreement = 'kz-az-2004-government-communications';
const facts = folder.file(
  'facts.yaml',
  JSON.stringify([
    { id: 's', type: 'signed', on: '2021-01-01' },
    { id: 'n1', type: 'completion.notified', by: 'KZ', received: '2021-02-01' },
    { id: 'n2', type: 'completion.notified', by: 'AZ', received: '2021-03-10' },
    { id: 'e', type: 'entry.agreed', on: '2022-01-01', date: '2021-02-01' },
  ]),
);
const answer = async (...args: string[]): Promise<string> =>
  (await inProcess([...args, '--facts', facts, '--as-of', '2021-02-15'])).stdout.replace(/\s+/g, ' ');

it.each(['timeline', 'explain'])(
  '%s names a later fact that changed the answer, and otherwise answers by what was known at the time',
  async command => {
    const named = 'Learnt only later: e of 1 Jan 2022 affects this day too, with effect from 1 Feb 2021.';
    expect(await answer(command, agreement)).toContain(named);
    expect(await answer(command, agreement, '--known-on', '2021-12-31')).not.toContain('Learnt only later');
  },
);

it('timeline --json lists a later fact that changed the answer', async () => {
  const { status, hindsight } = JSON.parse(await answer('timeline', agreement, '--json')) as { status: string; hindsight: object[] };
  expect({ status, hindsight }).toMatchObject({ status: 'inForce', hindsight: [{ fact: 'e', on: '2022-01-01', from: '2021-02-01' }] });
});

it('a year before 1648 gives a warning before it is entered', async () => {
  const { stdout } = await inProcess(['simulate', agreement, 'signed', '--on', '0204-03-01', '--as-of', '2024-01-01']);
  expect(stdout.replace(/\s+/g, ' ')).toMatch(/Year 204 is before 1648: check the year \(\S+, on: 0204-03-01\)/);
});
