/** Converts the values of form fields to what the schema takes, and back. */
import type { Given } from './fields.ts';
import type { Node, ObjectNode, RowsNode } from './schema-node.ts';

/** The name of a nested field. */
export const at = (path: string, name: string): string => (path ? `${path}.${name}` : name);

/** The values as the schema takes them. Empty fields are omitted; the schema rejects what does not fit. */
export const readIn = (node: ObjectNode, values: Given): Record<string, unknown> =>
  (read(node, values, '') ?? {}) as Record<string, unknown>;

function read(node: Node, values: Given, path: string): unknown {
  const value = values[path] ?? '';
  switch (node.kind) {
    case 'object':
      return filled(node, values, path, {});
    case 'variant': {
      const chosen = values[at(path, node.by)];
      const option = node.options.find(o => o.value === chosen);
      return option && filled(option.node, values, path, { [node.by]: chosen });
    }
    case 'rows':
      return rowsOf(node, values, path);
    case 'bounds': {
      const notAfter = values[at(path, 'notAfter')];
      return notAfter ? { notBefore: value, notAfter } : value || undefined;
    }
    case 'flag':
      return value ? true : undefined;
    case 'number':
      return value ? (/^\d+$/.test(value) ? Number(value) : value) : undefined;
    case 'lines': {
      const lines = value.split('\n').map(l => l.trim());
      return lines.some(Boolean) ? lines.filter(Boolean) : undefined;
    }
    default:
      return value || undefined;
  }
}

function filled(node: ObjectNode, values: Given, path: string, known: Record<string, unknown>): Record<string, unknown> | undefined {
  const own = node.props.map(([name, inner]) => [name, read(inner, values, at(path, name))] as const);
  const given = own.filter(([name, value]) => value !== undefined && !isDefault(node, name, value));
  return given.length || Object.keys(known).length ? { ...known, ...Object.fromEntries(given) } : undefined;
}

/** Defaults are omitted; otherwise a protocol that changes nothing would seem to change something. */
const isDefault = ({ props }: ObjectNode, name: string, value: unknown): boolean =>
  props.some(([own, node]) => own === name && node.kind === 'choice' && node.initial === value);

function rowsOf({ item }: RowsNode, values: Given, path: string): unknown {
  const count = new Set(
    Object.keys(values).flatMap(name => (name.startsWith(`${path}.`) ? [name.slice(path.length + 1).split('.')[0]!] : [])),
  ).size;
  const rows = Array.from({ length: count }, (_, i) => filled(item, values, at(path, `${i}`), {})).filter(Boolean);
  return rows.length ? rows : undefined;
}

/** The values of a schema as form fields, for `initial`. */
export function standingIn(node: Node, value: unknown, path = ''): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (node.kind === 'object') return ofProps(node, value, path);
  if (node.kind === 'variant') {
    const chosen = (value as Record<string, string>)[node.by]!;
    const option = node.options.find(o => o.value === chosen);
    return { [at(path, node.by)]: chosen, ...(option ? ofProps(option.node, value, path) : {}) };
  }
  if (node.kind === 'rows')
    return Object.assign({}, ...(value as unknown[]).map((row, i) => ofProps(node.item, row, at(path, `${i}`)))) as Record<string, string>;
  if (node.kind === 'bounds' && typeof value === 'object') {
    const { notBefore, notAfter } = value as Record<'notBefore' | 'notAfter', string>;
    return { [path]: notBefore, [at(path, 'notAfter')]: notAfter };
  }
  if (node.kind === 'flag') return value === true ? { [path]: 'yes' } : {};
  if (node.kind === 'lines') return { [path]: (value as string[]).join('\n') };
  return typeof value === 'string' || typeof value === 'number' ? { [path]: `${value}` } : {};
}

const ofProps = (node: ObjectNode, value: unknown, path: string): Record<string, string> =>
  Object.assign(
    {},
    ...node.props.map(([name, inner]) => standingIn(inner, (value as Record<string, unknown>)[name], at(path, name))),
  ) as Record<string, string>;
