/** Mistakes in a file that people write: where each is, what was found, what is allowed. All of them in one error. */
import { escaped } from '../machines/limits.ts';

/** Where something stands in a file; both count from 1. */
export interface Position {
  line: number;
  column: number;
}

/** One mistake. `path` is that of the value, such as `clauses.duration.first`; `line` is 0 where the file itself is at fault. */
export interface Mistake extends Position {
  file: string;
  path: string;
  message: string;
}

/** An agreement's file, or a list of facts, that can't be used as it is written. */
export class AgreementFileError extends Error {
  override readonly name = 'AgreementFileError';
  readonly problems: readonly Mistake[];

  constructor(problems: readonly Mistake[]) {
    super(inOneText(problems));
    this.problems = problems;
  }
}

function inOneText(problems: readonly Mistake[]): string {
  const [first] = problems;
  const lines = problems.map(
    p => `  ${[p.line ? `${p.line}:${p.column}` : '', p.path && `${p.path}:`, p.message].filter(Boolean).join(' ')}`,
  );
  return [`${first?.file}: ${problems.length === 1 ? 'a mistake' : `${problems.length} mistakes`}`, ...lines].join('\n');
}

/** A path as people write it: `parties[1].zone`. */
export function pathInWords(path: readonly PropertyKey[]): string {
  const whole = path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${String(key)}`)).join('');
  return escaped(whole);
}
