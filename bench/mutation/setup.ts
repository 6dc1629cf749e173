/** Records in each test's `meta` which regions it reached, in every test file of the measuring run. */
import { afterEach, beforeEach } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Reached by the test itself, and by loading and setup, which counts for every test of the file. */
    reached?: { inTest: number[]; outside: number[] };
  }
}

const outside = new Set<number>();
let reached = outside;
Object.assign(globalThis, { reached: (region: number) => reached.add(region) });

beforeEach(() => {
  (globalThis as { forgetRuns?: () => void }).forgetRuns?.();
  reached = new Set();
});

afterEach(({ task }) => {
  task.meta.reached = { inTest: [...reached], outside: [...outside] };
  reached = outside;
});
