/** The description in use as the questions of `agreement new`, answered with its values. Whatever they do not ask about is unchanged. */
import type { DescriptionInUse } from '../../client/descriptions.ts';
import { answersGiven } from '../../client/interview/answers-given.ts';
import type { Part } from '../../client/interview/asking.ts';
import { FilledForm } from '../../client/interview/filled-form.ts';
import { yamlOf } from '../../client/interview/file-text.ts';
import { askRevision, partsAsked, revisedParts } from '../../client/interview/revision.ts';
import { interviews } from '../../wording/interview/messages.ts';
import { html, type Html } from '../html.ts';
import type { Request } from '../request.ts';
import type { Words } from '../words.ts';
import { fieldOf, isOf, partHtml, questionFaults, typedAnswer } from './describe-page.ts';
import { dayParts, givenIn, hiddenHtml, type Faults, type Field, type Given } from './fields.ts';

export interface Questioned {
  form: FilledForm;
  fields: readonly Field[];
  /** The answers of the description in use. */
  before: Given;
  /** The answers given, completed from the description in use. */
  filled: Given;
  /** The resulting description, as a file. */
  text: string;
}

export async function questioned(c: Request, { agreement }: DescriptionInUse): Promise<Questioned> {
  const words = c.get('words');
  const typed = c.req.method === 'POST' ? givenIn(await c.req.parseBody({ all: true })) : {};
  const before = Object.fromEntries(
    Object.entries(answersGiven(agreement)).flatMap(([name, answer]) => [[name, answer], ...dayParts(name, answer)]),
  );
  const filled = { ...before, ...typed };
  const form = new FilledForm(interviews[words.language], words.wording, typedAnswer(filled));
  const text = yamlOf(await askRevision(form, agreement, await partsAsked(agreement)));
  return { form, text, before, filled, fields: form.parts.flatMap(p => p.questions.map(q => fieldOf(q, words))) };
}

/** A fault that concerns several answers of a part is shown at the part's first question. */
export function* faultsIn({ form }: Questioned, words: Words): Generator<[string, string]> {
  for (const { questions, faults } of form.parts) if (faults.length) yield [questions[0]!.name, faults.join(' ')];
  yield* questionFaults(form, words);
}

/** Renders the parts. A part with more than the questions cover is named, with where to change it. */
export function questionsHtml({ form, fields, filled }: Questioned, given: Given, faults: Faults, words: Words): Html {
  const unasked = Object.entries(given).filter(([name]) => name.includes('.') && !fields.some(f => isOf(f, name)));
  const partOf = (part: Part): Html => {
    const asked = form.parts.find(p => p.part === part);
    if (asked) return partHtml(asked, filled, faults, false, words);
    return html`<fieldset class="part"><legend><h2>${interviews[words.language].headings[part]}</h2></legend><p>${words.m.editor.notAsked}</p></fieldset>`;
  };
  return html`${hiddenHtml(Object.fromEntries(unasked))}${revisedParts.map(partOf)}`;
}
