/**
 * Writes the page about the agreement file, and the JSON Schema with which editors complete and check it. Both come from the schema that
 * servanda reads with, so that a key has one meaning. `npm run docs` writes them; a test compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify, parse } from 'yaml';
import { z } from 'zod';
import { listAgreements } from '../agreements/find.ts';
import { entry } from '../agreements/facts-list.ts';
import { agreement } from '../clauses/agreement.ts';

const here = dirname(fileURLToPath(import.meta.url));
export const page = join(here, 'agreement-file.md');
export const schemaFile = join(here, 'agreement-file.schema.json');

/** The part of a JSON Schema that is used here. */
export interface Node {
  description?: string;
  examples?: unknown[];
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, Node>;
  required?: string[];
  items?: Node | Node[];
  oneOf?: Node[];
  anyOf?: Node[];
}

const facts = z
  .array(entry)
  .optional()
  .meta({ description: 'The facts that are known, each with its date.', examples: [[{ id: 's', type: 'signed', on: '2004-03-01' }]] });

/** The schema of the file as written, before defaults are filled in. */
export const jsonSchema = (): Node =>
  z.toJSONSchema(agreement.safeExtend({ facts }), {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
  }) as unknown as Node;

type Path = readonly string[];

/** A mapping in the file and its path; `facts` have a separate page. */
interface Section {
  path: Path;
  /** One for each way to write it: `on: signature`, `on: fixedDate`. */
  variants: readonly Node[];
}

function sectionsIn(node: Node, path: Path): Section[] {
  const variants = optionsOf(node).filter(o => o.properties);
  const inside = new Map<string, Node[]>();
  for (const { properties } of variants)
    for (const [key, value] of Object.entries(properties!)) inside.set(key, [...(inside.get(key) ?? []), value]);
  const own = variants.length ? [{ path, variants }] : [];
  return [
    ...own,
    ...[...inside].filter(([key]) => key !== 'facts').flatMap(([key, nodes]) => sectionsIn({ anyOf: nodes }, [...path, key])),
  ];
}

/** The ways in which a value may be written; for a list, those of its items. */
function optionsOf(node: Node): Node[] {
  const inner = node.oneOf ?? node.anyOf ?? (Array.isArray(node.items) ? node.items.slice(0, 1) : node.items ? [node.items] : undefined);
  return inner ? unique(inner.flatMap(optionsOf)) : [node];
}

/** Describes a clause that appears in two places only once. */
function unique(nodes: readonly Node[]): Node[] {
  const seen = new Map(nodes.map(n => [JSON.stringify(n), n]));
  return [...seen.values()];
}

export interface Key {
  path: Path;
  /** The variants of the mapping that have this key, if not all have it. */
  only: readonly string[];
  needed: boolean;
  nodes: readonly Node[];
}

/** The key that distinguishes the variants of a mapping. */
function tellingKey({ variants }: Section): string | undefined {
  if (variants.length < 2) return undefined;
  return Object.keys(variants[0]!.properties!).find(key => variants.every(v => v.properties![key]?.const !== undefined));
}

export function keysOf(section: Section): Key[] {
  const telling = tellingKey(section);
  const names = [...new Set(section.variants.flatMap(v => Object.keys(v.properties!)))];
  return names.map(name => {
    const having = section.variants.filter(v => v.properties![name]);
    return {
      path: [...section.path, name],
      only: telling && having.length < section.variants.length ? having.map(v => String(v.properties![telling]!.const)) : [],
      needed: having.every(v => v.required?.includes(name)),
      nodes: having.map(v => v.properties![name]!),
    };
  });
}

export const sections = (): Section[] => sectionsIn(jsonSchema(), []);

interface Real {
  id: string;
  data: unknown;
}

const realAgreements = (): Real[] => listAgreements().map(({ id, file }) => ({ id, data: parse(readFileSync(file, 'utf8')) as unknown }));

