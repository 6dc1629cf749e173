/** Form fields after the patterns of GOV.UK: a label, a hint, the error next to the field; a date in three fields. */
import { date, type Length } from '../../clauses/calendar.ts';
import { lengthIn } from '../../wording/forms.ts';
import type { Days } from '../pages/agreement/days.ts';
import { html, type Html, type Renderable } from '../html.ts';
import { listOf } from '../table.ts';
import type { Words } from '../words.ts';

export interface Field {
  name: string;
  label: string;
  hint?: string | Html | undefined;
  kind: 'text' | 'long' | 'lines' | 'number' | 'day' | 'length' | 'choice' | 'select' | 'flag' | 'file';
  options?: readonly { value: string; label: string; hint?: string | undefined }[];
  optional?: boolean;
  /** For a long text. */
  rows?: number;
  /** The initial value. */
  initial?: string | undefined;
  /** The heading of a separate section. */
  section?: string | undefined;
}

/** Typed values by field; a valid day as 2029-02-28. */
export type Given = Readonly<Record<string, string>>;
export type Faults = ReadonlyMap<string, string>;

const parts = ['d', 'm', 'y'] as const;

/** Per field, in characters. Longer than the longest description, which its reader rejects with a better message. */
const longest = 1_100_000;

/** From the browser's request. Nothing that was typed is dropped. */
export function givenIn(body: Readonly<Record<string, unknown>>): Given {
  const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof first(value) === 'string' ? [[name, (first(value) as string).replaceAll('\r\n', '\n').trim().slice(0, longest)]] : [],
    ),
  );
}

/** The three parts of a day or a length, as typed. */
const partOf = (given: Given, field: Field, part: (typeof parts)[number]): string =>
  given[`${field.name}.${part}`] ?? (field.initial ? (field.kind === 'length' ? splitLength : splitDay)(field.initial)[part] : '');

type Split = Record<(typeof parts)[number], string>;

const splitDay = (iso: string): Split => {
  const [y = '', m = '', d = ''] = iso.split('-');
  return { d: d.replace(/^0/, ''), m: m.replace(/^0/, ''), y };
};

/** A day in its three fields; empty for anything that is not a day. */
export const dayParts = (name: string, value: string): [string, string][] =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) ? Object.entries(splitDay(value)).map(([part, said]) => [`${name}.${part}`, said]) : [];

/** P1Y6M, or P2W: weeks are shown as days. */
const splitLength = (length: string): Split => {
  const of = (unit: string): string => new RegExp(`(\\d+)${unit}`).exec(length)?.[1] ?? '';
  return { y: of('Y'), m: of('M'), d: of('W') ? `${7 * Number(of('W'))}` : of('D') };
};

/** The value of a field: '' if it is empty, undefined if it is not a valid day or length. */
export function valueOf(field: Field, given: Given): string | undefined {
  if (field.kind === 'flag') return isTicked(field, given) ? 'yes' : '';
  if (field.kind === 'file') return given[uploadFieldName(field.name)] ?? '';
  if (field.kind !== 'day' && field.kind !== 'length') return given[field.name] ?? '';
  const [d, m, y] = parts.map(part => given[`${field.name}.${part}`] ?? '') as [string, string, string];
  if (!d && !m && !y) return '';
  if (field.kind === 'length') return lengthFrom(y, m, d);
  const iso = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  try {
    return date(iso);
  } catch {
    return undefined;
  }
}

function lengthFrom(...given: readonly [y: string, m: string, d: string]): string | undefined {
  if (!given.every(part => /^\d{0,4}$/.test(part))) return undefined;
  const said = given.map((part, i) => (Number(part) ? `${Number(part)}${'YMD'[i]}` : '')).join('');
  return said ? `P${said}` : undefined;
}

/** Browsers do not send an unticked box, so a hidden field says that it was there. */
const isTicked = ({ name, initial }: Field, given: Given): boolean =>
  given[`${name}.shown`] === undefined ? (given[name] ?? initial) === 'yes' : given[name] === 'yes';

