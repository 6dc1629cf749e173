/** The mutants of a source: each is one small fault that somebody could have written. */
import { isNode, nodesOf, parsed, type SyntaxNode } from './syntax.ts';

export interface Mutant {
  file: string;
  /** Its position; both count from 1. */
  line: number;
  column: number;
  start: number;
  end: number;
  /** The original text and its replacement. */
  from: string;
  to: string;
  /** The trimmed source line, which identifies the mutant after lines have moved. */
  code: string;
  /** The smallest enclosing expression or statement that can be switched at run time. */
  host: Host;
}

export interface Host {
  start: number;
  end: number;
  isStatement: boolean;
}

type Change = [at: { start: number; end: number }, to: string];

export function mutantsOf(file: string, source: string): Mutant[] {
  const lineStarts = [0, ...[...source.matchAll(/\n/g)].map(m => m.index + 1)];
  const lines = source.split('\n');
  return [...nodesOf(parsed(source))]
    .flatMap(([node, around]) => changesOf(node, around, source).map(change => [...change, hostOf([...around, node])] as const))
    .filter(([{ start, end }, to]) => source.slice(start, end) !== to)
    .map(([{ start, end }, to, host]) => {
      const line = lineStarts.findLastIndex(at => at <= start);
      const column = start - lineStarts[line]! + 1;
      return { file, line: line + 1, column, start, end, from: source.slice(start, end), to, code: lines[line]!.trim(), host };
    });
}

const hosts = new Set([
  'ArrayExpression',
  'ArrowFunctionExpression',
  'AssignmentExpression',
  'AwaitExpression',
  'BinaryExpression',
  'CallExpression',
  'ChainExpression',
  'ConditionalExpression',
  'Literal',
  'LogicalExpression',
  'MemberExpression',
  'NewExpression',
  'ObjectExpression',
  'TemplateLiteral',
  'UnaryExpression',
  'UpdateExpression',
]);

function hostOf(path: readonly SyntaxNode[]): Host {
  const { test, type: of } = path.at(-1)! as SyntaxNode & { test?: SyntaxNode };
  if (test && (of === 'IfStatement' || of === 'WhileStatement')) return { start: test.start, end: test.end, isStatement: false };
  const at = path.findLastIndex((node, i) => isStatementHost(node) || isExpressionHost(node, path[i - 1]!));
  const { start, end, type } = path[at] ?? path[0]!;
  return { start, end, isStatement: type.endsWith('Statement') };
}

const isStatementHost = ({ type }: SyntaxNode): boolean => type === 'ExpressionStatement' || type === 'ReturnStatement';

/** A callee keeps its `this`, and a link in a `?.` chain is switched with the whole chain; a key or an assignment target is not a value. */
const isExpressionHost = (node: SyntaxNode, parent: SyntaxNode): boolean =>
  hosts.has(node.type) &&
  parent.type !== 'ChainExpression' &&
  !['callee', 'object', 'tag', 'quasi', 'left', 'key', 'argument'].some(
    field =>
      parent[field] === node && !(field === 'left' && isOperation(parent)) && !(field === 'argument' && parent.type !== 'UpdateExpression'),
  );

const isOperation = ({ type }: SyntaxNode): boolean => type === 'BinaryExpression' || type === 'LogicalExpression';

export const mutated = (source: string, { start, end, to }: Pick<Mutant, 'start' | 'end' | 'to'>): string =>
  source.slice(0, start) + to + source.slice(end);

const otherOperators: Record<string, readonly string[]> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '+=': ['-='],
  '-=': ['+='],
  '++': ['--'],
  '--': ['++'],
};

/** Functions and methods that are easily confused. */
const otherNames: Record<string, string> = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  find: 'findLast',
  findLast: 'find',
  earliest: 'latest',
  latest: 'earliest',
  dayBefore: 'dayAfter',
  dayAfter: 'dayBefore',
  before: 'after',
  after: 'before',
};

/** Methods whose omission leaves a list or text unchanged. */
const methodsLeftOut = new Set(['filter', 'sort', 'toSorted', 'reverse', 'slice', 'trim', 'toLowerCase', 'toUpperCase']);
const functionsLeftOut = new Set(['dayBefore', 'dayAfter']);

