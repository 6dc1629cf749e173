import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/**
 * Tests that mock modules, set the clock or environment of their process, or need a fresh one: each file runs in its own process. All
 * others share processes, since loading their imports and Temporal's native runtime takes longer than many of them run.
 */
const apart = [
  'tests/{step-agreement,notify-others,refusals-wording,scrambled,statements,wording}.test.ts',
  'tests/cli/{home,identity,opened-once}.test.ts',
  'tests/{client/missing-workflows,testing/service,worker/embedded,workflow/replay}.test.ts',
  'tests/web/{many,rehearse}.test.ts',
];

/** For both projects. Excludes what exists once per run: a project that inherited it would start its own PostgreSQL. */
const common: TestProjectInlineConfiguration['test'] = {
  // Temporal's native runtime exists once per process, so tests need processes instead of threads.
  pool: 'forks',
  // Fifty years on the test server take seconds; this leaves time for slow machines.
  testTimeout: 120_000,
  hookTimeout: 180_000,
  // On a shared machine a server may starve once; a broken rule fails twice.
  retry: process.env['CI'] ? 1 : 0,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: 'together',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...apart],
          isolate: false,
        },
      },
      { test: { ...common, name: 'apart', include: apart } },
    ],
    globalSetup: ['tests/support/compile.ts', 'tests/support/locate-servers.ts', 'tests/support/start-postgres.ts'],
    // Tests wait for servers more than they compute: one worker on two cores left half of the time unused.
    maxWorkers: 4,
    coverage: {
      provider: 'v8',
      include: ['clauses/**/*.ts', 'machines/**/*.ts'],
      reporter: ['text', 'html'],
      thresholds: { branches: 100 },
    },
  },
});