export function faultsOf(fields: readonly Field[], given: Given, { m, say }: Words): Faults {
  const faults = new Map<string, string>();
  for (const field of fields) {
    const value = valueOf(field, given);
    const values = { label: field.label };
    if (value === undefined) faults.set(field.name, say(field.kind === 'length' ? m.desk.fields.noLength : m.desk.noDay, values));
    else if (value === '' && !field.optional && field.kind !== 'flag')
      faults.set(field.name, say(field.kind === 'choice' || field.kind === 'select' ? m.desk.choose : m.desk.missing, values));
    else if (value && field.options && !field.options.some(o => o.value === value)) faults.set(field.name, say(m.desk.choose, values));
  }
  return faults;
}

/** The values of the fields, once none is at fault. */
export const valuesOf = (fields: readonly Field[], given: Given): Given =>
  Object.fromEntries(fields.map(f => [f.name, valueOf(f, given) ?? '']));

/** Renders the fields in order. A separate section is collapsed while it is empty. */
export function fieldsHtml(fields: readonly Field[], given: Given, faults: Faults, words: Words): Html {
  const one = (f: Field): Html => fieldHtml(f, given, faults.get(f.name), words);
  // First what everybody is asked, last what few fill in. (Sorting puts undefined last.)
  const rank = (section: string): number => (section === '' ? 0 : section === 'more' ? 2 : 1);
  const sections = [...new Set(fields.map(f => f.section ?? ''))].sort((a, b) => rank(a) - rank(b));
  const { sections: names } = words.m.desk.fields;
  return html`${sections.map(section => {
    const own = fields.filter(f => (f.section ?? '') === section);
    if (!section) return own.map(one);
    const isOpen = own.some(f => faults.has(f.name) || !f.optional || hasAny(f, given));
    return html`<details class="more"${isOpen ? html` open` : ''}><summary>${names[section as keyof typeof names]}</summary>${own.map(one)}</details>`;
  })}`;
}

const hasAny = (f: Field, given: Given): boolean =>
  Boolean(
    f.kind === 'day' || f.kind === 'length'
      ? parts.some(part => partOf(given, f, part))
      : valueOf(f, given) || (f.kind !== 'select' && f.initial),
  );

const idOf = ({ name, kind }: Field): string =>
  kind === 'day' ? `${name}.d` : kind === 'length' ? `${name}.y` : kind === 'choice' ? `${name}-0` : name;

/** The error summary at the top, with a link to each field. */
export function summaryHtml(fields: readonly Field[], faults: Faults, general: readonly string[], { m }: Words): Html | '' {
  if (!faults.size && !general.length) return '';
  const links = fields.filter(f => faults.has(f.name)).map(f => html`<li><a href="#${idOf(f)}">${faults.get(f.name)}</a></li>`);
  return html`<div class="summary" role="alert" aria-labelledby="summary"><h2 id="summary">${m.desk.problem}</h2><ul>${links}${general.map(text => html`<li>${text}</li>`)}</ul></div>`;
}

