/** The questions about an agreement, asked one by one at a terminal or all at once in a form. An invalid answer gets its reason. */
import type { z } from 'zod';
import type { InterviewMessages } from '../../wording/interview/en.ts';

/** The parts of the interview, in the order of a treaty's final clauses, with those before and after them. */
export type Part = keyof InterviewMessages['headings'];

export interface Question<T> {
  /** The name of its answer within the part. */
  name: string;
  text: string;
  example: string;
  /** A form asks for day, month and year in three fields. */
  kind?: 'day';
  /** @throws WrongAnswer with what an answer must be */
  read: (answer: string) => T;
}

/** An invalid answer. `why`: the name of what it must be. */
export class WrongAnswer extends RangeError {
  constructor(
    readonly why: keyof InterviewMessages['wrong'],
    /** The reason in words, if the catalogue has none. */
    readonly said?: string,
  ) {
    super(why);
  }
}

export interface Asking {
  /** The texts of the questions, in the interview's language. */
  readonly texts: InterviewMessages;
  /** A message with its placeholders filled in. */
  worded(text: string, values: Readonly<Record<string, string>>): string;
  /** Begins a part; the questions that follow belong to it. */
  begin(part: Part): void;
  ask<T>(question: Question<T>): Promise<T>;
  /** An empty answer is accepted. */
  askIfAny<T>(question: Question<T>): Promise<T | undefined>;
  askOr<T>(question: Question<T>, otherwise: T, said?: string): Promise<T>;
  /** One of several choices; the first is the default. */
  choose<K extends string>(name: string, text: string, choices: Readonly<Record<K, string>>): Promise<K>;
  /** Questions whose names are prefixed with `name`. */
  within<T>(name: string, questions: () => Promise<T>): Promise<T>;
  /** Questions whose answers are checked together. */
  section(schema: z.ZodType, questions: () => Promise<unknown>): Promise<unknown>;
}

/** Parses an answer by a schema. */
export const readAs =
  <S extends z.ZodType>(schema: S, why: WrongAnswer['why']) =>
  (answer: string): z.output<S> => {
    const read = schema.safeParse(answer);
    if (read.success) return read.data;
    throw new WrongAnswer(why);
  };

export const readWords = (answer: string): string => {
  if (answer) return answer;
  throw new WrongAnswer('empty');
};
