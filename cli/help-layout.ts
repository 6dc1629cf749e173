/** Lays out the help for a terminal: no line is wider than the terminal, and no word, flag or quotation is broken. */
import { hanging } from './page.ts';

/** `columns`: the terminal's width; the default is that of manual pages. */
export function helpLayout(help: string, columns = 80): string {
  const usageEnds = help.indexOf('\n\n');
  const usage = linesOf(help.slice(0, usageEnds));
  const required = requiredIn(usage);
  const rest = linesOf(help.slice(usageEnds + 1)).map(line => flagIn(line, required));
  return [...usage.flatMap(line => usageIn(line, columns)), ...rest.flatMap(line => lineIn(line, columns))].join('\n');
}

/** The flags required by every form of a command: those outside brackets that are not one of several alternatives. */
function requiredIn(usage: readonly string[]): ReadonlySet<string> {
  const forms = usage.filter(line => line.includes('npx servanda ') && !line.endsWith(' --help'));
  const choice = /\[[^[\]]*\]|\([^()]*\)|--\S+(?: [A-Z]\S*)?(?:\s*\|\s*--\S+(?: [A-Z]\S*)?)+/g;
  const without = (form: string): string => {
    const left = form.replaceAll(choice, '');
    return left === form ? form : without(left); // what stands in brackets may have brackets in it
  };
  const flagsOf = (form: string): readonly string[] => without(form).match(/--[\w-]+/g) ?? [];
  const [first = [], ...others] = forms.map(flagsOf);
  return new Set<string>(first.filter(flag => others.every(flags => flags.includes(flag))));
}

/** In the list of flags, brackets mark only optional ones; a default value is written in parentheses, as in the other lines. */
const flagIn = (line: string, required: ReadonlySet<string>): string =>
  line
    .replace(/^( +(?:-\w +)?)\[(--[\w-]+)\]/, (whole, indent: string, flag: string) => (required.has(flag) ? `${indent} ${flag} ` : whole))
    .replace(/ +\[([^[\]]+: [^[\]]*)\]$/, ' ($1)');

const linesOf = (text: string): string[] => text.split('\n');

function lineIn(line: string, columns: number): string[] {
  if (line.length <= columns) return [line];
  if (/^ +(?:\w+=\S+ )*npx servanda /.test(line)) return exampleIn(line, columns);
  // A name and its text in two columns, as for a flag: the text continues in its own column.
  const [name = ''] = /^ +(?:-\w +)?\S+ {2,}/.exec(line) ?? [];
  const indent = indentOf(line);
  const further = name ? ' '.repeat(name.length) : indent && `${indent}  `;
  const from = name || indent;
  return hanging(wordsOf(line.slice(from.length)), { columns, from, further });
}

/** A command line within a sentence counts as one word, so that it can be copied. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/npx servanda(?: [a-z<>./-]+){1,3}/g, typed => typed.replaceAll(' ', '\u00a0'))
    .split(' ')
    .map(word => word.replaceAll('\u00a0', ' '));

/** Keeps together a flag and its value, and whatever is in brackets; alternatives may be broken between each other. */
function usageIn(line: string, columns: number): string[] {
  const indent = indentOf(line);
  const parts = line.match(/\[[^[\]]*\](?:\.{3})?|\([^()]*\)|--[\w-]+ [A-Z]\S*|\S+/g) ?? [];
  const words = parts.flatMap(part => (part.length > columns / 2 ? part.split(/(?<=\|)/) : [part]));
  return hanging(words, { columns, from: indent, further: `${indent}    `, joint: word => (/.\|$/.test(word) ? '' : ' ') });
}

/** In shell syntax: a line that continues ends with a backslash. */
function exampleIn(line: string, columns: number): string[] {
  const indent = indentOf(line);
  const words = line.match(/--[\w-]+ (?:'[^']*'|"[^"]*"|[^\s'"-]\S*)|(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? [];
  const lines = hanging(words, { columns: columns - 2, from: indent, further: `${indent}    ` });
  return lines.map((l, i) => (i < lines.length - 1 ? `${l} \\` : l));
}

const indentOf = (line: string): string => /^ */.exec(line)![0];
