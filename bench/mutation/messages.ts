/** What the tester and its jobs say to each other. */

/** What one test reached, and how long it took. */
export interface TestCovered {
  id: string;
  milliseconds: number;
  reached: number[];
}

/** Of a test file; `outside`: what was reached by loading it, or while preparing. */
export interface Coverage {
  tests: TestCovered[];
  outside: number[];
}

export interface TestsOfFile {
  file: string;
  ids: readonly string[];
}

/** Mutants that were put into their sources together, by number, and which of them each test is shown. */
export interface Screening {
  sources: readonly { file: string; code: string }[];
  tests: readonly TestsOfFile[];
  byTest: Readonly<Record<string, readonly number[]>>;
  /** The file to which is written what becomes of them, a line for each. */
  log: string;
}

export type ToJob =
  | { kind: 'screen'; plan: string }
  | { kind: 'measure'; test: string; sources: readonly { file: string; source: string; first: number }[] }
  | { kind: 'run'; file: string; code: string; tests: readonly TestsOfFile[] };

export type FromJob = { kind: 'screened' } | { kind: 'measured'; coverage: Coverage } | { kind: 'ran'; noticedBy: string | undefined };
