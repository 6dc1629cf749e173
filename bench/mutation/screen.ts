/** The quick first pass: all mutants are placed in their sources at once, and each test is repeated for every mutant it reaches. */
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
}

/** The mutants that a test noticed. */
export async function screened(mutants: readonly Mutant[], covered: Covered, { jobs, most }: Looked): Promise<Set<Mutant>> {
  const noticed = new Set<Mutant>();
  const turns = Array.from({ length: jobs }, (_, turn) => ({ turn, numbers: [...mutants.keys()].filter(n => n % jobs === turn) }));
  await eachByJobs(turns, jobs, async ({ turn, numbers }, job) => {
    const log = `${kept}/screening-${process.pid}-${turn}.log`;
    mkdirSync(kept, { recursive: true });
    writeFileSync(log, '');
    const hung = new Set<number>();
    for (let isOver = false; !isOver;) {
      const plan = planOf(mutants, new Set(numbers.filter(n => !hung.has(n))), covered, most, log);
      writeFileSync(`${log}.json`, JSON.stringify(plan));
      const mutant = await lookedThrough(job, `${log}.json`, log, testsIn(covered));
      if (mutant === undefined) isOver = true;
      else hung.add(mutant);
    }
    for (const line of linesOf(log)) if (line.startsWith('noticed ')) noticed.add(mutants[Number(line.split(' ')[1])]!);
  });
  return noticed;
}

function planOf(mutants: readonly Mutant[], numbers: ReadonlySet<number>, covered: Covered, most: number, log: string): Screening {
  const byTest: Record<string, number[]> = {};
  for (const number of numbers)
    for (const { ids } of testsFor(covered, mutants[number]!, most, 'while they run').tests)
      for (const id of ids) (byTest[id] ??= []).push(number);
  const tests = [...testsIn(covered).values()].filter(({ id }) => byTest[id]);
  const sources = covered.sources
    .map(({ file, source }) => ({ file, source, here: [...numbers].filter(n => mutants[n]!.file === file) }))
    .filter(({ here }) => here.length)
    .map(({ file, source, here }) => ({
      file,
      code: withMutants(
        source,
        here.map(number => ({ number, mutant: mutants[number]! })),
      ),
    }));
  return { sources, tests: cheapestFirst(tests), byTest, log };
}

type TestsById = ReadonlyMap<string, TestCovered & { file: string }>;

const testsIn = ({ byTest }: Covered): TestsById =>
  new Map([...byTest].flatMap(([file, { tests }]) => tests.map(t => [t.id, { ...t, file }] as const)));

const linesOf = (log: string): string[] => readFileSync(log, 'utf8').trimEnd().split('\n');

/** Undefined when all tests have run; otherwise the mutant on which one hung. */
async function lookedThrough(job: Job, plan: string, log: string, tests: TestsById): Promise<number | undefined> {
  let hung: number | undefined;
  const watch = setInterval(() => {
    const [what, mutant, test] = linesOf(log).at(-1)!.split(' ');
    const patience = 30_000 + 5 * (tests.get(test ?? '')?.milliseconds ?? 0);
    if (what !== 'trying' || Date.now() - statSync(log).mtimeMs < patience) return;
    hung = Number(mutant);
    appendFileSync(log, `hung ${mutant}\n`);
    job.end();
  }, 5_000);
  const answer = await job.ask({ kind: 'screen', plan }, 24 * 3_600_000);
  clearInterval(watch);
  job.end();
  if (!answer && hung === undefined) throw new Error('The screening process died.');
  return hung;
}
