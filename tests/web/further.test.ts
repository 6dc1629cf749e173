/**
 * The command line's answers beyond today and a year, at the desk: lists as of another day, deadlines further ahead, several entries at
 * once.
 */
import { afterAll, expect, it } from 'vitest';
import { loadAgreement, loadFacts } from '../../agreements/load.ts';
import { deskOver, now } from '../support/desk.ts';
import { inProcess } from '../support/cli.ts';
import { keepIn, projectIn } from '../support/register-of.ts';

const { agreement } = loadAgreement('docs/rehearsal.yaml');
const facts = loadFacts('docs/rehearsal-facts.yaml', agreement).filter(f => f.id !== 't1');

const over = await deskOver(async home => {
  const real = { ...agreement, id: 'real', rehearsal: false };
  await keepIn(home, [{ content: real, facts }], Date.UTC(2028, 5, 20));
  await projectIn(home, ['real'], now);
});
afterAll(() => over.remove());
const browser = await over.browser();
const page = async (path: string, status = 200): Promise<string> => {
  const answer = await browser.get(`${path}${path.includes('?') ? '&' : '?'}lang=en`);
  expect(answer.status).toBe(status);
  return answer.text();
};
const textOf = (said: string): string => said.replaceAll(/<[^>]*>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');
const said = async (...args: string[]): Promise<unknown> =>
  JSON.parse((await inProcess([...args, '--json'], { env: { SERVANDA_HOME: over.home }, now })).stdout);

it.each([
  ['?within=P25Y', ['--within', 'P25Y']],
  ['?within=P3M', ['--within', 'P3M']],
  ['?as-of=2020-01-01&within=P5Y', ['--within', 'P5Y', '--as-of', '2020-01-01']],
])('the deadlines of %s are those of the command line', async (query, flags) => {
  const rows = (await page(`/deadlines${query}`)).split('<tbody>')[1]?.match(/<tr>/g) ?? [];
  expect(rows).toHaveLength(((await said('deadlines', ...flags)) as object[]).length);
});

it('an impossible date is refused with the reason', async () => {
  expect(textOf(await page('/deadlines?as-of=2029-02-30', 422))).toContain('February 2029 has 28 days');
  expect(textOf(await page('/agreements?as-of=tomorrow', 422))).not.toContain('In force');
});

it('agreements are listed as they stood on another day', async () => {
  expect(textOf(await page('/agreements'))).toMatch(/in force/);
  const then = await page('/agreements?as-of=2004-07-01');
  expect(textOf(then)).toMatch(/Rehearsal.*signed/);
  expect(then).toContain('href="/agreements/real?as-of=2004-07-01"');
});

it('dates are listed up to a day, each with its reckoning', async () => {
  const until = await page('/agreements/real?until=2041-01-01');
  expect(textOf(until)).toContain('14 Sep 2039');
  expect(textOf(await page('/agreements/real'))).not.toContain('14 Sep 2039');
  const [, anchor] = /reckoning\?until=2041-01-01#([^"]+)"[^>]*>14[^<]Sep[^<]2039</.exec(until.replaceAll('&nbsp;', ' '))!;
  expect(await page('/agreements/real/reckoning?until=2041-01-01')).toContain(`id="${anchor}"`);
});

it('the letters about all agreements are in one list', async () => {
  expect(textOf(await page('/letters'))).toContain('There have been no letters so far.');
});

it('a certificate is also available as data', async () => {
  const asked = ['certificate', 'real', '--as-of', '2020-01-01', '--format', 'json'];
  const { stdout } = await inProcess(asked, { env: { SERVANDA_HOME: over.home }, now });
  expect((await page('/agreements/real/certificate.json?as-of=2020-01-01')).trim()).toBe(stdout.trim());
});

const several = '/agreements/real/record/several';
it.each([
  ['something other than a list', 'nothing to read', 422, /list/],
  [
    'a mistake in the second',
    '[{id: p1b, type: protocol.completion.notified, protocol: p1, by: AZ, received: 2010-05-01}, {id: x, type: suspended}]',
    422,
    /type/,
  ],
  [
    'two entries',
    '[{id: p1b, type: protocol.completion.notified, protocol: p1, by: AZ, received: 2010-05-01}, {id: sus, type: suspension.agreed, on: 2015-01-01}]',
    200,
    /What it would do/,
  ],
] as const)('several entries: %s is answered before anything is entered', async (_, text, status, shown) => {
  const answer = await browser.post(`${several}?lang=en`, { ...(await browser.own(several)), facts: text });
  expect(answer.status).toBe(status);
  const checked = await answer.text();
  expect(textOf(checked)).toMatch(shown);
  expect(checked).toContain(text.slice(0, 10));
});
