/** Form fields from a schema. */
import { factAsEntered } from '../../client/schemas.ts';
import type { FieldName } from '../../wording/web/desk/fields/messages.ts';
import type { Words } from '../words.ts';
import { shownIn, type Field, type Given } from './fields.ts';
import { objectNode, type Leaf, type Node, type ObjectNode, type VariantNode } from './schema-node.ts';
import { at, standingIn } from './schema-values.ts';

type Options = NonNullable<Field['options']>;

export interface Asking {
  words: Words;
  /** The values so far: a list shows as many rows as it has answers, and two more. */
  given: Given;
  /** The options to choose from, by the last part of the name; undefined if the value is typed. */
  options?: (name: string) => Options | undefined;
  /** The initial value of a field, by its full name. */
  initial?: (name: string) => string | undefined;
}

/** In the order of the schema, with the Party first and evidence last. */
export function fieldsIn(node: ObjectNode, asking: Asking): Field[] {
  const fields = fieldsOf(node, '', asking, {});
  const isProof = ({ name }: Field): boolean => name === 'evidence' || name === 'reference';
  const isParty = ({ name }: Field): boolean => name === 'by';
  return [...fields.filter(isParty), ...fields.filter(f => !isParty(f) && !isProof(f)), ...fields.filter(isProof)];
}

interface Inside {
  optional?: boolean | undefined;
  section?: string | undefined;
}

function fieldsOf(node: Node, path: string, asking: Asking, inside: Inside): Field[] {
  const section = sectionOf(path, asking.words) ?? inside.section;
  const optional = Boolean(inside.optional || (node.optional && node.kind !== 'choice')) || undefined;
  switch (node.kind) {
    case 'object':
      return node.props.flatMap(([name, inner]) => fieldsOf(inner, at(path, name), asking, { optional, section }));
    case 'variant':
      return variantFields(node, path, asking, { optional: optional ?? node.optional, section });
    case 'rows':
      return Array.from({ length: rowsIn(path, asking) + 2 }, (_, i) =>
        fieldsOf(node.item, at(path, `${i}`), asking, { optional: true, section }),
      ).flat();
    case 'bounds': {
      const day = leafField({ kind: 'day' }, path, asking, { optional: optional ?? node.optional, section });
      const { notAfter, notAfterHint } = asking.words.m.desk.fields;
      const label = asking.words.say(notAfter, { label: day.label });
      return [day, { ...day, name: at(path, 'notAfter'), label, hint: notAfterHint, optional: true, initial: undefined, section: more }];
    }
    default:
      return [leafField(node, path, asking, { optional: optional ?? node.optional, section })];
  }
}

/** The section at the end for fields seldom filled in. */
const more = 'more';
const seldom: readonly string[] = ['id', 'recorded', 'form', 'defect', 'signer', 'text', 'published', 'number', 'dated', 'note'];
const long: readonly string[] = ['note', 'text', 'scope', 'error', 'corrected', 'bent'];

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
const withoutRows = (path: string): string => path.replaceAll(/\.\d+(?=\.|$)/g, '');

function sectionOf(path: string, { m }: Words): string | undefined {
  const plain = withoutRows(path);
  if (plain in m.desk.fields.sections) return plain;
  return path && !path.includes('.') && seldom.includes(path) ? more : undefined;
}

/** By its full name, or by the name without its leading parts: `signer.name`, `name`. */
function named<T extends PropertyKey>(path: string, texts: Readonly<Record<T, string>>): string | undefined {
  for (let rest = withoutRows(path); rest; rest = rest.includes('.') ? rest.slice(rest.indexOf('.') + 1) : '')
    if (Object.hasOwn(texts, rest)) return texts[rest as T];
  return undefined;
}

