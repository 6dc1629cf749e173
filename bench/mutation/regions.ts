/**
 * Regions of a source that run as a whole or not at all: function bodies and branches. Instrumentation reports which regions a test
 * reaches; a mutant is then tried only on tests that reach its region.
 */
import { isNode, nodesOf, parsed, type SyntaxNode } from './syntax.ts';

export interface Region {
  start: number;
  end: number;
}

/** In source order, starting with the whole file. */
export function regionsOf(source: string): Region[] {
  const tree = parsed(source);
  return [{ start: 0, end: source.length }, ...[...nodesOf(tree)].flatMap(([node]) => partsOf(node))];
}

function partsOf(node: SyntaxNode): SyntaxNode[] {
  const parts = {
    ArrowFunctionExpression: [node['body']],
    FunctionDeclaration: [node['body']],
    FunctionExpression: [node['body']],
    ConditionalExpression: [node['consequent'], node['alternate']],
    LogicalExpression: [node['right']],
    IfStatement: [node['consequent'], node['alternate']],
  }[node.type];
  return (parts ?? []).filter(isNode);
}

/** The number of the smallest region that contains a place. */
export const regionAround = (regions: readonly Region[], { start, end }: Region): number =>
  regions.reduce((best, r, i) => (r.start <= start && end <= r.end && sizeOf(r) <= sizeOf(regions[best]!) ? i : best), 0);

const sizeOf = ({ start, end }: Region): number => end - start;

/** The source with a call of `reached` in each region, numbered from `first` on. Line numbers do not change. */
export function instrumented(source: string, first: number): string {
  const inserts = regionsOf(source).flatMap((region, i) => {
    const call = `globalThis.reached?.(${first + i})`;
    if (i === 0) return [{ at: 0, text: `${call};`, order: 0 }];
    const { type, start, end } = region as SyntaxNode;
    if (type === 'BlockStatement') return [{ at: start + 1, text: `${call};`, order: i }];
    const [open, close] = type.endsWith('Statement') ? [`{${call};`, '}'] : [`(${call},`, ')'];
    return [
      { at: start, text: open, order: i },
      { at: end, text: close, order: -i },
    ];
  });
  // Of two regions that begin at one place, the outer opens first; of two that end at one place, it closes last.
  const sorted = inserts.sort((a, b) => a.at - b.at || a.order - b.order);
  let out = '';
  let from = 0;
  for (const { at, text } of sorted) {
    out += source.slice(from, at) + text;
    from = at;
  }
  return out + source.slice(from);
}
