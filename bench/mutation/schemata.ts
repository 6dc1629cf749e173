/** Many mutants in one source; `globalThis.mutant` selects at most one of them at run time, by its number. */
import { mutated, type Host, type Mutant } from './mutants.ts';
import { isNode, nodesOf, parsed } from './syntax.ts';

export interface Numbered {
  number: number;
  mutant: Mutant;
}

interface Group {
  host: Host;
  mutants: Numbered[];
}

export function withMutants(source: string, mutants: readonly Numbered[]): string {
  const groups = new Map<string, Group>();
  for (const one of mutants) {
    const { host } = one.mutant;
    const key = `${host.start}-${host.end}`;
    const group = groups.get(key) ?? { host, mutants: [] };
    group.mutants.push(one);
    groups.set(key, group);
  }
  const outerFirst = [...groups.values()].sort((a, b) => a.host.start - b.host.start || b.host.end - a.host.end);
  return rendered(source, 0, source.length, outerFirst);
}

/** Renders a part of the source with the groups inside it. */
function rendered(source: string, start: number, end: number, groups: readonly Group[]): string {
  let out = '';
  let at = start;
  for (let i = 0; i < groups.length;) {
    const group = groups[i]!;
    const { host } = group;
    const after = groups.findIndex((g, j) => j > i && g.host.start >= host.end);
    const next = after < 0 ? groups.length : after;
    out += source.slice(at, host.start) + chosen(source, group, rendered(source, host.start, host.end, groups.slice(i + 1, next)));
    at = host.end;
    i = next;
  }
  return out + source.slice(at, end);
}

function chosen(source: string, { host, mutants }: Group, otherwise: string): string {
  const text = source.slice(host.start, host.end);
  const faults = mutants.map(({ number, mutant }) => {
    const { start, end, to } = mutant;
    return [`globalThis.mutant===${number}`, mutated(text, { start: start - host.start, end: end - host.start, to })] as const;
  });
  return host.isStatement
    ? `{${faults.map(([is, fault]) => `if(${is}){${fault}}else `).join('')}{${otherwise}}}`
    : `(${faults.map(([is, fault]) => `${is}?(${fault}):`).join('')}(${otherwise}))`;
}

const loops = ['DoWhileStatement', 'ForInStatement', 'ForOfStatement', 'ForStatement', 'WhileStatement'];

/** Calls `globalThis.turn` at the beginning of each turn of a loop, so that one that a mutant makes endless can be stopped. */
export function interruptible(source: string): string {
  const inserted = [...nodesOf(parsed(source))].flatMap(([{ type, body }]) =>
    loops.includes(type) && isNode(body)
      ? [
          { at: body.start, text: '{globalThis.turn?.();' },
          { at: body.end, text: '}' },
        ]
      : [],
  );
  let [out, at] = ['', 0];
  for (const { at: next, text } of inserted.sort((a, b) => a.at - b.at)) {
    out += source.slice(at, next) + text;
    at = next;
  }
  return out + source.slice(at);
}
