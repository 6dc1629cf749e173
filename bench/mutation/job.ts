/**
 * A process that runs tests: Vitest stays, with all that it has transformed; the one source that is changed is transformed again. Whoever
 * started it ends it when a mutant never comes back.
 */
import { fileURLToPath } from 'node:url';
import { BaseSequencer, createVitest, type TestSpecification, type Vitest } from 'vitest/node';
import { instrumented } from './regions.ts';
import type { Coverage, FromJob, TestCovered, ToJob } from './messages.ts';

/** Cheapest first, as they are given. */
class AsGiven extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files);
  }
}

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The sources that are shown instead of those on disk, by their path. */
const instead = new Map<string, string>();

const vitestFor = (measures: boolean): Promise<Vitest> =>
  createVitest(
    'test',
    {
      root,
      config: false,
      watch: false,
      cache: false,
      include: ['tests/**/*.test.ts'],
      pool: 'forks',
      maxWorkers: 1,
      // What is measured is measured file by file; a mutant's tests share one process, and stop at the first that notices.
      isolate: measures,
      bail: measures ? 0 : 1,
      testTimeout: 120_000,
      hookTimeout: 120_000,
      reporters: [{}],
      sequence: { sequencer: AsGiven },
      provide: { postgres: { why: 'Mutants are shown to tests that need no server.' } },
      setupFiles: measures ? ['bench/mutation/setup.ts'] : [],
    },
    {
      plugins: [
        {
          name: 'sources-shown-instead',
          enforce: 'pre',
          transform: (_, id) => (instead.has(id) ? { code: instead.get(id)!, map: null } : null),
        },
      ],
    },
  );

let vitest: Vitest | undefined;
const say = (message: FromJob): void => void process.send!(message);

process.on('message', (message: ToJob) => void answer(message));
process.on('disconnect', () => process.exit());

async function answer(message: ToJob): Promise<void> {
  if (message.kind === 'measure') {
    vitest ??= await vitestFor(true);
    for (const { file, source, first } of message.sources) instead.set(root + file, instrumented(source, first));
    return say({ kind: 'measured', coverage: await measured(vitest, message.test) });
  }
  vitest ??= await vitestFor(false);
  const { file, code, tests } = message;
  instead.clear();
  instead.set(root + file, code);
  vitest.invalidateFile(root + file);
  const project = vitest.getRootProject();
  const specifications = tests.map(({ file, ids }) => project.createSpecification(root + file, { testIds: [...ids] }));
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  vitest.invalidateFile(root + file);
  const failed = testModules.find(m => m.state() === 'failed');
  say({ kind: 'ran', noticedBy: failed ? failed.moduleId.slice(root.length) : unhandledErrors.length ? 'an unhandled error' : undefined });
}

async function measured(vitest: Vitest, test: string): Promise<Coverage> {
  const specification = vitest.getRootProject().createSpecification(root + test);
  const { testModules } = await vitest.runTestSpecifications([specification]);
  const tests: TestCovered[] = [];
  const outside = new Set<number>();
  for (const one of testModules.flatMap(m => [...m.children.allTests()])) {
    const { reached } = one.meta();
    if (one.result().state === 'failed') throw new Error(`${test}: ${one.fullName} fails without a mutant.`);
    for (const region of reached?.outside ?? []) outside.add(region);
    if (reached) tests.push({ id: one.id, milliseconds: Math.ceil(one.diagnostic()?.duration ?? 0), reached: reached.inTest });
  }
  if (!testModules.length || testModules.some(m => m.state() === 'failed')) throw new Error(`${test} fails without a mutant.`);
  return { tests, outside: [...outside] };
}
