/**
 * A short run of the fuzzer for each input: almost valid input is accepted or refused with a reason, and nothing else. The long run: `npm
 * run fuzz`.
 */
import { expect, it } from 'vitest';
import { doorNames } from './support/fuzz/doors.ts';
import { fuzz } from './support/fuzz/run.ts';

const runs: Partial<Record<(typeof doorNames)[number], number>> = {
  yaml: 100,
  facts: 100,
  entries: 200,
  backups: 10,
  'command-line': 4,
  temporal: 25,
};

it.each(doorNames)('%s: almost valid input is either accepted or refused', async door => {
  const { taken, refused, faults } = await fuzz(door, runs[door] ?? 300, 20_261_129);
  expect(faults).toEqual([]);
  expect(taken + refused).toBe(runs[door] ?? 300);
});
