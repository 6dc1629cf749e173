/**
 * The quick first pass: all mutants are placed in their sources at once, and each test is repeated for every mutant it reaches. It goes in
 * rounds: most mutants are noticed by the first second of tests, and only the others need more.
 */
import { appendFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cheapestFirst, kept, testsFor, type Covered } from './coverage.ts';
import { eachByJobs, type Job } from './jobs.ts';
import type { Screening, TestCovered } from './messages.ts';
import type { Mutant } from './mutants.ts';
import { withMutants } from './schemata.ts';

interface Looked {
  jobs: number;
  /** The limit of test time per mutant, in milliseconds. */
  most: number;
  say: (line: string) => void;
}

export interface Screened {
  noticed: ReadonlySet<Mutant>;
  /** With these, a test did not end. */
  hung: ReadonlySet<Mutant>;
}

export async function screened(mutants: readonly Mutant[], covered: Covered, { jobs, most, say }: Looked): Promise<Screened> {
  const outcome: Outcome = { noticed: new Set(), hung: new Set(), tried: new Map() };
  const isLeft = (n: number): boolean => !outcome.noticed.has(n) && !outcome.hung.has(n);
  for (const limit of [1_000, 5_000, 25_000].filter(l => l < most).concat(most)) {
    const left = [...mutants.keys()].filter(isLeft);
    const turns = Array.from({ length: jobs }, (_, turn) => left.filter((_, i) => i % jobs === turn));
    const log = (turn: number): string => `${kept}/screening-${process.pid}-${limit}-${turn}.log`;
    await eachByJobs([...turns.entries()], jobs, async ([turn, numbers], job) => {
      mkdirSync(kept, { recursive: true });
      for (let isOver = false; !isOver;) {
        const plan = planOf(mutants, numbers.filter(isLeft), outcome, covered, limit, log(turn));
        writeFileSync(plan.log, '');
        writeFileSync(`${plan.log}.json`, JSON.stringify(plan));
        isOver = await lookedThrough(job, `${plan.log}.json`, plan.log, testsIn(covered));
        readInto(outcome, plan.log);
      }
    });
    const { noticed, hung } = outcome;
    say(`${noticed.size} of ${mutants.length} mutants noticed and ${hung.size} hung within ${limit / 1000} s of tests each`);
  }
  const those = (numbers: ReadonlySet<number>): Set<Mutant> => new Set([...numbers].map(n => mutants[n]!));
  return { noticed: those(outcome.noticed), hung: those(outcome.hung) };
}

/** The numbers of the mutants; `tried`: the tests that each was tried on. */
interface Outcome {
  noticed: Set<number>;
  hung: Set<number>;
  tried: Map<number, Set<string>>;
}

function readInto({ noticed, hung, tried }: Outcome, log: string): void {
  for (const line of linesOf(log)) {
    const [what, number, test] = line.split(' ');
    const mutant = Number(number);
    if (what === 'noticed') noticed.add(mutant);
    if (what === 'hung') hung.add(mutant);
    if (what === 'trying') tried.set(mutant, (tried.get(mutant) ?? new Set()).add(test!));
  }
}

/** Leaves out what was tried before. */
function planOf(
  mutants: readonly Mutant[],
  numbers: readonly number[],
  { tried }: Outcome,
  covered: Covered,
  most: number,
  log: string,
): Screening {
  const byTest: Record<string, number[]> = {};
  for (const number of numbers)
    for (const { ids } of testsFor(covered, mutants[number]!, most, 'while they run').tests)
      for (const id of ids) if (!tried.get(number)?.has(id)) (byTest[id] ??= []).push(number);
  const tests = [...testsIn(covered).values()].filter(({ id }) => byTest[id]);
  const sources = covered.sources
    .map(({ file, source }) => ({ file, source, here: numbers.filter(n => mutants[n]!.file === file) }))
    .filter(({ here }) => here.length)
    .map(({ file, source, here }) => ({
      file,
      code: withMutants(
        source,
        here.map(number => ({ number, mutant: mutants[number]! })),
      ),
    }));
  const milliseconds = Object.fromEntries(tests.map(t => [t.id, t.milliseconds]));
  return { sources, tests: cheapestFirst(tests), byTest, milliseconds, log };
}

type TestsById = ReadonlyMap<string, TestCovered & { file: string }>;

const testsIn = ({ byTest }: Covered): TestsById =>
  new Map([...byTest].flatMap(([file, { tests }]) => tests.map(t => [t.id, { ...t, file }] as const)));

const linesOf = (log: string): string[] => readFileSync(log, 'utf8').trimEnd().split('\n');

/** False if a test hung or its process died: the log then ends with that mutant, and the others are still to be tried. */
async function lookedThrough(job: Job, plan: string, log: string, tests: TestsById): Promise<boolean> {
  const last = (): string[] => linesOf(log).at(-1)!.split(' ');
  const watch = setInterval(() => {
    const [what, mutant, test] = last();
    const patience = 20_000 + 5 * (tests.get(test ?? '')?.milliseconds ?? 0);
    if (what !== 'trying' || Date.now() - statSync(log).mtimeMs < patience) return;
    appendFileSync(log, `hung ${mutant}\n`);
    job.end();
  }, 2_000);
  const answer = await job.ask({ kind: 'screen', plan }, 24 * 3_600_000);
  clearInterval(watch);
  job.end();
  if (answer) return true;
  const [what, mutant] = last();
  if (what === 'trying') appendFileSync(log, `hung ${mutant}\n`);
  else if (what !== 'hung') throw new Error('The screening process died.');
  return false;
}
