/** The benchmark runs, and compares two programs that agree. No time is asserted. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('the benchmark compares the fold with a reducer that gives the same answers', () => {
  const bench = fileURLToPath(new URL('../bench/fold.ts', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', bench, '--rounds', '2'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^43 facts over 66 years/);
  expect(stdout).toMatch(/fold : reducer = \d+\.\d : 1/);
});
