/** The page of a standing about a notice that ends an agreement only on days of the year. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { inProcess, temporaryFolder } from '../support/cli.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const text = (renewal: object): string =>
  stringify({
    id: 'aa-bb-2024-tunnels',
    title: { en: 'Convention on tunnels' },
    parties: [
      { id: 'AA', name: { en: 'A' }, zone: 'Europe/Paris' },
      { id: 'BB', name: { en: 'B' }, zone: 'Europe/Zurich' },
    ],
    clauses: {
      entryIntoForce: { on: 'exchangeOfInstruments', then: { firstDayOfMonth: 2 }, article: 'art. 21' },
      duration: { kind: 'periods', first: { until: '2028-12-31' }, renewal, article: 'art. 23' },
      termination: { when: 'onFixedDays', days: ['12-31'], notice: 'P6M', article: 'art. 24' },
    },
    sources: [{ what: 'the text', where: 'invented' }],
    facts: [
      { id: 's', type: 'signed', on: '2024-11-20' },
      { id: 'x', type: 'instruments.exchanged', on: '2026-01-31' },
    ],
  });

async function page(renewal: object): Promise<string> {
  const file = join(folder.path, 'tunnels.yaml');
  writeFileSync(file, text(renewal));
  const { code, stdout } = await inProcess(['timeline', file, '--as-of', '2027-06-01']);
  expect(code).toBe(0);
  return stdout.replace(/\s+/g, ' ');
}

test('an agreement renewed year by year has one last day for notice, and its page does not say that silence renews nothing', async () => {
  const told = await page({ kind: 'automatic', length: 'P1Y' });
  expect(told).toContain('30 Jun 2027 (in 29 days), art. 24: received by then, a notice ends it on 31 Dec 2027');
  expect(told).not.toContain('silence renews nothing');
  expect(told).not.toContain('no renewal that a notice could prevent');
});

test('without a renewal clause the page says that silence renews nothing', async () => {
  expect(await page({ kind: 'none' })).toContain('a notice ends it on 31 Dec 2027; silence renews nothing');
});
