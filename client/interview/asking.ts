/** Questions about an agreement, whoever puts them: at a terminal one after the other, in a form all at once. An answer that can't be taken says why. */
import type { z } from 'zod';
import type { InterviewMessages } from '../../wording/interview/en.ts';

/** What a treaty's final clauses are asked in, in their order, with what stands around them. */
export type Part = keyof InterviewMessages['headings'];

export interface Question<T> {
  /** Where its answer belongs, within the part. */
  name: string;
  text: string;
  example: string;
  /** Asked for as day, month and year where there is room for three fields. */
  kind?: 'day';
  /** @throws WrongAnswer with what an answer must be */
  read: (answer: string) => T;
}

/** An answer that can't be taken: the name of what it must be. */
export class WrongAnswer extends RangeError {
  constructor(
    readonly why: keyof InterviewMessages['wrong'],
    /** In words of its own, where the catalogue has none. */
    readonly said?: string,
  ) {
    super(why);
  }
}

export interface Asking {
  /** What it asks, in its language. */
  readonly texts: InterviewMessages;
  /** A message with values in its places. */
  worded(text: string, values: Readonly<Record<string, string>>): string;
  /** What is asked from here on belongs to it. */
  begin(part: Part): void;
  ask<T>(question: Question<T>): Promise<T>;
  /** Nothing is an answer too. */
  askIfAny<T>(question: Question<T>): Promise<T | undefined>;
  askOr<T>(question: Question<T>, otherwise: T, said?: string): Promise<T>;
  /** One of several; the first is taken for nothing. */
  choose<K extends string>(name: string, text: string, choices: Readonly<Record<K, string>>): Promise<K>;
  /** Questions that have their names to themselves. */
  within<T>(name: string, questions: () => Promise<T>): Promise<T>;
  /** Answers that must go together. */
  section(schema: z.ZodType, questions: () => Promise<unknown>): Promise<unknown>;
}

/** What a schema takes, as an answer. */
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
