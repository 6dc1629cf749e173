/**
 * A process that runs tests. Vitest stays loaded with everything it has transformed; only the mutated source is transformed again. The
 * parent kills the process when a mutant hangs.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BaseSequencer, createVitest, type TestModule, type TestSpecification, type Vitest } from 'vitest/node';
import { instrumented } from './regions.ts';
import { interruptible } from './schemata.ts';
import type { Coverage, FromJob, Screening, TestCovered, ToJob } from './messages.ts';

/** Keeps the given order, cheapest first. */
class AsGiven extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files);
  }
}

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Sources that replace those on disk, by path. */
const instead = new Map<string, string>();

const vitestFor = (use: 'measure' | 'screen' | 'run', plan = ''): Promise<Vitest> =>
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
      // Measuring isolates each file; the tests of one mutant share a process and stop at the first that notices.
      isolate: use !== 'run',
      bail: use === 'run' ? 1 : 0,
      testTimeout: 120_000,
      hookTimeout: 120_000,
      reporters: [{ onTestModuleEnd: module => void ended.push(module) }],
      sequence: { sequencer: AsGiven },
      provide: { postgres: { why: 'Mutants are tried only on tests that need no server.' } },
      setupFiles: use === 'measure' ? ['bench/mutation/setup.ts'] : [],
      ...(use === 'screen' ? { runner: 'bench/mutation/screening-runner.ts', env: { MUTATION_PLAN: plan } } : {}),
    },
    {
      plugins: [
        {
          name: 'sources-shown-instead',
          enforce: 'pre',
          transform: (code, id) => {
            const shown = instead.get(id) ?? (use === 'screen' && id.startsWith(`${root}tests/`) ? code : undefined);
            return shown === undefined ? null : { code: use === 'screen' ? interruptible(shown) : shown, map: null };
          },
        },
      ],
    },
  );

/** Only this run's modules: Vitest's own result includes those of earlier runs. */
let ended: TestModule[] = [];
async function run(vitest: Vitest, specifications: TestSpecification[]): Promise<{ modules: readonly TestModule[]; errors: number }> {
  ended = [];
  const { unhandledErrors } = await vitest.runTestSpecifications(specifications);
  const errors = unhandledErrors.length;
  vitest.state.clearErrors();
  return { modules: ended, errors };
}

let vitest: Vitest | undefined;
const say = (message: FromJob): void => void process.send!(message);

process.on('message', (message: ToJob) => void answer(message));
// The test process may be in an endless loop and would outlive this one.
process.on('disconnect', () => process.kill(-process.pid, 'SIGKILL'));

/** A test must reach what it checks, also if an earlier one of its file has folded the same facts. */
const measurable = (file: string, code: string): string =>
  file === 'machines/fold-runs.ts' ? `${code}\nglobalThis.forgetRuns = forgetRuns;` : code;

async function answer(message: ToJob): Promise<void> {
  if (message.kind === 'measure') {
    vitest ??= await vitestFor('measure');
    for (const { file, source, first } of message.sources) instead.set(root + file, measurable(file, instrumented(source, first)));
    return say({ kind: 'measured', coverage: await measured(vitest, message.test) });
  }
  if (message.kind === 'screen') return screened(message.plan);
  vitest ??= await vitestFor('run');
  const { file, code, tests } = message;
  instead.clear();
  instead.set(root + file, code);
  vitest.invalidateFile(root + file);
  const project = vitest.getRootProject();
  const specifications = tests.map(({ file, ids }) => project.createSpecification(root + file, { testIds: [...ids] }));
  const { modules, errors } = await run(vitest, specifications);
  vitest.invalidateFile(root + file);
  const failed = modules.find(m => m.state() === 'failed');
  say({ kind: 'ran', noticedBy: failed ? failed.moduleId.slice(root.length) : errors ? 'an unhandled error' : undefined });
}

async function screened(plan: string): Promise<void> {
  const { sources, tests } = JSON.parse(readFileSync(plan, 'utf8')) as Screening;
  for (const { file, code } of sources) instead.set(root + file, code);
  vitest = await vitestFor('screen', plan);
  const project = vitest.getRootProject();
  await run(
    vitest,
    tests.map(({ file, ids }) => project.createSpecification(root + file, { testIds: [...ids] })),
  );
  say({ kind: 'screened' });
}

async function measured(vitest: Vitest, test: string): Promise<Coverage> {
  const specification = vitest.getRootProject().createSpecification(root + test);
  const { modules } = await run(vitest, [specification]);
  const tests: TestCovered[] = [];
  const outside = new Set<number>();
  for (const one of modules.flatMap(m => [...m.children.allTests()])) {
    const { reached } = one.meta();
    if (one.result().state === 'failed') throw new Error(`${test}: ${one.fullName} fails without a mutant.`);
    for (const region of reached?.outside ?? []) outside.add(region);
    if (reached) tests.push({ id: one.id, milliseconds: Math.ceil(one.diagnostic()?.duration ?? 0), reached: reached.inTest });
  }
  if (!modules.length || modules.some(m => m.state() === 'failed')) throw new Error(`${test} fails without a mutant.`);
  return { tests, outside: [...outside] };
}
