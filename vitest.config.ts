import { configDefaults, defineConfig } from 'vitest/config';

/** Pure functions: no server, no mock, nothing that one file could leave behind for the next. */
const ofTheLaw = ['tests/law/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      // What they import is loaded once for a process, and not for each file: that took longer than many of them run.
      { extends: true, test: { name: 'law', include: ofTheLaw, isolate: false } },
      { extends: true, test: { name: 'service', include: ['tests/**/*.test.ts'], exclude: [...configDefaults.exclude, ...ofTheLaw] } },
    ],
    globalSetup: ['tests/support/locate-servers.ts', 'tests/support/start-postgres.ts'],
    // Temporal's runtime is one for a process, and native: a process for each file, never a thread.
    pool: 'forks',
    // Fifty years on the test server take seconds; a slow machine gets its time.
    testTimeout: 120_000,
    // Tests wait for servers more than they compute: one worker on two cores left half of the time unused.
    maxWorkers: 4,
    hookTimeout: 180_000,
    // On a shared machine a server may starve once; a rule that is broken fails twice.
    retry: process.env['CI'] ? 1 : 0,
    coverage: {
      provider: 'v8',
      include: ['clauses/**/*.ts', 'machines/**/*.ts'],
      reporter: ['text', 'html'],
      thresholds: { branches: 100 },
    },
  },
});
