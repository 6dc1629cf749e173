/** The syntax tree of a source from Vite's own parser, walked without type-only nodes: types have no mutants. */
import { parseSync } from 'vite';

export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

/** TypeScript nodes that wrap an expression that runs. */
const transparent = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'TSParameterProperty',
]);

export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** @throws Error if the source is not valid TypeScript */
export function parsed(source: string): SyntaxNode {
  const { program, errors } = parseSync('source.ts', source);
  if (errors[0]) throw new Error(errors[0].message);
  return program as unknown as SyntaxNode;
}

/** Every node that runs, each with its ancestors, the innermost last. */
export function* nodesOf(node: SyntaxNode, around: readonly SyntaxNode[] = []): Generator<[SyntaxNode, readonly SyntaxNode[]]> {
  if (node.type.startsWith('TS') && !transparent.has(node.type)) return;
  if (node.type === 'ImportDeclaration' || node.type === 'ExportAllDeclaration') return;
  yield [node, around];
  const path = [...around, node];
  for (const value of Object.values(node)) for (const child of [value].flat()) if (isNode(child)) yield* nodesOf(child, path);
}
