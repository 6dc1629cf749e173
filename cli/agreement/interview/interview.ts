/** Questions at a terminal, each with an example: an answer that can't be taken is refused with the reason, and asked for again. */
import type { z } from 'zod';
import { nearest } from '../../../agreements/nearest.ts';
import { NotAsAsked } from '../../failures.ts';
import type { World } from '../../world.ts';

export type Prompt = NonNullable<World['prompt']>;

export interface Question<T> {
  text: string;
  example: string;
  /** @throws RangeError with what an answer must be */
  read: (answer: string) => T;
}

export class Interview {
  private readonly world: World;
  private readonly prompt: Prompt;

  constructor(world: World, prompt: Prompt) {
    this.world = world;
    this.prompt = prompt;
  }

  say(text: string): void {
    this.world.tell(text);
  }

  /** A heading, as a treaty's final clauses have them. */
  heading(text: string): void {
    this.world.tell(`\n${this.world.ink.strong(text)}`);
  }

  async ask<T>({ text, example, read }: Question<T>): Promise<T> {
    return this.until(`${text}\n  such as ${example}: `, read);
  }

  /** Nothing is an answer too. */
  async askIfAny<T>({ text, example, read }: Question<T>): Promise<T | undefined> {
    return this.until(`${text}\n  such as ${example}; Enter for none: `, answer => (answer ? read(answer) : undefined));
  }

  async askOr<T>({ text, example, read }: Question<T>, otherwise: T): Promise<T> {
    return this.until(`${text}\n  such as ${example}; Enter for ${String(otherwise)}: `, answer => (answer ? read(answer) : otherwise));
  }

  /** One of several, by its number or its name; the first is taken for nothing. */
  async choose<K extends string>(text: string, choices: Readonly<Record<K, string>>): Promise<K> {
    const names = Object.keys(choices) as K[];
    const room = Math.max(...names.map(n => n.length));
    const list = names.map((n, i) => `  ${i + 1}  ${n.padEnd(room)}  ${choices[n]}`);
    return this.until(`${text}\n${list.join('\n')}\n  a number or a name; Enter for 1: `, answer => {
      const chosen = answer === '' ? names[0] : (names[Number(answer) - 1] ?? names.find(n => n.toLowerCase() === answer.toLowerCase()));
      if (chosen) return chosen;
      const near = nearest(answer, names);
      throw new RangeError(`must be a number from 1 to ${names.length}, or a name${near ? `; did you mean ${near}?` : ''}`);
    });
  }

  /** Answered with a section as a whole: where its parts don't go together, it is asked again. */
  async section(schema: z.ZodType, questions: () => Promise<unknown>): Promise<unknown> {
    for (;;) {
      const data = await questions();
      const { error } = schema.safeParse(data);
      if (!error) return data;
      this.say(error.issues.map(i => `  That can't be: ${[i.path.join('.'), i.message].filter(Boolean).join(' ')}.`).join('\n'));
    }
  }

  private async until<T>(question: string, read: (answer: string) => T): Promise<T> {
    for (;;) {
      const answer = await this.prompt(question);
      if (answer === undefined) throw new NotAsAsked('Nothing was written: the questions were not answered to the end.');
      try {
        return read(answer.trim());
      } catch (refused) {
        if (!(refused instanceof RangeError)) throw refused;
        this.say(`  ${answer.trim() || 'No answer'}: ${refused.message}.`);
      }
    }
  }
}

/** What a schema takes, as an answer. */
export const readAs =
  <S extends z.ZodType>(schema: S) =>
  (answer: string): z.output<S> => {
    const read = schema.safeParse(answer);
    if (read.success) return read.data;
    throw new RangeError(read.error.issues[0]!.message);
  };

export const readWords = (answer: string): string => {
  if (answer) return answer;
  throw new RangeError('must not be empty');
};
