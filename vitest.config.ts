import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/**
 * They mock modules, set the clock or the environment of their process, or need a fresh one: each has a process of its own. All others share
 * one after the other; what they import, and Temporal's native runtime, is loaded once for a process: that took longer than many of them run.
 */
const apart = [
  'tests/{keeping,notify-others,refusals-wording,scrambled,statements,wording}.test.ts',
  'tests/cli/{home,identity,opened-once}.test.ts',
  'tests/{client/unkept,testing/service,worker/embedded,workflow/replay}.test.ts',
  'tests/web/{many,rehearse}.test.ts',
];

/** Of both projects. What the whole run has once is not among it: a project that extended the configuration would start a PostgreSQL of its own. */
const common: TestProjectInlineConfiguration['test'] = {
  // Temporal's runtime is one for a process, and native: processes, never threads.
  pool: 'forks',
  // Fifty years on the test server take seconds; a slow machine gets its time.
  testTimeout: 120_000,
  hookTimeout: 180_000,
  // On a shared machine a server may starve once; a rule that is broken fails twice.
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
