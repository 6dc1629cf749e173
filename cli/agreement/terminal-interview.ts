/** Asks questions at a terminal, each with an example. An invalid answer is rejected with its reason, and the question is asked again. */
import type { z } from 'zod';
import { nearest } from '../../agreements/nearest.ts';
import { WrongAnswer, type Asking, type Part, type Question } from '../../client/interview/asking.ts';
import { shapeIssues } from '../../machines/shape-issues.ts';
import type { InterviewMessages } from '../../wording/interview/en.ts';
import { shapeSentence } from '../../wording/refusals/sentence.ts';
import { CommandFailed } from '../failures.ts';
import type { Words } from '../words.ts';
import type { CliContext } from '../world.ts';

export type Prompt = NonNullable<CliContext['prompt']>;

export class TerminalInterview implements Asking {
  constructor(
    private readonly world: CliContext,
    private readonly prompt: Prompt,
    /** The texts of the questions, in the interview's language. */
    readonly texts: InterviewMessages,
  ) {}

  /** A message with its placeholders filled in. */
  worded = (text: string, values: Readonly<Record<string, string>>): string => this.words.say(text, values);

  get words(): Words {
    return this.world.words;
  }

  say(text: string): void {
    this.world.warn(text);
  }

  /** Prints the part's heading, one of a treaty's final clauses. */
  begin(part: Part): void {
    this.world.warn(`\n${this.world.style.strong(this.texts.headings[part])}`);
  }

  within<T>(_: string, questions: () => Promise<T>): Promise<T> {
    return questions();
  }

  async ask<T>({ text, example, read }: Question<T>): Promise<T> {
    return this.until(`${text}\n  ${this.worded(this.texts.suchAs, { example })}: `, read);
  }

  /** An empty answer is accepted. */
  async askIfAny<T>({ text, example, read }: Question<T>): Promise<T | undefined> {
    const hint = this.worded(this.texts.suchAsOrNone, { example });
    return this.until(`${text}\n  ${hint}: `, answer => (answer ? read(answer) : undefined));
  }

  async askOr<T>({ text, example, read }: Question<T>, otherwise: T, said = String(otherwise)): Promise<T> {
    const hint = this.worded(this.texts.suchAsOr, { example, otherwise: said });
    return this.until(`${text}\n  ${hint}: `, answer => (answer ? read(answer) : otherwise));
  }

  /** One of several choices, by its number or its name; the first is the default. */
  async choose<K extends string>(_: string, text: string, choices: Readonly<Record<K, string>>): Promise<K> {
    const names = Object.keys(choices) as K[];
    const room = Math.max(...names.map(n => n.length));
    const list = names.map((n, i) => `  ${i + 1}  ${n.padEnd(room)}  ${choices[n]}`);
    return this.until(`${text}\n${list.join('\n')}\n  ${this.texts.numberOrName}: `, answer => {
      const chosen = answer === '' ? names[0] : (names[Number(answer) - 1] ?? names.find(n => n.toLowerCase() === answer.toLowerCase()));
      if (chosen) return chosen;
      const near = nearest(answer, names);
      throw new WrongAnswer('empty', this.worded(this.texts.choiceWrong, { n: `${names.length}`, near: near ?? 'none' }));
    });
  }

  /** Asks the whole section again if its answers contradict one another. */
  async section(schema: z.ZodType, questions: () => Promise<unknown>): Promise<unknown> {
    for (;;) {
      const data = await questions();
      const { error } = schema.safeParse(data);
      if (!error) return data;
      const issues = shapeIssues(error, data).map(issue => shapeSentence(issue, this.world.words.wording));
      this.say(issues.map(why => `  ${this.worded(this.texts.cantBe, { why })}`).join('\n'));
    }
  }

  private async until<T>(question: string, read: (answer: string) => T): Promise<T> {
    for (;;) {
      const answer = await this.prompt(question);
      if (answer === undefined) throw new CommandFailed(this.texts.unanswered);
      try {
        return read(answer.trim());
      } catch (refused) {
        if (!(refused instanceof WrongAnswer)) throw refused;
        const why = refused.said ?? this.texts.wrong[refused.why];
        this.say(`  ${this.worded(this.texts.refused, { answer: answer.trim() || this.texts.noAnswer, why })}`);
      }
    }
  }
}