function leafField(node: Leaf, path: string, asking: Asking, { optional, section }: Inside): Field {
  const { words } = asking;
  const { labels, hints } = words.m.desk.fields;
  const row = /\.(\d+)(?:\.|$)/.exec(path);
  const label = named<FieldName>(path, labels) ?? lastOf(path);
  const options = asking.options?.(lastOf(withoutRows(path)));
  const initial = asking.initial?.(path);
  const common = {
    name: path,
    label: row ? `${label} (${Number(row[1]) + 1})` : label,
    hint: named<keyof typeof hints>(path, hints),
    ...(optional ? { optional: true } : {}),
    initial,
    section,
  };
  if (node.kind === 'choice') {
    const said = node.values.map(value => ({ value, label: valueIn(path, value, words) }));
    return { ...common, kind: 'select', options: said, initial: initial ?? node.initial };
  }
  if (options) {
    const only = options.length === 1 && !optional ? options[0]!.value : undefined;
    return { ...common, hint: undefined, kind: options.length < 4 && !optional ? 'choice' : 'select', options, initial: initial ?? only };
  }
  if (node.kind === 'text') return { ...common, kind: long.includes(lastOf(path)) ? 'long' : 'text' };
  return { ...common, kind: node.kind === 'bounds' ? 'day' : node.kind };
}

function variantFields({ by, options, optional }: VariantNode, path: string, asking: Asking, inside: Inside): Field[] {
  const values = options.map(o => ({ value: o.value, label: valueIn(at(path, by), o.value, asking.words) }));
  const choice = leafField({ kind: 'text' }, at(path, by), { ...asking, options: () => values }, { ...inside, optional });
  const all = new Map(options.flatMap(o => o.node.props));
  return [
    { ...choice, kind: 'select' },
    ...[...all].flatMap(([name, inner]) => fieldsOf(inner, at(path, name), asking, { ...inside, optional: true })),
  ];
}

/** The label of a value of the schema. */
function valueIn(path: string, value: string, { m, wording, languageName }: Words): string {
  const plain = withoutRows(path);
  if (plain.endsWith('channel')) return wording.channels[value as keyof typeof wording.channels];
  if (plain.endsWith('language')) return languageName(value);
  const group = Object.entries(m.desk.fields.values).find(([name]) => plain === name || plain.endsWith(`.${name}`))?.[1];
  return (group as Readonly<Record<string, string>> | undefined)?.[value] ?? value;
}

const rowsIn = (path: string, { given, initial }: Asking): number => {
  let n = 0;
  const has = (i: number): boolean =>
    Object.entries(given).some(([name, value]) => name.startsWith(`${path}.${i}.`) && value) || Boolean(initial?.(`${path}.${i}.name`));
  while (has(n)) n += 1;
  return n;
};

/** A value in words: label and content of each field that is filled in. `day`: the form of a day, if not that of a page. */
export function labelledValues(node: ObjectNode, value: unknown, words: Words, day?: Words['day']): [label: string, said: string][] {
  const standing = standingIn(node, value);
  const fields = fieldsIn(node, { words, given: standing, initial: name => standing[name] });
  return fields.filter(f => standing[f.name]).map(f => [f.label, shownIn(f, standing, words, day)]);
}

export function nodeOfFact(type: string, without: readonly string[]): ObjectNode {
  const option = factAsEntered.options.find(o => o.shape.type.value === type)!;
  return objectNode(option.shape, without);
}

/** The label of a fact's field; one with parts uses the label of the first. */
export function labelOf(field: string, { m }: Words): string {
  const { labels } = m.desk.fields;
  return Object.entries(labels).find(([name]) => name === field || name.startsWith(`${field}.`))?.[1] ?? field;
}

/** The field that an issue of the client concerns, by its path: `[0].received`, `content.subject`, `changes.renewal.length`. */
export function fieldAt(path: string, fields: readonly Field[]): Field | undefined {
  const parts = path
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean);
  for (let from = 0; from < parts.length; from += 1) {
    const name = parts.slice(from).join('.');
    const found = fields.find(f => f.name === name) ?? fields.find(f => f.name.startsWith(`${name}.`));
    if (found) return found;
  }
  return undefined;
}
