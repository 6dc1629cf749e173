import { configDefaults, defineConfig } from 'vitest/config';

/**
 * They mock no module, set no clock and no environment of their process, and load no native runtime of Temporal: nothing that one file could
 * leave behind for the next. What they import is loaded once for a process, and not for each file: that took longer than many of them run.
 */
const together = [
  'tests/law/**/*.test.ts',
  'tests/cli/!(home|identity|import|opened-once|pure|refusing-server|service|stale-preview|stopping|temporal).test.ts',
  'tests/client/{moves,overview}.test.ts',
  'tests/web/!(api*|desk|many|rehearse).test.ts',
  'tests/{agreement-file,agreements,calendar-entries,certificate,chancery,comparing,documents,examples,inputs,letters,listing}.test.ts',
  'tests/{desk-wording,differences-wording,failures-wording,identity,page,readme,right,rights-page,signature,table,texts,workbook}.test.ts',
];

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'together', include: together, isolate: false } },
      { extends: true, test: { name: 'apart', include: ['tests/**/*.test.ts'], exclude: [...configDefaults.exclude, ...together] } },
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
