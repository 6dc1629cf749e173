/**
 * Parses YAML, or JSON as a subset of it, into data with the position of each value. YAML 1.2, core schema: a date remains a string. Keys
 * are unique; aliases (which can expand a small file without limit) and tags are not allowed.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';
import { escaped, isText } from '../machines/limits.ts';
import { formatPath } from '../machines/requirement.ts';
import { AgreementFileError, type FileFault, type Mistake, type Position } from './mistakes.ts';

export interface YamlText {
  file: string;
  data: unknown;
  /** The position of the value at a path, or of its nearest existing ancestor; with `key`, the position of its key. */
  positionOf: (path: readonly PropertyKey[], what?: 'value' | 'key') => Position;
  /** Makes a mistake at a path. */
  mistake: (path: readonly PropertyKey[], fault: FileFault, what?: 'value' | 'key') => Mistake;
}

/** @throws AgreementFileError with every syntax error. */
export function readYaml(text: string, file: string): YamlText {
  const beyond = text.length > 1_000_000 ? 'tooLong' : isTooDeep(text) ? 'tooDeep' : undefined;
  if (beyond) throw new AgreementFileError([{ file, line: 0, column: 0, path: '', fault: { code: beyond } }]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core', uniqueKeys: true, stringKeys: true });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const wrong = [...syntaxMistakes(document), ...aliases(document)];
  if (wrong.length) throw new AgreementFileError(wrong.map(({ offset, fault }) => ({ file, ...at(offset), path: '', fault })));

  const positionOf: YamlText['positionOf'] = (path, what = 'value') => at(offsetOf(document, path, what));
  const mistake: YamlText['mistake'] = (path, fault, what) => ({ file, ...positionOf(path, what), path: formatPath(path), fault });
  const data = document.toJS({ maxAliasCount: 0 }) as unknown;
  const unfit = [...notOfText(data)].map(({ path, text: found }) => mistake(path, notText(found)));
  if (unfit.length) throw new AgreementFileError(unfit);
  return { file, data, positionOf, mistake };
}

/** The parser recurses into brackets and indentation: thousands of levels exhaust the process, and a dozen are plenty. */
function isTooDeep(text: string): boolean {
  let open = 0;
  for (const sign of text) {
    if (sign === '[' || sign === '{') open++;
    else if ((sign === ']' || sign === '}') && open > 0) open--;
    if (open > 100) return true;
  }
  return /^ {200}|(?:[-?:] ){50}/m.test(text);
}

/** Yields every string and key with a character not allowed in text. */
function* notOfText(data: unknown, path: readonly PropertyKey[] = []): Generator<{ path: readonly PropertyKey[]; text: string }> {
  if (typeof data === 'string' && !isText(data)) yield { path, text: data };
  if (typeof data !== 'object' || data === null) return;
  for (const [key, value] of Object.entries(data)) {
    const inner = [...path, Array.isArray(data) ? Number(key) : key];
    if (!isText(key)) yield { path: inner, text: key };
    yield* notOfText(value, inner);
  }
}

function notText(found: string): FileFault {
  const shown = escaped(found);
  return { code: 'notText', shown: shown.length > 80 ? `${shown.slice(0, 79)}…` : shown };
}

interface At {
  offset: number;
  fault: FileFault;
}

function syntaxMistakes({ errors, warnings }: Document.Parsed): At[] {
  return [...errors, ...warnings].map(({ code, message, pos }) => ({ offset: pos[0], fault: faultOf(code, message) }));
}

function faultOf(code: string, message: string): FileFault {
  switch (code) {
    case 'DUPLICATE_KEY':
      return { code: 'duplicateKey' };
    case 'TAG_RESOLVE_FAILED':
      return { code: 'tag' };
    case 'NON_STRING_KEY':
      return { code: 'keyOfWords' };
    case 'MULTIPLE_DOCS':
      return { code: 'secondDocument' };
    default:
      return { code: 'notYaml', why: message.split('\n')[0]! };
  }
}

function aliases(document: Document.Parsed): At[] {
  const found: At[] = [];
  visit(document, {
    Alias: (_, alias) => {
      found.push({ offset: alias.range?.[0] ?? 0, fault: { code: 'alias', name: alias.source } });
    },
  });
  return found;
}

/** Returns the offset of a value or its key; for one that does not exist, that of the mapping that should contain it. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[], what: 'value' | 'key'): number {
  let node: Node | null = document.contents;
  let key = node?.range?.[0] ?? 0;
  let value = key;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(item => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair || !isScalar(pair.key)) return key;
      key = pair.key.range?.[0] ?? key;
      node = pair.value as Node | null;
    } else if (isSeq(node) && typeof step === 'number' && node.items[step]) {
      node = node.items[step] as Node;
      key = node.range?.[0] ?? key;
    } else return key;
    value = (node && !isAlias(node) && node.range?.[0]) || key;
  }
  return what === 'key' ? key : value;
}
