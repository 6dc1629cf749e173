/**
 * Runs each test once per mutant in one process, many times faster than a process for each. A mutant counts as noticed only if the same
 * test then passes without it; all others are tried again, each in its own process.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import type { RunnerTestCase, RunnerTestSuite, SerializedConfig } from 'vitest';
import { VitestTestRunner } from 'vitest/runners';
import { getFn, getHooks } from 'vitest/suite';
import { forgetRuns } from '../../machines/fold-runs.ts';
import type { Screening } from './messages.ts';

const { byTest, log, milliseconds } = JSON.parse(readFileSync(process.env['MUTATION_PLAN']!, 'utf8')) as Screening;

/** Real time, whatever the tests set the clock to. */
const now = performance.now.bind(performance);
let [turns, deadline] = [0, Infinity];
/** Called in every turn of a loop. */
const turn = (): void => {
  if ((turns += 1) % 256 === 0 && now() > deadline) throw new Error('This mutant makes a loop endless.');
};
Object.assign(globalThis, { turn });

/** Forgets the folds with another mutant, which a test that reuses its agreement would get instead of its own. */
function choose(mutant: number | undefined): void {
  Object.assign(globalThis, { mutant });
  forgetRuns();
}

/** The mutants noticed by other files and earlier attempts. */
const noticed = new Set(
  readFileSync(log, 'utf8')
    .split('\n')
    .filter(line => line.startsWith('noticed '))
    .map(line => Number(line.split(' ')[1])),
);

export default class ScreeningRunner extends VitestTestRunner {
  /** For the current test: the mutants still to try, and the one with which it just failed. */
  private left: number[] = [];
  private failedWith: number | undefined;

  constructor(config: SerializedConfig) {
    super(config);
    choose(undefined);
  }

  /** A test with setup is repeated by Vitest together with its setup: at most twice per mutant. */
  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    await super.onBeforeRunTask(test);
    this.left = (byTest[test.id] ?? []).filter(mutant => !noticed.has(mutant));
    this.failedWith = undefined;
    if (isPrepared(test)) test.repeats = 2 * this.left.length;
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    const run = getFn(test as never) as () => Promise<void>;
    do await this.turn(test, run);
    while (!isPrepared(test) && (this.left.length || this.failedWith !== undefined));
  }

  private async turn(test: RunnerTestCase, run: () => Promise<void>): Promise<void> {
    const { failedWith } = this;
    this.failedWith = undefined;
    if (failedWith !== undefined) {
      // A test fails here if it can't be repeated or a mutant has corrupted its state; it then says nothing about further mutants.
      await run().catch((cause: unknown) => {
        this.left = [];
        throw cause;
      });
      noticed.add(failedWith);
      appendFileSync(log, `noticed ${failedWith} ${test.file.name}\n`);
      return;
    }
    const mutant = this.left.shift();
    if (mutant === undefined) return;
    appendFileSync(log, `trying ${mutant} ${test.id}\n`);
    choose(mutant);
    deadline = now() + 5_000 + 20 * milliseconds[test.id]!;
    await run().catch(() => (this.failedWith = mutant));
    deadline = Infinity;
    choose(undefined);
  }
}

function isPrepared(test: RunnerTestCase): boolean {
  for (
    let suite: RunnerTestSuite | undefined = test.suite ?? test.file;
    suite;
    suite = suite.suite ?? (suite === test.file ? undefined : test.file)
  ) {
    const { beforeEach, afterEach } = getHooks(suite);
    if (beforeEach.length || afterEach.length) return true;
  }
  return false;
}
