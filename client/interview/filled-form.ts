/**
 * The interview as a filled-in form: each question that the answers so far lead to, with what is wrong with its answer. An invalid answer
 * does not stop the questions after it.
 */
import type { z } from 'zod';
import { shapeIssues } from '../../machines/shape-issues.ts';
import type { InterviewMessages } from '../../wording/interview/en.ts';
import { message } from '../../wording/message.ts';
import { shapeSentence } from '../../wording/refusals/sentence.ts';
import type { Wording } from '../../wording/wording.ts';
import { WrongAnswer, type Asking, type Part, type Question } from './asking.ts';

export interface AskedQuestion {
  /** The name of the form's field: `duration.first`. */
  name: string;
  text: string;
  kind: 'text' | 'day' | 'choice';
  example?: string;
  choices?: Readonly<Record<string, string>>;
  /** True if it may be left empty; `otherwise`: the value used then. */
  isOptional: boolean;
  otherwise?: string;
  fault?: string;
}

export interface AskedPart {
  part: Part;
  questions: AskedQuestion[];
  /** Contradictions between the answers of this part. */
  faults: string[];
}

export class FilledForm implements Asking {
  readonly parts: AskedPart[] = [];
  private path: readonly string[] = [];
  private readonly named = new Map<string, number>();

  constructor(
    readonly texts: InterviewMessages,
    private readonly wording: Wording,
    /** The answer to a question; empty if there was none. */
    private readonly answerTo: (name: string, kind: AskedQuestion['kind']) => string,
  ) {}

  get hasFaults(): boolean {
    return this.parts.some(p => p.faults.length > 0 || p.questions.some(q => q.fault));
  }

  worded = (text: string, values: Readonly<Record<string, string>>): string => message(text, this.wording.locale, values);

  begin(part: Part): void {
    this.parts.push({ part, questions: [], faults: [] });
    this.path = [part];
  }

  ask<T>(question: Question<T>): Promise<T> {
    return this.answered(question, false, answer => question.read(answer));
  }

  askIfAny<T>(question: Question<T>): Promise<T | undefined> {
    return this.answered(question, true, answer => (answer ? question.read(answer) : undefined));
  }

  askOr<T>(question: Question<T>, otherwise: T, said = String(otherwise)): Promise<T> {
    return this.answered(question, true, answer => (answer ? question.read(answer) : otherwise), said);
  }

  choose<K extends string>(name: string, text: string, choices: Readonly<Record<K, string>>): Promise<K> {
    const question = this.put({ name: this.nameOf(name), text, kind: 'choice', choices, isOptional: false });
    const answer = this.answerTo(question.name, 'choice');
    const names = Object.keys(choices) as K[];
    return Promise.resolve(names.find(n => n === answer) ?? names[0]!);
  }

  async within<T>(name: string, questions: () => Promise<T>): Promise<T> {
    const before = this.path;
    this.path = [...before, name];
    const answer = await questions();
    this.path = before;
    return answer;
  }

  async section(schema: z.ZodType, questions: () => Promise<unknown>): Promise<unknown> {
    const part = this.parts.at(-1)!;
    const data = await questions();
    if (part.questions.some(q => q.fault)) return data;
    const { error } = schema.safeParse(data);
    if (error) part.faults.push(...shapeIssues(error, data).map(issue => shapeSentence(issue, this.wording)));
    return data;
  }

  private answered<T>(asked: Question<unknown>, isOptional: boolean, read: (answer: string) => T, otherwise?: string): Promise<T> {
    const { name, text, example, kind = 'text' } = asked;
    const more = otherwise === undefined ? {} : { otherwise };
    const question = this.put({ name: this.nameOf(name), text, kind, example, isOptional, ...more });
    try {
      return Promise.resolve(read(this.answerTo(question.name, kind).trim()));
    } catch (refused) {
      if (!(refused instanceof WrongAnswer)) throw refused;
      question.fault = refused.said ?? this.texts.wrong[refused.why];
      return Promise.resolve('' as T); // lets the next questions be asked; a faulty answer is never used
    }
  }

  private put(question: AskedQuestion): AskedQuestion {
    this.parts.at(-1)!.questions.push(question);
    return question;
  }

  /** A question that is asked again in the same place gets a number. */
  private nameOf(name: string): string {
    const whole = [...this.path, name].join('.');
    const times = (this.named.get(whole) ?? 0) + 1;
    this.named.set(whole, times);
    return times === 1 ? whole : `${whole}.${times}`;
  }
}
