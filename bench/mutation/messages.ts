/** Messages between the mutation tester and its jobs. */

/** The regions that one test reached, and its duration. */
export interface TestCovered {
  id: string;
  milliseconds: number;
  reached: number[];
}

/** For a test file; `outside`: the regions reached while loading or in setup. */
export interface Coverage {
  tests: TestCovered[];
  outside: number[];
}

export interface TestsOfFile {
  file: string;
  ids: readonly string[];
}

/** Numbered mutants placed together into their sources, and which of them to try on each test. */
export interface Screening {
  sources: readonly { file: string; code: string }[];
  tests: readonly TestsOfFile[];
  byTest: Readonly<Record<string, readonly number[]>>;
  /** The duration of each test without a mutant. */
  milliseconds: Readonly<Record<string, number>>;
  /** The log file with a line per outcome. */
  log: string;
}

export type ToJob =
  | { kind: 'screen'; plan: string }
  | { kind: 'measure'; test: string; sources: readonly { file: string; source: string; first: number }[] }
  | { kind: 'run'; file: string; code: string; tests: readonly TestsOfFile[] };

export type FromJob = { kind: 'screened' } | { kind: 'measured'; coverage: Coverage } | { kind: 'ran'; noticedBy: string | undefined };
