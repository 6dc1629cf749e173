/** Reads and validates an agreement's file or a list of facts. Each mistake has its position and what is allowed. */
import { z } from 'zod';
import { agreement, type Agreement } from '../clauses/agreement.ts';
import type { Entry } from '../machines/facts.ts';
import type { Rule } from '../machines/requirement.ts';
import { checkFacts } from './facts-list.ts';
import { findingsIn, type FoundInFile } from './findings.ts';
import { check, foundOf } from './check.ts';
import { AgreementFileError, type FileFault, type Position } from './mistakes.ts';
import { readText, TextTooLong } from './read-text.ts';
import { readYaml, type YamlText } from './yaml-text.ts';

export { AgreementFileError, type Mistake } from './mistakes.ts';

/** An agreement's file: its description and its facts. */
export interface AgreementFile {
  file: string;
  agreement: Agreement;
  facts: Entry[];
  /** Findings in its clauses from which dates can still follow. */
  warnings: FoundInFile[];
  /** Returns the position of the value at a path such as `['clauses', 'duration', 'first']`. */
  positionOf: (path: readonly PropertyKey[]) => Position;
}

/** @throws AgreementFileError with every mistake in the file, and every clause from which no date can follow. */
export function loadAgreement(file: string): AgreementFile {
  return parseAgreement(textOf(file), file);
}

/** Like `loadAgreement`, for a string; `file` is its name in mistakes. */
export function parseAgreement(content: string, file: string): AgreementFile {
  const { findings, ...read } = examineText(content, file);
  const errors = findings.filter(f => f.finding.severity === 'error');
  if (errors.length)
    throw new AgreementFileError(inOrder(errors).map(({ finding, ...place }) => ({ ...place, fault: { code: 'senseless', finding } })));
  return { ...read, warnings: findings };
}

export interface Examined extends Omit<AgreementFile, 'warnings'> {
  findings: FoundInFile[];
}

/** Returns an agreement's file with all findings in its clauses, including errors. @throws AgreementFileError if it cannot be read */
export const examineAgreement = (file: string): Examined => examineText(textOf(file), file);

/** Like `examineAgreement`, for a string. */
export function examineText(content: string, file: string): Examined {
  const text = readYaml(content, file);
  const { data } = text;
  if (!isMapping(data)) throw notA('agreementMapping', text);
  const whole = check(fileSchema, data, text);
  const { facts, mistakes } = checkFacts(data['facts'] ?? [], partiesNamed(data), text, ['facts']);
  const all = [...whole.mistakes, ...mistakes];
  if (!whole.value || all.length) throw new AgreementFileError(inOrder(all));
  const { facts: _checkedAbove, ...description } = whole.value;
  const findings = findingsIn(description, facts, text);
  return { file, agreement: description, facts, findings, positionOf: path => text.positionOf(path) };
}

/** `facts` is part of the file but not of the description. */
const fileSchema = agreement.safeExtend({ facts: z.unknown().optional() });

/** Reads a list of facts, corrections and strikes, YAML or JSON. @throws AgreementFileError with every mistake in the file. */
export function loadFacts(file: string, to: Agreement): Entry[] {
  return parseFacts(textOf(file), file, to);
}

/** Like `loadFacts`, for a string; `file` is its name in mistakes. */
export function parseFacts(content: string, file: string, to: Agreement): Entry[] {
  const text = readYaml(content, file);
  if (text.data === null) throw notA('factsGiven', text);
  const { facts, mistakes } = checkFacts(
    text.data,
    to.parties.map(p => p.id),
    text,
    [],
  );
  if (mistakes.length) throw new AgreementFileError(inOrder(mistakes));
  return facts;
}

const isMapping = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null && !Array.isArray(data);

function notA(rule: Rule, text: YamlText): AgreementFileError {
  const found = text.data === null ? ({ is: 'empty' } as const) : foundOf(text.data);
  return new AgreementFileError([text.mistake([], { code: 'notAllowed', found, must: { rule } })]);
}

/** Returns the ids of the Parties if they can be read, so that facts are checked even if the description has mistakes. */
function partiesNamed({ parties }: Record<string, unknown>): string[] | undefined {
  if (!Array.isArray(parties)) return undefined;
  const ids = parties.map(p => (isMapping(p) ? p['id'] : undefined)).filter(id => typeof id === 'string');
  return ids.length === parties.length ? ids : undefined;
}

const inOrder = <T extends Position>(mistakes: readonly T[]): T[] => [...mistakes].sort((a, b) => a.line - b.line || a.column - b.column);

function textOf(file: string): string {
  try {
    return readText(file);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    throw new AgreementFileError([{ file, line: 0, column: 0, path: '', fault: faultOf(cause, code) }]);
  }
}

function faultOf(cause: unknown, code: unknown): FileFault {
  if (cause instanceof TextTooLong) return { code: 'tooLong' };
  if (code === 'ENOENT') return { code: 'noFile' };
  return code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? { code: 'notUtf8' } : { code: 'unreadable', why: String(code) };
}
