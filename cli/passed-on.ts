/** What stands after `temporal` is for Temporal's own command line: it is set apart by `--`, after which nothing is read here. */
export function setApart(given: readonly string[]): readonly string[] {
  const at = commandIn(given);
  if (given[at] !== 'temporal') return given;
  const from = at + 1 + wordsOf('--home', given[at + 1]);
  // The help of the command itself, and of how it is called, is ours.
  const isOurs = from >= given.length || ['--', '--help', '-h'].includes(given[from]!);
  return isOurs ? given : [...given.slice(0, from), '--', ...given.slice(from)];
}

/** Where the command stands: --language may come before it. */
function commandIn(given: readonly string[]): number {
  let at = 0;
  for (let words = 1; words; at += words) words = wordsOf('--language', given[at]);
  return at;
}

/** How many words a flag takes, where it stands there. */
const wordsOf = (flag: string, word = ''): number => (word === flag ? 2 : word.startsWith(`${flag}=`) ? 1 : 0);
