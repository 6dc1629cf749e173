/**
 * Runs each test once for every mutant that it is shown, in one process: a thousand times quicker than a process for each. A mutant counts as
 * noticed only when the same test passes right after it without one; all others are shown to their tests again by themselves.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import type { RunnerTestCase, SerializedConfig } from 'vitest';
import { VitestTestRunner } from 'vitest/runners';
import { getFn } from 'vitest/suite';
import type { Screening } from './messages.ts';

const { byTest, log } = JSON.parse(readFileSync(process.env['MUTATION_PLAN']!, 'utf8')) as Screening;
const choose = (mutant: number | undefined): void => void Object.assign(globalThis, { mutant });
/** What other files, and earlier attempts, have noticed. */
const noticed = new Set(
  readFileSync(log, 'utf8')
    .split('\n')
    .filter(line => line.startsWith('noticed '))
    .map(line => Number(line.split(' ')[1])),
);

export default class ScreeningRunner extends VitestTestRunner {
  constructor(config: SerializedConfig) {
    super(config);
    choose(undefined);
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    const run = getFn(test as never) as () => Promise<void>;
    for (const mutant of byTest[test.id] ?? []) {
      if (noticed.has(mutant)) continue;
      appendFileSync(log, `trying ${mutant} ${test.id}\n`);
      choose(mutant);
      const fails = await run().then(
        () => false,
        () => true,
      );
      choose(undefined);
      if (!fails) continue;
      // A test that can't be repeated, or a memory that the mutant has spoilt: what follows here says nothing of mutants.
      await run();
      noticed.add(mutant);
      appendFileSync(log, `noticed ${mutant} ${test.file.name}\n`);
    }
  }
}
