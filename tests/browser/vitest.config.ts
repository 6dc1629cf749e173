/** Browser tests, separate from the others: `npm run test:browser`. They need Debian's chromium, or CHROMIUM. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/browser/**/*.browser.ts'],
    globalSetup: ['tests/support/locate-servers.ts', 'tests/support/start-postgres.ts'],
    pool: 'forks',
    // Each test visits all pages, and a shared machine needs time for that.
    testTimeout: 300_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    retry: process.env['CI'] ? 1 : 0,
  },
});
