/** Statements of the law, and refusals with the sentence that an engineer reads. */
import { isRefusal, type Refusal } from '../../machines/refusal.ts';
import type { AnyStatement } from '../../machines/statements.ts';
import { wordings } from '../../wording/index.ts';
import { refusalSentence } from '../../wording/refusals/sentence.ts';

export type Told = Refusal & { message: string };

export const told = (refusal: Refusal): Told => ({ ...refusal, message: refusalSentence(refusal, wordings.en) });

/** Any answer; a refusal with its sentence. */
export const answered = <T extends object | undefined>(answer: T): Exclude<T, Refusal> | (Refusal extends T ? Told : never) =>
  (answer && isRefusal(answer) ? told(answer) : answer) as never;

/** Every statement inside a value, nested ones included. */
export function statementsIn(value: unknown): AnyStatement[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(statementsIn);
  return 'code' in value && 'args' in value ? [value as AnyStatement, ...inner] : inner;
}

/** A sentence without a gap, a value of the program, or a date in figures. */
export const isWhole = (text: string): boolean => !/undefined|null|\[object|[{}]|\d{4}-\d\d-\d\d|\s{2}|^$/.test(text);
