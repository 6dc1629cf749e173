/** The conditions of another answer as a sentence: if … and …, or if … */
import type { Choice, Condition, Question } from '../clauses/reading.ts';
import { message } from './message.ts';
import type { Wording } from './wording.ts';

export function conditionsIn(when: readonly Condition[], { client, certificate, locale }: Wording): string {
  const { one, and, or } = client.conditions;
  const choice = (question: Question, chosen: Choice): string => (certificate.readings[question] as Record<Choice, string>)[chosen];
  const all = (condition: Condition): string =>
    (Object.keys(condition) as Question[]).map(question => choice(question, condition[question]!)).join(and);
  return when.map(condition => message(one, locale, { all: all(condition) })).join(or);
}

/** For a day that falls due only on some readings. */
export const onlyIn = (when: readonly Condition[], w: Wording): string =>
  message(w.client.conditions.only, w.locale, { conditions: conditionsIn(when, w) });
