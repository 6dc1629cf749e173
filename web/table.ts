/** The two frames in which the pages show what they list: a table with its columns, and names with their values. */
import { html, type Html, type Shown } from './html.ts';

/** `rows`: each a `<tr>`. */
export const tableOf = (kind: string, columns: readonly string[], rows: Shown, caption?: Html): Html =>
  html`<table class="${kind}">${caption && html`<caption>${caption}</caption>`}<thead><tr>${columns.map(name => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;

export const listOf = (kind: string, rows: readonly (readonly [name: Shown, value: Shown])[]): Html =>
  html`<dl class="${kind}">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
