/** Pages for describing an agreement: the questions with the linter next to them, and what would follow before it is opened. */
import type { Preview } from '../../client/checking.ts';
import type { AskedPart, AskedQuestion, FilledForm } from '../../client/interview/filled-form.ts';
import { interviews } from '../../wording/interview/messages.ts';
import { html, type Html, type Renderable } from '../html.ts';
import { deskPage } from '../layout.ts';
import { address, type Request } from '../request.ts';
import { tokenField } from '../session/form-token.ts';
import type { Words } from '../words.ts';
import { previewPanel, findingsPart, followsPart } from './preview-panel.ts';
import { fieldsHtml, hiddenHtml, summaryHtml, valueOf, type Field, type Given } from './fields.ts';

export interface Draft {
  given: Given;
  /** If it is described by questions. */
  form?: FilledForm;
  yaml: string;
  /** Undefined while nothing can be parsed. */
  preview: Preview | undefined;
  /** Something is missing or wrong, so it can't be opened. */
  isWrong: boolean;
  kind: 'real' | 'rehearsal' | undefined;
}

interface DescribePageState {
  /** Displays mistakes: only after the first submission. */
  isChecked?: boolean;
  general?: readonly string[];
}

export function describePage(c: Request, draft: Draft, { isChecked = false, general = [] }: DescribePageState = {}): Html {
  const words = c.get('words');
  const m = words.m.editor;
  const { form, given, preview } = draft;
  const isText = !form;
  const [kind, yaml] = [kindField(words), yamlField(words)];
  const questions = form?.parts.flatMap(p => p.questions.map(q => fieldOf(q, words))) ?? [];
  const faults = new Map(isChecked ? [...(form ? faultsOf(form, draft, words) : yamlFaults(draft, words))] : []);
  const ofParts = isChecked ? (form?.parts.flatMap(p => p.faults) ?? []) : [];
  const exists = isChecked && preview?.isKept ? [words.say(m.exists, { id: preview.checked.agreement ?? '' })] : [];
  const wrong = isChecked && preview ? wrongIn(preview) : 0;
  const senseless = wrong ? [`${m.beside}: ${words.counted(m.findings, wrong)}`] : [];
  const said = [...general, ...ofParts, ...exists, ...senseless];
  const unasked = Object.entries(given).filter(([name]) => !own.includes(name) && !questions.some(q => isOf(q, name)));
  const parts = form?.parts.map(part => partHtml(part, given, faults, isChecked, words));
  const other = (as: string, name: string, isHere: boolean): Html =>
    html`<a href="${address('/describe', { as, kind: given['kind'] })}"${isHere ? html` aria-current="page"` : ''}>${name}</a>`;
  const body = html`${summaryHtml([kind, yaml, ...questions], faults, said, words)}
<h1>${m.newTitle}</h1><p>${m.intro}</p><p class="f4 noprint">${other('questions', m.asQuestions, !isText)}${other('text', m.asText, isText)}</p>
<div class="top"><form method="post" action="/describe" novalidate data-check="/describe/check">${token(c)}<input type="hidden" name="as" value="${isText ? 'text' : 'questions'}">${form ? hiddenHtml(Object.fromEntries(unasked)) : ''}
${form ? html`${fieldsHtml([kind], given, faults, words)}${parts}` : fieldsHtml([yaml], { yaml: draft.yaml }, faults, words)}
<p class="do"><button class="btn two" name="step" value="check">${form ? m.update : m.check}</button><button class="btn" name="step" value="open">${m.go}</button>${form ? html`<button class="btn two" name="step" value="text">${m.toText}</button>` : ''}</p></form>
${previewPanel(preview, words)}</div>`;
  const isProblem = faults.size > 0 || said.length > 0;
  return framed(c, isProblem ? `${words.m.desk.problem}: ${m.newTitle}` : m.newTitle, body);
}

/** Whether a value belongs to a question. Values of questions that do not apply now are carried along by the form. */
export const isOf = (q: Field, name: string): boolean => (q.kind === 'day' ? name.startsWith(`${q.name}.`) : name === q.name);
const own: readonly string[] = [tokenField, 'as', 'kind', 'step', 'yaml'];

/** The number of mistakes that prevent opening. */
const wrongIn = ({ checked: { mistakes, findings }, refusals }: Preview): number =>
  mistakes.length + findings.filter(f => f.finding.severity === 'error').length + refusals.length;

