/** Fields of forms, by the patterns of GOV.UK: a label, a hint, what is wrong beside it; a date in three fields. */
import { date } from '../../clauses/calendar.ts';
import { html, type Html, type Shown } from '../html.ts';
import type { Words } from '../words.ts';

export interface Field {
  name: string;
  label: string;
  hint?: string | undefined;
  kind: 'text' | 'long' | 'day' | 'choice' | 'select';
  options?: readonly { value: string; label: string; hint?: string | undefined }[];
  optional?: boolean;
  /** Of a long text. */
  rows?: number;
  /** What stands in it at first. */
  initial?: string | undefined;
}

/** What was typed, by field; of a day as 2029-02-28 where it is one. */
export type Given = Readonly<Record<string, string>>;
export type Faults = ReadonlyMap<string, string>;

const parts = ['d', 'm', 'y'] as const;

/** Of one field, in characters: more than a description of an agreement may have is refused by whoever reads it. */
const longest = 1_100_000;

/** From what the browser sent; nothing that was typed is dropped. */
export function givenIn(body: Readonly<Record<string, unknown>>): Given {
  const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof first(value) === 'string' ? [[name, (first(value) as string).trim().slice(0, longest)]] : [],
    ),
  );
}

/** Of a day the three parts, as they were typed. */
const partOf = (given: Given, field: Field, part: (typeof parts)[number]): string =>
  given[`${field.name}.${part}`] ?? (field.initial ? splitDay(field.initial)[part] : '');

const splitDay = (iso: string): Record<(typeof parts)[number], string> => {
  const [y = '', m = '', d = ''] = iso.split('-');
  return { d: d.replace(/^0/, ''), m: m.replace(/^0/, ''), y };
};

/** What each field comes to: '' where it is empty, undefined where it is no day. */
export function valueOf(field: Field, given: Given): string | undefined {
  if (field.kind !== 'day') return given[field.name] ?? '';
  const [d, m, y] = parts.map(part => given[`${field.name}.${part}`] ?? '');
  if (!d && !m && !y) return '';
  const iso = `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`;
  try {
    return date(iso);
  } catch {
    return undefined;
  }
}

export function faultsOf(fields: readonly Field[], given: Given, { m, say }: Words): Faults {
  const faults = new Map<string, string>();
  for (const field of fields) {
    const value = valueOf(field, given);
    const values = { label: field.label };
    if (value === undefined) faults.set(field.name, say(m.desk.noDay, values));
    else if (value === '' && !field.optional)
      faults.set(field.name, say(field.kind === 'choice' || field.kind === 'select' ? m.desk.choose : m.desk.missing, values));
    else if (value && field.options && !field.options.some(o => o.value === value)) faults.set(field.name, say(m.desk.choose, values));
  }
  return faults;
}

/** The values of the fields, where none is at fault. */
export const valuesOf = (fields: readonly Field[], given: Given): Given =>
  Object.fromEntries(fields.map(f => [f.name, valueOf(f, given) ?? '']));

export const fieldsHtml = (fields: readonly Field[], given: Given, faults: Faults, words: Words): Html =>
  html`${fields.map(f => fieldHtml(f, given, faults.get(f.name), words))}`;

const idOf = ({ name, kind }: Field): string => (kind === 'day' ? `${name}.d` : kind === 'choice' ? `${name}-0` : name);

/** Above everything, with a link to each field. */
export function summaryHtml(fields: readonly Field[], faults: Faults, general: readonly string[], { m }: Words): Html | '' {
  if (!faults.size && !general.length) return '';
  const links = fields.filter(f => faults.has(f.name)).map(f => html`<li><a href="#${idOf(f)}">${faults.get(f.name)}</a></li>`);
  return html`<div class="summary" role="alert" aria-labelledby="summary"><h2 id="summary">${m.desk.problem}</h2><ul>${links}${general.map(text => html`<li>${text}</li>`)}</ul></div>`;
}

function fieldHtml(field: Field, given: Given, fault: string | undefined, words: Words): Html {
  const { name, hint, kind, optional } = field;
  const label = optional ? words.say(words.m.desk.optional, { label: field.label }) : field.label;
  const described = [hint ? `${name}-hint` : '', fault ? `${name}-fault` : ''].filter(Boolean).join(' ');
  const more: Shown = [described ? html` aria-describedby="${described}"` : '', fault ? html` aria-invalid="true"` : ''];
  const notes: Shown = [
    hint ? html`<span class="hint" id="${name}-hint">${hint}</span>` : '',
    fault ? html`<span class="fault" id="${name}-fault">${fault}</span>` : '',
  ];
  const value = given[name] ?? field.initial ?? '';
  const wrong = fault ? ' wrong' : '';
  if (kind === 'day')
    return html`<fieldset class="field${wrong}"${described ? html` aria-describedby="${described}"` : ''}><legend>${label}</legend>${notes}<div class="three">${parts.map(part => html`<label>${words.m.desk[part === 'd' ? 'day' : part === 'm' ? 'month' : 'year']}<input type="text" id="${name}.${part}" name="${name}.${part}" inputmode="numeric" value="${partOf(given, field, part)}"${fault ? html` aria-invalid="true"` : ''}></label>`)}</div></fieldset>`;
  if (kind === 'choice')
    return html`<fieldset class="field choices${wrong}"${described ? html` aria-describedby="${described}"` : ''}><legend>${label}</legend>${notes}${field.options!.map((o, i) => html`<label><input type="radio" id="${name}-${i}" name="${name}" value="${o.value}"${o.value === value ? html` checked` : ''}><span>${o.label}${o.hint ? html`<span class="hint">${o.hint}</span>` : ''}</span></label>`)}</fieldset>`;
  const control =
    kind === 'select'
      ? html`<select id="${name}" name="${name}"${more}>${optional ? html`<option value=""></option>` : ''}${field.options!.map(o => html`<option value="${o.value}"${o.value === value ? html` selected` : ''}>${o.label}</option>`)}</select>`
      : kind === 'long'
        ? html`<textarea id="${name}" name="${name}" rows="${field.rows ?? 4}"${field.rows ? html` class="code" spellcheck="false"` : ''}${more}>${value}</textarea>`
        : html`<input type="text" id="${name}" name="${name}" value="${value}"${more}>`;
  return html`<div class="field${wrong}"><label for="${name}">${label}</label>${notes}${control}</div>`;
}

/** What was answered, to be checked. */
export function answersHtml(fields: readonly Field[], values: Given, words: Words): Html {
  const shown = (f: Field): Shown => {
    const value = values[f.name] ?? '';
    if (!value) return words.m.words.none;
    if (f.rows) return html`<details><summary>${words.m.words.more}</summary><pre>${value}</pre></details>`;
    return f.kind === 'day' ? words.day(date(value)) : (f.options?.find(o => o.value === value)?.label ?? value);
  };
  return html`<dl class="facts">${fields.map(f => html`<div><dt>${f.label}</dt><dd>${shown(f)}</dd></div>`)}</dl>`;
}

export const hiddenHtml = (given: Given): Html =>
  html`${Object.entries(given).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
