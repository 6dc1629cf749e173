/**
 * `npm run mutate -- [--files GLOB …] [--sample 400 --seed 1] [--jobs 2] [--within SECONDS]`: puts small faults, one at a time, into the
 * law, the machines and the rights, runs the tests that reach each, and prints those that no test noticed. Exits with 1 if one is not
 * listed in `bench/mutation/survivors.yaml`, or if that list is out of date.
 */
import { readFileSync } from 'node:fs';
import { chanceOf } from '../tests/support/chance.ts';
import { coverage, testsFor } from './mutation/coverage.ts';
import { eachByJobs, type Job } from './mutation/jobs.ts';
import { mutantsOf, mutated, type Mutant } from './mutation/mutants.ts';
import { lineOf, reportOf, type Result } from './mutation/report.ts';
import { sourcesMutated } from './mutation/rooms.ts';
import { screened } from './mutation/screen.ts';
import { accepted, checkAccepted } from './mutation/survivors.ts';
import { flagsOf } from './flags.ts';

const { values, refuse } = flagsOf(
  {
    files: { type: 'string', multiple: true },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    within: { type: 'string', default: '600' },
  },
  'mutate -- [--files GLOB …] [--sample NUMBER] [--seed NUMBER] [--jobs NUMBER] [--within SECONDS]',
);
const [seed, jobs, within] = [Number(values.seed), Number(values.jobs), Number(values.within)];
const sample = values.sample === undefined ? Infinity : Number(values.sample);
if (![seed, jobs].every(Number.isInteger) || jobs < 1 || !(within > 0) || !(sample >= 1)) refuse();

const say = (line: string): void => console.error(line);
const files = sourcesMutated(values.files);
const all = (of: readonly string[]): Mutant[] => of.flatMap(file => mutantsOf(file, readFileSync(file, 'utf8')));
const stale = checkAccepted(all(sourcesMutated()));
const mutants = drawn(all(files), sample);
say(`${mutants.length} mutants in ${files.length} files`);
const covered = await coverage(jobs, say);
const { noticed, hung } = await screened(mutants, covered, { jobs, most: within * 1000, say });
const results: Result[] = [
  ...[...noticed].map(mutant => ({ mutant, outcome: 'killed' as const, why: accepted(mutant) })),
  ...[...hung].map(mutant => ({ mutant, outcome: 'timed out' as const, why: accepted(mutant) })),
];
say(`trying the other ${mutants.length - results.length} one by one`);
await eachByJobs(
  mutants.filter(m => !noticed.has(m) && !hung.has(m)),
  jobs,
  async (mutant, job) => {
    const result: Result = { mutant, outcome: await shownAlone(mutant, job), why: accepted(mutant) };
    results.push(result);
    say(`${results.length}/${mutants.length} ${lineOf(result)}`);
  },
);
const { lines, isGood } = reportOf(results);
console.log([...lines, ...stale].join('\n'));
process.exitCode = isGood && !stale.length ? 0 : 1;

/** Runs in a fresh process. Allows extra time for the first run on a busy machine, which transforms everything. */
async function shownAlone(mutant: Mutant, job: Job): Promise<Result['outcome']> {
  const { tests, milliseconds, isCut } = testsFor(covered, mutant, within * 1000);
  if (!tests.length) return 'not reached';
  const code = mutated(covered.sources.find(s => s.file === mutant.file)!.source, mutant);
  const answer = await job.ask({ kind: 'run', file: mutant.file, code, tests }, 60_000 + 5 * milliseconds);
  if (answer?.kind !== 'ran') return 'timed out';
  return answer.noticedBy ? 'killed' : isCut ? 'survived within' : 'survived';
}

/** Draws uniformly, and the same mutants for the same seed; then sorts them by file, so that few files are transformed again. */
function drawn(from: readonly Mutant[], count: number): Mutant[] {
  const chance = chanceOf(seed, 'mutants');
  const left = [...from];
  for (let i = left.length - 1; i > 0; i -= 1) {
    const j = chance.below(i + 1);
    [left[i], left[j]] = [left[j]!, left[i]!];
  }
  return left.slice(0, count).sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start));
}
