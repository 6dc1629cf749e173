/** Which tests reach which region, from one run without mutants. Measures a test file again only when it or any source has changed. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { eachByJobs } from './jobs.ts';
import type { Coverage, TestsOfFile } from './messages.ts';
import type { Mutant } from './mutants.ts';
import { regionAround, regionsOf, type Region } from './regions.ts';
import { everythingElse, sourcesMutated, testFiles } from './rooms.ts';

/** The cache between runs; not part of the project. */
export const kept = '.cache/mutation';

interface Source {
  file: string;
  source: string;
  /** The number of its first region. */
  first: number;
  regions: Region[];
}

export interface Covered {
  sources: readonly Source[];
  byTest: ReadonlyMap<string, Coverage>;
}

export async function coverage(jobs: number, say: (line: string) => void): Promise<Covered> {
  let first = 0;
  const sources = sourcesMutated().map(file => {
    const source = readFileSync(file, 'utf8');
    const regions = regionsOf(source);
    first += regions.length;
    return { file, source, regions, first: first - regions.length };
  });
  const state = hashOf(everythingElse());
  const byTest = new Map<string, Coverage>();
  mkdirSync(kept, { recursive: true });
  await eachByJobs(testFiles(), jobs, async (test, job) => {
    const place = `${kept}/${hashOf([test], state)}.json`;
    if (!existsSync(place)) {
      say(`measuring ${test}`);
      const answer = await job.ask({ kind: 'measure', test, sources }, 900_000);
      if (answer?.kind !== 'measured') throw new Error(`Measuring ${test} failed.`);
      writeFileSync(place, JSON.stringify(answer.coverage));
    }
    byTest.set(test, JSON.parse(readFileSync(place, 'utf8')) as Coverage);
  });
  return { sources, byTest };
}

function hashOf(files: readonly string[], before = ''): string {
  const hash = createHash('sha256').update(before);
  for (const file of files) if (existsSync(file)) hash.update(`\n${file}\n`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 24);
}

export interface Chosen {
  tests: TestsOfFile[];
  milliseconds: number;
  /** Some tests were left out to stay within the time limit. */
  isCut: boolean;
}

/** The time to load a test file, in milliseconds, and to start one of its tests. */
const [loading, starting] = [500, 50];

/**
 * The tests that reach a mutant, up to `most` milliseconds: first those of whose work the mutated file is a large part for the time
 * they take, and last those that reach it only while loading. `only` excludes tests whose file reaches the mutant while loading or in setup, when no mutant is chosen
 * yet.
 */
export function testsFor({ sources, byTest }: Covered, mutant: Mutant, most: number, only?: 'while they run'): Chosen {
  const { first, regions } = sources.find(s => s.file === mutant.file)!;
  const region = first + regionAround(regions, mutant);
  const isOwn = (n: number): boolean => n >= first && n < first + regions.length;
  const shareOf = (reached: readonly number[]): number => reached.filter(isOwn).length / reached.length;
  const found = [...byTest].flatMap(([file, { tests, outside }]) => {
    const isForAll = outside.includes(region);
    return tests
      .map(t => ({ ...t, file, isReached: t.reached.includes(region) }))
      .filter(t => (isForAll ? !only : t.isReached))
      .map(t => ({ ...t, worth: shareOf(t.isReached ? t.reached : outside) / (t.milliseconds + starting) }));
  });
  let milliseconds = 0;
  const loaded = new Set<string>();
  const within = found
    .sort((a, b) => Number(b.isReached) - Number(a.isReached) || b.worth - a.worth)
    .filter(({ file, milliseconds: own }) => {
      const cost = milliseconds + own + (loaded.has(file) ? 0 : loading);
      if (cost > most && loaded.size) return false;
      loaded.add(file);
      milliseconds = cost;
      return true;
    });
  return { tests: cheapestFirst(within), milliseconds, isCut: within.length < found.length };
}

export function cheapestFirst(tests: Iterable<{ file: string; id: string; milliseconds: number }>): TestsOfFile[] {
  const files = new Map<string, { ids: string[]; cost: number }>();
  for (const { file, id, milliseconds } of tests) {
    const of = files.get(file) ?? { ids: [], cost: 0 };
    of.ids.push(id);
    of.cost += milliseconds;
    files.set(file, of);
  }
  return [...files].sort(([, a], [, b]) => a.cost - b.cost).map(([file, { ids }]) => ({ file, ids }));
}
