/** Pages of a table import: the upload, what would become of each row with faults marked in their cells, and the result. */
import { columnNames, neededColumns, type ColumnName } from '../../agreements/table/columns.ts';
import type { TableRow } from '../../agreements/table/read.ts';
import type { Outcome } from '../../client/importing/import-rows.ts';
import { html, joined, type Html, type Renderable } from '../html.ts';
import { deskPage } from '../layout.ts';
import { agreementPath, type Request } from '../request.ts';
import { tokenField } from '../session/form-token.ts';
import { columnName, tableOf } from '../table.ts';
import type { Words } from '../words.ts';
import { fieldsHtml, summaryHtml, type Faults, type Field } from './fields.ts';
import type { Checked, TableGiven } from './import.ts';

/** In bytes. Larger tables are imported at the command line, where the import can be stopped. */
export const importLimit = 4_000_000;
const megabytes = importLimit / 1_000_000;

/** The most rows displayed of each kind. */
const most = 200;

interface ImportPageState {
  faults?: Faults;
  general?: readonly string[];
}

export function askPage(c: Request, given: Omit<TableGiven, 'name'>, { faults = new Map(), general = [] }: ImportPageState = {}): Html {
  const words = c.get('words');
  const m = words.m.importing;
  const file: Field = { name: 'file', label: m.file, kind: 'text' };
  const kind: Field = {
    name: 'kind',
    label: m.kind,
    kind: 'choice',
    options: (['real', 'rehearsal'] as const).map(value => ({ value, label: m.kinds[value], hint: m.kindHints[value] })),
  };
  const fault = faults.get('file');
  const code = (name: string): Html => html`<code>${name}</code>`;
  const others = columnNames.filter(name => !neededColumns.includes(name));
  const body = html`${summaryHtml([file, kind], faults, general, words)}
<h1>${m.title}</h1><p>${m.intro}</p>
<form method="post" enctype="multipart/form-data" novalidate class="answer">
<div class="field${fault ? ' wrong' : ''}"><label for="file">${m.file}</label><span class="hint" id="file-hint">${words.say(m.fileHint, { megabytes })}</span>${fault ? html`<span class="fault" id="file-fault">${fault}</span>` : ''}<input class="drop" type="file" id="file" name="file" accept=".csv,.xlsx,.tsv,.txt" aria-describedby="file-hint${fault ? ' file-fault' : ''}"></div>
<div class="field"><label for="text">${m.text}</label><span class="hint" id="text-hint">${m.textHint}</span>${area(given.text, 'aria-describedby')}</div>
<details><summary>${m.columns}</summary><p>${words.rich(m.columnsText, { needed: joined(neededColumns.map(code), ', '), others: joined(others.map(code), ', ') })}</p></details>
${fieldsHtml([kind], { kind: given.kind }, faults, words)}${token(c)}<p class="do"><button class="btn">${m.check}</button></p></form>`;
  return framed(c, faults.size || general.length ? `${words.m.desk.problem}: ${m.title}` : m.title, body);
}

/** Keeps a leading line break, which HTML would drop. */
const area = (text: string, described?: 'aria-describedby'): Html =>
  html`<textarea id="text" name="text" rows="6" spellcheck="false"${described ? html` aria-describedby="text-hint"` : ''}>
${text}</textarea>`;

const token = (c: Request): Html => html`<input type="hidden" name="${tokenField}" value="${c.get('token')}">`;

export function checkedPage(
  c: Request,
  checked: Checked,
  { general = [], isDone = false }: ImportPageState & { isDone?: boolean } = {},
): Html {
  const words = c.get('words');
  const m = words.m.importing;
  const { given, table, outcomes, seen } = checked;
  const of = (became: Outcome['became']): Outcome[] => outcomes.filter(o => o.became === became);
  const [taken, there, refused] = [of('taken'), of('already there'), of('not taken')];
  const numbers = { taken: words.number(taken.length), there: words.number(there.length), left: words.number(refused.length) };
  const title = isDone ? words.counted(m.done, taken.length) : m.checked;
  const { unknownColumns, missingColumns } = words.wording.client.import;
  const notes = [
    ...(table.unknown.length ? [words.say(unknownColumns, { columns: table.unknown.join(', ') })] : []),
    ...(table.missing.length ? [words.say(missingColumns, { columns: table.missing.join(', ') })] : []),
  ];
  const body = html`${summaryHtml([], new Map(), general, words)}
<h1>${title}</h1>
<div class="answer"><p class="a2">${isDone ? words.say(m.doneRest, numbers) : words.counted(m.count, outcomes.length, numbers)}</p>${isDone ? '' : html`<p>${given.kind === 'rehearsal' ? m.rehearsal : m.real}</p>`}${notes.map(n => html`<p class="hint">${n}</p>`)}</div>
<form method="post" enctype="multipart/form-data" novalidate><input type="hidden" name="kind" value="${given.kind}"><input type="hidden" name="seen" value="${seen}">${token(c)}
${refused.length ? refusedPart(refused, table.rows, words) : ''}
${taken.length ? rowsPart(m.taken, taken, isDone, words) : ''}
${taken.length && !isDone ? html`<p class="do"><button class="btn" name="step" value="send">${words.counted(m.take, taken.length)}</button></p>` : ''}
${there.length ? rowsPart(m.there, there, true, words) : ''}
<details class="noprint"><summary>${m.whole}</summary><div class="field wide"><label for="text">${m.file}</label>${area(given.text)}</div><p class="do"><button class="btn two" name="step" value="check">${m.again}</button></p></details></form>
<p class="noprint"><a href="/import?kind=${given.kind}">${m.other}</a></p>`;
  return framed(c, general.length ? `${words.m.desk.problem}: ${title}` : title, body);
}