function changesOf(node: SyntaxNode, around: readonly SyntaxNode[], source: string): Change[] {
  const parent = around.at(-1);
  const text = (n: SyntaxNode): string => source.slice(n.start, n.end);
  const child = (name: string): SyntaxNode => node[name] as SyntaxNode;
  switch (node.type) {
    case 'BinaryExpression':
    case 'AssignmentExpression':
      return operatorChanges(node, child('left'), child('right'), source);
    case 'LogicalExpression': {
      const sides: Change[] = [
        [node, text(child('left'))],
        [node, text(child('right'))],
      ];
      return node['operator'] === '??' ? sides : operatorChanges(node, child('left'), child('right'), source);
    }
    case 'UpdateExpression':
      return otherOperators[node['operator'] as string]!.map(to => [
        node,
        node['prefix'] ? `${to}${text(child('argument'))}` : `${text(child('argument'))}${to}`,
      ]);
    case 'UnaryExpression':
      return node['operator'] === '!' || node['operator'] === '-' ? [[node, text(child('argument'))]] : [];
    case 'IfStatement':
    case 'ConditionalExpression':
      return ['true', 'false'].map(to => [child('test'), to]);
    case 'WhileStatement':
      return [[child('test'), 'false']];
    case 'Literal':
      return literalChanges(node, parent);
    case 'TemplateLiteral':
      return text(node) === '``' || parent?.type === 'TaggedTemplateExpression' ? [] : [[node, '``']];
    case 'ArrayExpression':
      return (node['elements'] as unknown[]).length ? [[node, '[]']] : [];
    case 'ExpressionStatement':
      return [[node, ';']];
    case 'ReturnStatement':
      return isNode(node['argument']) && text(child('argument')) !== 'undefined' && !isUnreachable(child('argument'))
        ? [[node, 'return undefined;']]
        : [];
    case 'MemberExpression':
      return node['optional'] ? [[dotsAfter(child('object'), source), node['computed'] ? '' : '.']] : [];
    case 'CallExpression':
      return callChanges(node, text, source);
    default:
      return [];
  }
}

/** `return x satisfies never`: the compiler proves that it is never run. */
const isUnreachable = (node: SyntaxNode): boolean =>
  node.type === 'TSSatisfiesExpression' && (node['typeAnnotation'] as SyntaxNode).type === 'TSNeverKeyword';

function operatorChanges(node: SyntaxNode, left: SyntaxNode, right: SyntaxNode, source: string): Change[] {
  const operator = node['operator'] as string;
  const isOfText = operator === '+' && [left, right].some(n => n.type === 'TemplateLiteral' || typeof n['value'] === 'string');
  const start = source.indexOf(operator, left.end);
  return isOfText ? [] : (otherOperators[operator] ?? []).map(to => [{ start, end: start + operator.length }, to]);
}

function literalChanges(node: SyntaxNode, parent: SyntaxNode | undefined): Change[] {
  const isKey = parent !== undefined && parent['key'] === node && !parent['computed'];
  const isDirective = parent?.type === 'ExpressionStatement';
  if (isKey || isDirective || parent?.type === 'ExportNamedDeclaration' || node['regex']) return [];
  const value = node['value'];
  if (typeof value === 'boolean') return [[node, String(!value)]];
  if (typeof value === 'number') return [[node, String(value + 1)]];
  return typeof value === 'string' && value !== '' ? [[node, "''"]] : [];
}

const dotsAfter = (object: SyntaxNode, source: string): { start: number; end: number } => {
  const start = source.indexOf('?.', object.end);
  return { start, end: start + 2 };
};

function callChanges(node: SyntaxNode, text: (n: SyntaxNode) => string, source: string): Change[] {
  const callee = node['callee'] as SyntaxNode;
  const called = callee.type === 'MemberExpression' ? (callee['property'] as SyntaxNode) : callee;
  if (called.type !== 'Identifier') return [];
  const name = called['name'] as string;
  const isMethod = called !== callee;
  const other = Object.hasOwn(otherNames, name) ? otherNames[name] : undefined;
  // A function that the source doesn't import would be noticed by the compiler and by every test.
  const isKnown = other !== undefined && (isMethod || new RegExp(`\\b${other}\\b`).test(source));
  const [first] = node['arguments'] as SyntaxNode[];
  return [
    ...(isKnown ? [[called, other] satisfies Change] : []),
    ...(isMethod && methodsLeftOut.has(name) ? [[node, text(callee['object'] as SyntaxNode)] satisfies Change] : []),
    ...(!isMethod && functionsLeftOut.has(name) && first ? [[node, text(first)] satisfies Change] : []),
  ];
}
