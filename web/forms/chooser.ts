/** The first question of a form with several subjects. The answer leads to the fields that it needs. */
import type { Hono } from 'hono';
import { permissionCheckOf, type Rule } from '../../client/permissions.ts';
import { html, unbroken, type Html } from '../html.ts';
import { shown, type Env } from '../request.ts';
import { askedBy, backTo, framed, type FormRequest } from './flow.ts';
import { barredBy } from './permissions.ts';

interface Choice {
  href: string;
  label: string;
  hint?: string | undefined;
  /** The right to this choice, if not the same for all. */
  may?: readonly Rule[];
}

export interface Chooser {
  path: string;
  title: (asked: FormRequest) => string;
  /** The right to any of the choices. */
  may: (asked: FormRequest) => readonly Rule[] | Promise<readonly Rule[]>;
  groups: (asked: FormRequest) => readonly { heading: string; intro?: string; choices: readonly Choice[] }[];
}

export function chooserOn(app: Hono<Env>, { path, title, may, groups }: Chooser): void {
  app.get(`/agreements/:id${path}`, async c => {
    const asked = await askedBy(c);
    const barred = await barredBy(c, asked.s.rehearsal, await may(asked));
    const whyNot = await permissionCheckOf(c.get('asker').context, asked.s.rehearsal);
    const parts = barred ? [] : groups(asked).filter(g => g.choices.length);
    const body = html`<h1>${unbroken(title(asked))}</h1><p class="sub">${backTo(asked)}</p>${barred ? html`<p>${barred}</p>` : ''}
${parts.map(
  ({ heading, intro, choices }) =>
    html`<section class="answer"><h2>${heading}</h2>${intro ? html`<p>${intro}</p>` : ''}<ul class="may">${choices.map(one => choiceLine(one, one.may && whyNot(one.may)))}</ul></section>`,
)}`;
    return shown(c, framed(asked, title(asked), body));
  });
}

const choiceLine = ({ href, label, hint }: Choice, why: string | undefined): Html =>
  why ? html`<li>${label}<span>${why}</span></li>` : html`<li><a href="${href}">${label}</a>${hint ? html`<span>${hint}</span>` : ''}</li>`;