function refusedPart(refused: readonly Outcome[], rows: readonly TableRow[], words: Words): Html {
  const m = words.m.importing;
  const shownRows = refused.slice(0, most).map(outcome => ({ outcome, fields: rows.find(r => r.line === outcome.line)?.fields ?? {} }));
  const isUsed = (name: ColumnName): boolean =>
    shownRows.some(({ outcome, fields }) => fields[name] !== undefined || outcome.reasons.some(r => r.columns.includes(name)));
  const columns = columnNames.filter(isUsed);
  const body = shownRows.map(({ outcome, fields }) => refusedRow(outcome, fields, columns, words));
  return html`<section><h2>${m.refused}</h2><p>${m.refusedIntro}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${m.refused}">${tableOf('sheet stack', [m.headings.line, ...columns], body)}</div>${moreThan(refused, words)}
<p class="do noprint"><button class="btn two" name="step" value="check">${m.again}</button></p></section>`;
}

/** A reason that concerns several cells is shown below the first of them. */
function refusedRow({ line, reasons }: Outcome, fields: TableRow['fields'], columns: readonly ColumnName[], words: Words): Html {
  const m = words.m.importing;
  const cells = columns.map(name => {
    const value = fields[name] ?? '';
    const isWrong = reasons.some(r => r.columns.includes(name));
    if (!isWrong) return value ? html`<td>${columnName(name)}${value}` : html`<td class="empty">`;
    const said = reasons.filter(r => r.columns[0] === name).map(r => r.says);
    const [id, why] = [`cell.${line}.${name}`, `why.${line}.${reasons.find(r => r.columns.includes(name))!.columns[0]}`];
    return html`<td class="bad"><label><span class="unseen">${words.say(m.cell, { column: name, line })}</span><input type="text" name="${id}" value="${value}" aria-invalid="true" aria-describedby="${why}"></label>${said.length ? html`<span class="fault" id="${why}">${joined(said, html`<br>`)}</span>` : ''}`;
  });
  const ofRow = reasons.filter(r => !r.columns.length).map(r => r.says);
  return html`<tr><th scope="row"><span class="lab">${words.say(m.row, { line })}</span><span class="narrow">${line}</span></th>${cells}</tr>${ofRow.length ? html`<tr class="ofrow"><td colspan="${columns.length + 1}"><b>${m.ofRow}</b> <span class="fault">${joined(ofRow, '; ')}</span></tr>` : ''}`;
}

function rowsPart(heading: string, outcomes: readonly Outcome[], isThere: boolean, words: Words): Html {
  const { headings: h } = words.m.importing;
  const rows = outcomes.slice(0, most).map(({ line, number, agreement, read, warnings }) => {
    const name: Renderable = isThere && agreement ? html`<a href="${agreementPath(agreement)}">${agreement}</a>` : agreement;
    return html`<tr><td class="num">${line}<td>${number}<td>${read ? words.titled(read.agreement.title) : ''}${warnings.map(w => html`<small>${h.warnings}: ${w}</small>`)}<td>${name}</tr>`;
  });
  return html`<details${outcomes.length <= 20 ? html` open` : ''}><summary>${heading} (${words.number(outcomes.length)})</summary>${tableOf('stack', [h.line, h.number, h.title, h.agreement], rows)}${moreThan(outcomes, words)}</details>`;
}

const moreThan = (all: readonly Outcome[], words: Words): Html | '' =>
  all.length > most ? html`<p>${words.counted(words.m.importing.more, all.length - most)}</p>` : '';

const framed = (c: Request, title: string, body: Html): Html => deskPage(c, { title, section: 'agreements', at: '/import' }, body);
