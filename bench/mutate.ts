/**
 * `npm run mutate -- [--files GLOB …] [--sample 400 --seed 1] [--jobs 2] [--within SECONDS]`: puts one small fault after another into the
 * law, the machines and the rights, and shows each to the tests that reach its place. Prints which ones no test noticed. Exit 1 where one
 * is not named in `bench/mutation/survivors.yaml`, or where that list names what is not there any more.
 */
import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';
import { chanceOf } from '../tests/support/chance.ts';
import { coverage, testsFor } from './mutation/coverage.ts';
import { eachByJobs } from './mutation/jobs.ts';
import { mutantsOf, mutated, type Mutant } from './mutation/mutants.ts';
import { lineOf, reportOf, type Result } from './mutation/report.ts';
import { sourcesMutated } from './mutation/rooms.ts';
import { accepted, checkAccepted } from './mutation/survivors.ts';

const { values } = parseArgs({
  options: {
    files: { type: 'string', multiple: true },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    within: { type: 'string', default: '600' },
  },
});
const [seed, jobs, within] = [Number(values.seed), Number(values.jobs), Number(values.within)];
const sample = values.sample === undefined ? Infinity : Number(values.sample);
if (![seed, jobs].every(Number.isInteger) || jobs < 1 || !(within > 0) || !(sample >= 1)) {
  console.error('Usage: npm run mutate -- [--files GLOB …] [--sample NUMBER] [--seed NUMBER] [--jobs NUMBER] [--within SECONDS]');
  process.exit(2);
}

const say = (line: string): void => console.error(line);
const files = sourcesMutated(values.files);
const all = (of: readonly string[]): Mutant[] => of.flatMap(file => mutantsOf(file, readFileSync(file, 'utf8')));
const stale = checkAccepted(all(sourcesMutated()));
const mutants = drawn(all(files), sample);
say(`${mutants.length} mutants in ${files.length} files`);
const covered = await coverage(jobs, say);
const results: Result[] = [];
await eachByJobs(mutants, jobs, async (mutant, job) => {
  const { tests, milliseconds, isCut } = testsFor(covered, mutant, within * 1000);
  const code = mutated(covered.sources.find(s => s.file === mutant.file)!.source, mutant);
  // The first run of a job transforms everything; a busy machine takes its time.
  const answer = tests.length ? await job.ask({ kind: 'run', file: mutant.file, code, tests }, 60_000 + 5 * milliseconds) : undefined;
  const outcome = !tests.length
    ? 'not reached'
    : answer?.kind !== 'ran'
      ? 'timed out'
      : answer.noticedBy
        ? 'killed'
        : isCut
          ? 'survived within'
          : 'survived';
  const result: Result = { mutant, outcome, why: accepted(mutant) };
  results.push(result);
  if (outcome !== 'killed') say(`${results.length}/${mutants.length} ${lineOf(result)}`);
  else if (results.length % 25 === 0) say(`${results.length}/${mutants.length}`);
});
const { lines, isGood } = reportOf(results);
console.log([...lines, ...stale].join('\n'));
process.exitCode = isGood && !stale.length ? 0 : 1;

/** The same ones for the same seed, each as likely as any other; then in the order of the files, so that little is transformed again. */
function drawn(from: readonly Mutant[], count: number): Mutant[] {
  const chance = chanceOf(seed, 'mutants');
  const left = [...from];
  for (let i = left.length - 1; i > 0; i -= 1) {
    const j = chance.below(i + 1);
    [left[i], left[j]] = [left[j]!, left[i]!];
  }
  return left.slice(0, count).sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start));
}
