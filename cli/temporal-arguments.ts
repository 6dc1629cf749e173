/** Separates the arguments after `temporal`, which are for Temporal's own command line, by `--`, so that servanda does not parse them. */
export function separateTemporalArguments(given: readonly string[]): readonly string[] {
  const at = commandIn(given);
  if (given[at] !== 'temporal') return given;
  const from = at + 1 + wordsOf('--home', given[at + 1]);
  // The help of the command itself is ours.
  const isOurs = from >= given.length || ['--', '--help', '-h'].includes(given[from]!);
  return isOurs ? given : [...given.slice(0, from), '--', ...given.slice(from)];
}

/** The position of the command; --language may precede it. */
function commandIn(given: readonly string[]): number {
  let at = 0;
  for (let words = 1; words; at += words) words = wordsOf('--language', given[at]);
  return at;
}

/** The number of words that a flag takes at that position. */
const wordsOf = (flag: string, word = ''): number => (word === flag ? 2 : word.startsWith(`${flag}=`) ? 1 : 0);
