/** Tests in a browser, apart from the others: `npm run test:browser`. They need Debian's chromium, or CHROMIUM. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/browser/**/*.browser.ts'],
    globalSetup: ['tests/support/locate-servers.ts', 'tests/support/start-postgres.ts'],
    pool: 'forks',
    // Each goes through all pages; on a machine that is shared it gets its time.
    testTimeout: 300_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    retry: process.env['CI'] ? 1 : 0,
  },
});