const token = (c: Request): Html => html`<input type="hidden" name="${tokenField}" value="${c.get('token')}">`;

function kindField({ m: { editor: m } }: Words): Field {
  const options = (['real', 'rehearsal'] as const).map(value => ({ value, label: m.kinds[value], hint: m.kindHints[value] }));
  return { name: 'kind', label: m.kind, kind: 'choice', options };
}

export const yamlField = ({ m: { editor: m } }: Words): Field => ({
  name: 'yaml',
  label: m.yaml,
  hint: m.yamlHint,
  kind: 'long',
  rows: 30,
});

/** An answer as typed: rejected if its day is not a date. */
export const typedAnswer =
  (given: Given) =>
  (name: string, kind: AskedQuestion['kind']): string =>
    kind === 'day' ? (valueOf({ name, label: name, kind }, given) ?? '-') : (given[name] ?? '');

/** `initial` of a choice: the first option stands for no answer, as at the command line. */
export function fieldOf({ name, text, kind, example, choices, isOptional, otherwise }: AskedQuestion, words: Words): Field {
  const m = words.m.editor;
  const hints = [
    ...(example && kind !== 'day' ? [words.say(m.suchAs, { example })] : []),
    ...(otherwise ? [words.say(m.otherwise, { otherwise })] : []),
  ];
  const options = choices && Object.entries(choices).map(([value, label]) => ({ value, label }));
  return {
    name,
    label: text,
    kind,
    hint: hints.join('. ') || undefined,
    ...(options ? { options, initial: options[0]!.value } : {}),
    ...(isOptional ? { optional: true } : {}),
  };
}

function* faultsOf(form: FilledForm, { kind }: Draft, words: Words): Generator<[string, string]> {
  const { desk, editor } = words.m;
  if (!kind) yield ['kind', words.say(desk.choose, { label: editor.kind })];
  yield* questionFaults(form, words);
}

export function* questionFaults({ parts }: FilledForm, { language }: Words): Generator<[string, string]> {
  for (const { part, questions } of parts)
    for (const q of questions) if (q.fault) yield [q.name, `${interviews[language].headings[part]}: ${q.text} ${q.fault}`];
}

function* yamlFaults({ yaml }: Draft, words: Words): Generator<[string, string]> {
  const { desk, editor } = words.m;
  if (!yaml.trim()) yield ['yaml', words.say(desk.missing, { label: editor.yaml })];
}

export function partHtml(
  { part, questions, faults: wrong }: AskedPart,
  given: Given,
  faults: ReadonlyMap<string, string>,
  isChecked: boolean,
  words: Words,
): Html {
  const fields = questions.map(q => fieldOf(q, words));
  const said: Renderable = isChecked && wrong.length ? html`<p class="fault">${wrong.join(' ')}</p>` : '';
  return html`<fieldset class="part" data-part="${part}"><legend><h2>${interviews[words.language].headings[part]}</h2></legend>${said}${fieldsHtml(fields, given, faults, words)}</fieldset>`;
}

/** Before opening: real or rehearsal, the linter's findings, all dates, and the file itself. */
export function openPage(c: Request, draft: Draft): Html {
  const words = c.get('words');
  const { editor: m, desk } = words.m;
  const { preview, given, yaml } = draft;
  const agreement = preview!.checked.read!.agreement;
  const kind = agreement.rehearsal ? 'rehearsal' : 'real';
  const { [tokenField]: _, step: __, ...typed } = given;
  const body = html`<h1>${desk.check}</h1><p class="sub">${words.titled(agreement.title)} (<code>${agreement.id}</code>). ${desk.notWritten}</p>
<div class="answer"><p class="a2">${kind === 'rehearsal' ? m.openRehearsal : m.openReal}</p></div>
<form method="post" action="/describe" class="do">${hiddenHtml(typed)}${token(c)}<button class="btn" name="step" value="send">${m.open[kind]}</button><button class="btn two" name="step" value="change">${desk.change}</button></form>
<section><h2>${m.beside}</h2>${findingsPart(preview!, words)}</section>
${followsPart(preview!, words)}
<details><summary>${m.text}</summary><pre class="scroll" tabindex="0">${yaml}</pre></details>`;
  return framed(c, `${desk.check}: ${m.newTitle}`, body, kind === 'rehearsal');
}

const framed = (c: Request, title: string, body: Html, isRehearsal = false): Html =>
  deskPage(c, { title, section: 'agreements', at: '/describe', isRehearsal }, body);