/** All values at a path, including those in lists. */
function valuesAt(data: unknown, [key, ...rest]: Path): unknown[] {
  if (Array.isArray(data)) return data.flatMap(d => valuesAt(d, key === undefined ? [] : [key, ...rest]));
  if (key === undefined) return [data];
  const isMapping = typeof data === 'object' && data !== null && Object.hasOwn(data, key);
  return isMapping ? valuesAt((data as Record<string, unknown>)[key], rest) : [];
}

/** A link to an agreement in `agreements/` that uses the key, with this value if given. */
function usedIn(all: readonly Real[], path: Path, value?: unknown): string {
  const found = all.find(({ data }) => valuesAt(data, path).some(v => value === undefined || v === value));
  return found ? `[${found.id}](../agreements/${found.id}.yaml)` : '';
}

const code = (value: unknown): string => `\`${flow(value)}\``;
const flow = (value: unknown): string => stringify(value, { collectionStyle: 'flow', lineWidth: 0, schema: 'core' }).trim();
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function keyRows(key: Key, all: readonly Real[]): string[] {
  const name = key.path.at(-1)!;
  const example = (value: unknown): string => `\`${name}: ${flow(value)}\``;
  if (key.nodes.length > 1 && key.nodes.every(n => n.const !== undefined))
    return key.nodes.map(n =>
      row([`\`${name}: ${flow(n.const)}\``, n.description ?? '', example(n.const), usedIn(all, key.path, n.const)]),
    );
  const node = key.nodes[0]!;
  const words = optionsOf(node).flatMap(o => o.enum ?? (o.const === undefined ? [] : [o.const]));
  const meaning = [
    node.description ?? '',
    words.length > 1 ? `One of ${words.map(code).join(', ')}.` : '',
    node.default === undefined || isEmpty(node.default) ? '' : `Default: ${code(node.default)}.`,
    key.only.length ? `Only with ${key.only.map(o => `\`${o}\``).join(', ')}.` : '',
  ];
  const examples = (node.examples ?? []).map(example).join(' or ');
  return [row([`\`${name}\`${key.needed ? ' (required)' : ''}`, meaning.filter(Boolean).join(' '), examples, usedIn(all, key.path)])];
}

const isEmpty = (value: unknown): boolean => typeof value === 'object' && Object.keys(value as object).length === 0;
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

export function pageText(): string {
  const all = realAgreements();
  const each = sections().map(section => {
    const heading = section.path.length ? `## \`${section.path.join('.')}\`` : '## The file';
    const table = [
      '| key | meaning | example | in a real agreement |',
      '| --- | --- | --- | --- |',
      ...keysOf(section).flatMap(k => keyRows(k, all)),
    ];
    return `${heading}\n\n${table.join('\n')}\n`;
  });
  return `${introduction}\n${each.join('\n')}`;
}

const introduction = `# The file of an agreement

An agreement is described in a file of YAML: its Parties, its final clauses with their articles, how it is read where the text leaves
more than one reading open, and the facts that are known. Every value is taken from the text; what the sources do not show is marked
\`unseen\`, never filled in, and a clause that is forced to fit says how it is \`bent\`. The files of [agreements/](../agreements) are real ones.

\`\`\`sh
npx servanda agreement new          # asks in the order of a treaty's final clauses, and writes the file
npx servanda agreement check FILE   # what makes no sense in its clauses, each finding with the shortest story that shows it
npx servanda timeline FILE          # where it stands today
\`\`\`

An editor that knows YAML Schema (VS Code with the YAML extension, and others) completes and checks a file that begins with

\`\`\`yaml
# yaml-language-server: $schema=../docs/agreement-file.schema.json
\`\`\`

This page and [the JSON Schema](agreement-file.schema.json) are written by \`npm run docs\` from the schema that servanda reads with. A date is
\`2004-03-01\`; a length is an ISO 8601 duration. \`facts\` are a list; [fact-types.md](fact-types.md) has their types.
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(page, pageText());
  writeFileSync(schemaFile, `${JSON.stringify(jsonSchema(), null, 2)}\n`);
}
