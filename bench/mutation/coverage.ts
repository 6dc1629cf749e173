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

interface Reaching {
  file: string;
  id: string;
  milliseconds: number;
  /** By the test itself, not only while its file loads or in setup. */
  isReached: boolean;
  /** The whole file reaches it while loading or in setup. */
  isForAll: boolean;
  worth: number;
}

const reachingOf = new WeakMap<Covered, ReadonlyMap<number, readonly Reaching[]>>();

/** The tests that reach each region: first those of whose work its file is a large part for the time they take, last those that only load it. */
function reaching({ sources, byTest }: Covered): ReadonlyMap<number, readonly Reaching[]> {
  const fileOf = new Map(sources.flatMap(({ file, first, regions }) => regions.map((_, i) => [first + i, file] as const)));
  const found = new Map<number, Reaching[]>();
  for (const [file, { tests, outside }] of byTest) {
    const forAll = new Set(outside);
    for (const { id, milliseconds, reached } of tests) {
      const inTest = new Set(reached);
      const add = (regions: ReadonlySet<number>, isReached: boolean): void => {
        const perFile = new Map<string | undefined, number>();
        for (const region of regions) perFile.set(fileOf.get(region), (perFile.get(fileOf.get(region)) ?? 0) + 1);
        for (const region of regions) {
          if (!isReached && inTest.has(region)) continue;
          const worth = perFile.get(fileOf.get(region))! / regions.size / (milliseconds + starting);
          const tests = found.get(region) ?? [];
          found.set(region, tests);
          tests.push({ file, id, milliseconds, isReached, isForAll: forAll.has(region), worth });
        }
      };
      add(inTest, true);
      add(forAll, false);
    }
  }
  for (const tests of found.values()) tests.sort((a, b) => Number(b.isReached) - Number(a.isReached) || b.worth - a.worth);
  return found;
}

/**
 * The tests that reach a mutant, up to `most` milliseconds. `only` excludes those whose file reaches it while loading or in setup, when
 * no mutant is chosen yet.
 */
export function testsFor(covered: Covered, mutant: Mutant, most: number, only?: 'while they run'): Chosen {
  const { first, regions } = covered.sources.find(s => s.file === mutant.file)!;
  const region = first + regionAround(regions, mutant);
  const index = reachingOf.get(covered) ?? reaching(covered);
  reachingOf.set(covered, index);
  const found = (index.get(region) ?? []).filter(({ isForAll }) => !only || !isForAll);
  let milliseconds = 0;
  const loaded = new Set<string>();
  const within = found.filter(({ file, milliseconds: own }) => {
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
