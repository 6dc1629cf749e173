/** The first question of a form with many: what it is about. Each answer leads to the fields that it needs. */
import type { Hono } from 'hono';
import type { Rule } from '../../client/may.ts';
import { html, unbroken } from '../html.ts';
import { shown, type Env } from '../request.ts';
import { askedBy, backTo, framed, type Asked } from './flow.ts';
import { barredBy } from './may.ts';

interface Choice {
  href: string;
  label: string;
  hint?: string | undefined;
}

export interface Chooser {
  path: string;
  title: (asked: Asked) => string;
  /** By what right what is chosen is done, where it is the same for all. */
  may?: ((asked: Asked) => readonly Rule[]) | undefined;
  groups: (asked: Asked) => readonly { heading: string; intro?: string; choices: readonly Choice[] }[];
}

export function chooserOn(app: Hono<Env>, { path, title, may, groups }: Chooser): void {
  app.get(`/agreements/:id${path}`, async c => {
    const asked = await askedBy(c);
    const barred = may && (await barredBy(c, asked.s.rehearsal, may(asked)));
    const parts = barred ? [] : groups(asked).filter(g => g.choices.length);
    const body = html`<h1>${unbroken(title(asked))}</h1><p class="sub">${backTo(asked)}</p>${barred ? html`<p>${barred}</p>` : ''}
${parts.map(
  ({ heading, intro, choices }) =>
    html`<section class="answer"><h2>${heading}</h2>${intro ? html`<p>${intro}</p>` : ''}<ul class="may">${choices.map(one => html`<li><a href="${one.href}">${one.label}</a>${one.hint ? html`<span>${one.hint}</span>` : ''}</li>`)}</ul></section>`,
)}`;
    return shown(c, framed(asked, title(asked), body));
  });
}
