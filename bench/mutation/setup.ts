/** In each test file of the run that measures: which regions its tests reached, kept with each test as its `meta`. */
import { afterEach, beforeEach } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** By the test, and by what was loaded or prepared for it: that is reached for every test of the file. */
    reached?: { inTest: number[]; outside: number[] };
  }
}

const outside = new Set<number>();
let reached = outside;
Object.assign(globalThis, { reached: (region: number) => reached.add(region) });

beforeEach(() => {
  reached = new Set();
});

afterEach(({ task }) => {
  task.meta.reached = { inTest: [...reached], outside: [...outside] };
  reached = outside;
});
