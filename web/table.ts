/** The two layouts for lists on pages: a table with columns, and names with their values. */
import { html, markup, type Html, type Renderable } from './html.ts';

/**
 * `rows`: `<tr>` elements. Where columns are stacked, each cell is labelled with its column's name; the cells of an editable sheet bring
 * their own labels.
 */
export const tableOf = (kind: string, columns: readonly Renderable[], rows: Renderable, caption?: Html): Html =>
  html`<table class="${kind}">${caption && html`<caption>${caption}</caption>`}<thead><tr>${columns.map(name => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${/\bstack\b/.test(kind) && !/\bsheet\b/.test(kind) ? named(rows, columns) : rows}</tbody></table>`;

/** The label of a cell that is not below its column's head. */
export const columnName = (name: Renderable): Html => html`<span class="lab">${name}: </span>`;

/** Empty cells and unnamed columns get no label. */
function named(rows: Renderable, columns: readonly Renderable[]): Html {
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

export const listOf = (kind: string, rows: readonly (readonly [name: Renderable, value: Renderable])[]): Html =>
  html`<dl class="${kind}">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