function fieldHtml(field: Field, given: Given, fault: string | undefined, words: Words): Html {
  const { name, hint, kind, optional } = field;
  const label = optional ? words.say(words.m.desk.optional, { label: field.label }) : field.label;
  const described = [hint ? `${name}-hint` : '', fault ? `${name}-fault` : ''].filter(Boolean).join(' ');
  const more: Renderable = [described ? html` aria-describedby="${described}"` : '', fault ? html` aria-invalid="true"` : ''];
  const notes: Renderable = [
    hint ? html`<span class="hint" id="${name}-hint">${hint}</span>` : '',
    fault ? html`<span class="fault" id="${name}-fault">${fault}</span>` : '',
  ];
  const value = given[name] ?? field.initial ?? '';
  const wrong = fault ? ' wrong' : '';
  if (kind === 'day' || kind === 'length') {
    const { day, month, year, fields: f } = words.m.desk;
    const named = kind === 'day' ? { d: day, m: month, y: year } : { y: f.years, m: f.months, d: f.days };
    const order = kind === 'day' ? parts : (['y', 'm', 'd'] as const);
    return html`<fieldset class="field${wrong}"${described ? html` aria-describedby="${described}"` : ''}><legend>${label}</legend>${notes}<div class="three">${order.map(part => html`<label>${named[part]}<input type="text" id="${name}.${part}" name="${name}.${part}" inputmode="numeric" value="${partOf(given, field, part)}"${fault ? html` aria-invalid="true"` : ''}></label>`)}</div></fieldset>`;
  }
  if (kind === 'flag')
    return html`<div class="field choices${wrong}">${notes}<label><input type="checkbox" id="${name}" name="${name}" value="yes"${more}${isTicked(field, given) ? html` checked` : ''}><span>${field.label}</span></label><input type="hidden" name="${name}.shown" value="1"></div>`;
  if (kind === 'file') return fileHtml(field, given, label, notes, more, wrong);
  if (kind === 'choice')
    return html`<fieldset class="field choices${wrong}"${described ? html` aria-describedby="${described}"` : ''}><legend>${label}</legend>${notes}${field.options!.map((o, i) => html`<label><input type="radio" id="${name}-${i}" name="${name}" value="${o.value}"${o.value === value ? html` checked` : ''}><span>${o.label}${o.hint ? html`<span class="hint">${o.hint}</span>` : ''}</span></label>`)}</fieldset>`;
  const control =
    kind === 'select'
      ? html`<select id="${name}" name="${name}"${more}>${optional ? html`<option value=""></option>` : ''}${field.options!.map(o => html`<option value="${o.value}"${o.value === value ? html` selected` : ''}>${o.label}</option>`)}</select>`
      : kind === 'long' || kind === 'lines'
        ? html`<textarea id="${name}" name="${name}" rows="${field.rows ?? 4}"${field.rows ? html` class="code" spellcheck="false"` : ''}${more}>${value}</textarea>`
        : html`<input type="text" id="${name}" name="${name}" value="${value}"${kind === 'number' ? html` inputmode="numeric"` : ''}${more}>`;
  return html`<div class="field${wrong}"><label for="${name}">${label}</label>${notes}${control}</div>`;
}

/** A file that was uploaded already is listed next to the field and need not be sent again. */
function fileHtml({ name }: Field, given: Given, label: string, notes: Renderable, more: Renderable, wrong: string): Html {
  const kept = given[uploadFieldName(name)];
  const said = given[saidName(name)];
  return html`<div class="field${wrong}"><label for="${name}">${label}</label>${notes}${kept && said ? html`<p class="kept">${said}</p><input type="hidden" name="${uploadFieldName(name)}" value="${kept}"><input type="hidden" name="${saidName(name)}" value="${said}">` : ''}<input type="file" id="${name}" name="${name}"${more}></div>`;
}

/** Fields with this suffix carry a document stored before the form was complete: its signed reference and its description. */
export const uploadFieldName = (name: string): string => `${name}.kept`;
export const saidName = (name: string): string => `${name}.said`;

/** The answers, for checking; of optional fields only those filled in. */
export function answersHtml(
  fields: readonly Field[],
  values: Given,
  given: Given,
  { words, days }: { words: Words; days: Days },
): Html | '' {
  const said = (f: Field): Renderable => {
    if (f.kind === 'file') return given[saidName(f.name)] ?? '';
    const shown = shownIn(f, values, words);
    return f.rows && shown
      ? html`<details><summary>${words.m.words.more}</summary><pre>${shown}</pre></details>`
      : shown && days.said(shown);
  };
  const answered = fields.map(f => [f, said(f)] as const).filter(([f, said]) => said || !f.optional);
  return answered.length
    ? listOf(
        'facts',
        answered.map(([f, said]) => [f.label, said || words.m.words.none]),
      )
    : '';
}

/** The value of a field in words. */
export function shownIn(f: Field, values: Given, words: Words, day = words.day): string {
  const value = values[f.name] ?? '';
  if (!value) return '';
  if (f.kind === 'flag') return words.m.desk.fields.yes;
  if (f.kind === 'length') return lengthIn(words.wording, value as Length);
  return f.kind === 'day' ? day(date(value)) : (f.options?.find(o => o.value === value)?.label ?? value);
}

export const hiddenHtml = (given: Given): Html =>
  html`${Object.entries(given).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
