/** The syntax tree of a source, as Vite's own parser gives it, walked without what is only for the compiler: no type is a mutant. */
import { parseSync } from 'vite';

export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

/** TypeScript's nodes that hold an expression which runs. */
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

/** @throws Error where it is no TypeScript */
export function parsed(source: string): SyntaxNode {
  const { program, errors } = parseSync('source.ts', source);
  if (errors[0]) throw new Error(errors[0].message);
  return program as unknown as SyntaxNode;
}

/** Every node that runs, each with those around it, the innermost last. */
export function* nodesOf(node: SyntaxNode, around: readonly SyntaxNode[] = []): Generator<[SyntaxNode, readonly SyntaxNode[]]> {
  if (node.type.startsWith('TS') && !transparent.has(node.type)) return;
  if (node.type === 'ImportDeclaration' || node.type === 'ExportAllDeclaration') return;
  yield [node, around];
  const path = [...around, node];
  for (const value of Object.values(node)) for (const child of [value].flat()) if (isNode(child)) yield* nodesOf(child, path);
}
