/** An agreement with a day known only within bounds, as people read it: ranges, and the day by which to act. */
import { afterAll, describe, expect, it } from 'vitest';
import { inProcess, temporaryFolder } from '../support/cli.ts';
import { testAgreement } from '../support/test-agreement.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

/** JSON is YAML. */
const file = (name: string, notice: string | undefined, length = 'P5Y'): string => {
  const { clauses, ...rest } = testAgreement(name);
  const duration = {
    ...clauses.duration,
    first: length,
    renewal: { kind: 'automatic', length },
    noticeBefore: notice,
  };
  const facts = [
    { id: 's', type: 'signed', on: '1997-05-14' },
    { id: 'e', type: 'entry.agreed', on: '1998-01-01', published: true, date: { notBefore: '1998-01-01', notAfter: '1998-12-31' } },
  ];
  return folder.file(`${name}.yaml`, JSON.stringify({ ...rest, clauses: { ...clauses, duration }, facts }));
};
const plain = file('plain', 'P6M');
const unprevented = file('unprevented', undefined);
const wide = file('wide', 'P6M', 'P1Y');
const answer = async (...args: string[]): Promise<string> => (await inProcess(args)).stdout.replace(/\s+/g, ' ');

describe('a date explained', () => {
  it('has its first and its last possible day, and is not said to be counted from one day', async () => {
    const said = await answer('explain', plain, '--as-of', '2026-11-27');
    expect(said).toMatch(/Last day of period 6: 31 Dec 2027 \(in \d+ days\) … 30 Dec 2028 art. 13: the first and the last day possible/);
    expect(said).toMatch(/Safe day for notice: 30 Jun 2027/);
    expect(said).toContain('known only within bounds: entry into force on a day from 1 Jan 1998 to 31 Dec 1998 (e)');
    expect(said).not.toContain('by its own last notification');
  });
});

describe('the day by which to act', () => {
  it('is the safe day, and once that is past also the last day on which a notice may still be in time', async () => {
    expect(await answer('deadlines', '--files', plain, '--as-of', '2026-11-27', '--within', 'P2Y')).toMatch(
      /plain \(rehearsal\) earliest possible safe day for notice/,
    );
    const late = await answer('deadlines', '--files', plain, '--as-of', '2027-08-01', '--within', 'P10Y');
    expect(late).toMatch(
      /30 Jun 2028 .*latest possible last day for notice, which may already be past.*undecided.*earliest possible safe day for notice/,
    );
    expect(await answer('timeline', plain, '--as-of', '2027-08-01')).toMatch(
      /safe day is 30 Jun 2032 .* for a notice received from 1 Jan 2029 on/,
    );
  });

  it('is absent if no notice could prevent a renewal, and nothing is then undecided', async () => {
    const asked = ['deadlines', '--files', unprevented, '--as-of', '2026-11-27', '--within', 'P3Y'];
    expect(await inProcess(asked)).toMatchObject({ code: 1, stdout: '', stderr: 'No deadline within 3 years, in 1 agreement.\n' });
    expect((await inProcess([...asked, '--undecided'])).code).toBe(0);
    expect(await answer('timeline', unprevented, '--as-of', '2026-11-27')).toContain('no notice could prevent a renewal');
  });

  it('is today if no safe day can be given', async () => {
    const said = await answer('deadlines', '--files', wide, '--as-of', '2026-11-27');
    expect(said).toMatch(/27 Nov 2026 \(today\).*no safe day can be given, art. 13.*undecided/);
  });
});
