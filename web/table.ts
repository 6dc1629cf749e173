/** The two frames in which the pages show what they list: a table with its columns, and names with their values. */
import { html, markup, type Html, type Shown } from './html.ts';

/** `rows`: each a `<tr>`. Where the columns stand one below the other, each cell says the name of its own; those of a sheet, which is typed into, do so themselves. */
export const tableOf = (kind: string, columns: readonly Shown[], rows: Shown, caption?: Html): Html =>
  html`<table class="${kind}">${caption && html`<caption>${caption}</caption>`}<thead><tr>${columns.map(name => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${/\bstack\b/.test(kind) && !/\bsheet\b/.test(kind) ? named(rows, columns) : rows}</tbody></table>`;

/** What stands before a cell where it is not below the head of its column. */
export const columnName = (name: Shown): Html => html`<span class="lab">${name}: </span>`;

/** A cell that is empty, and a column that has no name, stay without. */
function named(rows: Shown, columns: readonly Shown[]): Html {
  let column = 0;
  const all = html`${rows}`.toString().replaceAll(/<tr\b|<t[dh]\b[^>]*>/g, (tag, at: number, text: string) => {
    if (tag === '<tr') column = 0;
    else {
      const name = columns[column++];
      const isEmpty = /^\s*(?:<\/?t[dhr]\b|$)/.test(text.slice(at + tag.length, at + tag.length + 40));
      if (name && !isEmpty && tag.startsWith('<td')) return `${tag}${columnName(name).toString()}`;
    }
    return tag;
  });
  return markup(all);
}

export const listOf = (kind: string, rows: readonly (readonly [name: Shown, value: Shown])[]): Html =>
  html`<dl class="${kind}">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
