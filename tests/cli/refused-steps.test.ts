/** What a notice would refuse is refused at the command line before its consequences are displayed, without a question or a service. */
import { afterAll, describe, expect, it } from 'vitest';
import { inProcess, type Said } from '../support/cli.ts';
import { now } from '../support/desk.ts';
import { deskHome } from '../web/desk-home.ts';

const kept = await deskHome(['with-notices']);
afterAll(() => kept.remove());

async function step(command: string, number: string, flags: readonly string[], at = now): Promise<Said & { asked: number }> {
  let asked = 0;
  const answer = (): Promise<boolean> => Promise.resolve(++asked < 1);
  const args = ['notice', command, 'with-notices', number, ...flags];
  return { ...(await inProcess(args, { now: at, env: { SERVANDA_HOME: kept.home }, answer })), asked };
}
const proved = ['--evidence', 'note 8'];

describe.each([[[]], [['--yes']]])('with %j', yes => {
  it.each([
    ['dispatch', '2028-2', ['--on', '2028-08-01'], /is in the future/],
    ['dispatch', '2028-2', ['--on', '2028-06-20', '--dated', '2028-06-21'], /dated .* after/],
    ['dispatch', '2028-1', [], /not approved/],
    ['dispatch', '2028-3', [], /dispatched/],
    ['received', '2028-3', ['--on', '2028-08-01', ...proved], /is in the future/],
    ['received', '2028-3', ['--on', '2028-05-19', ...proved], /before/],
    ['received', '2028-2', ['--on', '2028-05-21', ...proved], /approved/],
    ['examine', '2028-3', ['--accept'], /other Party/],
    ['examine', '2028-3', ['--defective', 'unsigned'], /other Party/],
  ])('%s %s %j is refused at once', async (command, number, flags, why) => {
    const { code, stdout, stderr, asked } = await step(command, number, [...flags, ...yes]);
    expect({ code, stdout, asked }, stderr).toEqual({ code: 2, stdout: '', asked: 0 });
    expect(stderr).toMatch(why);
    expect(stderr).not.toContain('If it is');
  });
});

/** In Almaty it is already 2 July, in Baku still 1 July. */
const afterMidnightInAlmaty = Date.parse('2028-07-01T19:30:00Z');

it('a notice dispatched after midnight in one capital is previewed, though the legal today is still the day before', async () => {
  const said = await step('dispatch', '2028-2', ['--on', '2028-07-02'], afterMidnightInAlmaty);
  expect(said).toMatchObject({ code: 1, asked: 1, stderr: expect.stringContaining('2 Jul 2028') as unknown });
});

it('a notice dispatched while the Parties have different dates needs its day, and gets no day that would be a day early', async () => {
  const said = await step('dispatch', '2028-2', ['--yes'], afterMidnightInAlmaty);
  expect(said).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Add the day of dispatch: --on DATE.') as unknown });
  expect((await step('dispatch', '2028-2', ['--yes'], afterMidnightInAlmaty + 3_600_000)).stderr).toContain('2 Jul 2028');
});

it('a notice received after midnight by a Party where it is still the day before is refused as of a future day', async () => {
  const said = await step('received', '2028-3', ['--on', '2028-07-02', ...proved], afterMidnightInAlmaty);
  expect(said).toMatchObject({ code: 2, asked: 0, stderr: expect.stringContaining('is in the future') as unknown });
});
