/** Explains in place of a form that the person signed in may not send it, with a link to act as another person. */
import { toCommand, permissionCheckOf, type Rule } from '../../client/permissions.ts';
import type { AgreementStanding } from '../../client/answers.ts';
import { html, type Html, type Renderable } from '../html.ts';
import { deskPage, personPath } from '../layout.ts';
import { address, shown, type Request } from '../request.ts';

/** `rules`: one for each way to do it, such as for each Party. */
export async function barredBy(c: Request, rehearsal: boolean, rules: readonly Rule[]): Promise<Html | undefined> {
  const why = (await permissionCheckOf(c.get('asker').context, rehearsal))(rules);
  return why ? barredText(c, why) : undefined;
}

/** The reason, with a link that returns here as another person. */
export const barredText = (c: Request, why: string): Html => html`${why} ${changePerson(c)}`;

export const changePerson = (c: Request): Html =>
  html`<a href="${personPath(address(c.req.path.replace(/\/check$/, ''), { ...c.req.query(), lang: undefined }))}">${c.get('words').m.desk.notice.changePerson}</a>`;

/** For the Party named, or for any Party: our own first. */
export const forParties = ({ described }: AgreementStanding, named: string | undefined, rule: (party: string) => Rule): Rule[] => {
  const own = described.desk?.party;
  const all = described.parties.map(p => p.id).sort((a, b) => Number(b === own) - Number(a === own));
  return (named && all.includes(named) ? [named] : all).map(rule);
};

/** A possible next step: its address, and one right for each way to do it. */
export interface Next {
  name: string;
  href: string;
  may: readonly Rule[];
  /** Why this person may not do it whatever their rights: the drafter of a notice may not approve it. */
  barred?: string | undefined;
}

/** A button per step the person may take; the reasons for the others, and one link to act as another person. `isFirst`: one is primary. */
export async function nextPart(
  c: Request,
  rehearsal: boolean,
  { next, isFirst = true, more = '' }: { next: readonly Next[]; isFirst?: boolean; more?: Renderable },
): Promise<Html> {
  const whyNot = await permissionCheckOf(c.get('asker').context, rehearsal);
  const asked = next.map(one => ({ ...one, why: one.barred ?? whyNot(one.may) }));
  const [open, barred] = [asked.filter(one => !one.why), asked.filter(one => one.why)];
  const buttons = open.map((one, i) => html`<a class="btn${i === 0 && isFirst ? '' : ' two'}" href="${one.href}">${one.name}</a>`);
  return html`${buttons.length || more ? html`<p class="do noprint">${buttons}${more}</p>` : ''}
${barred.length ? html`<ul class="may noprint">${barred.map(one => html`<li>${one.name}<span>${one.why}</span></li>`)}</ul><p class="noprint">${changePerson(c)}</p>` : ''}`;
}

/** Replaces the form that opens an agreement, real or rehearsal; undefined if the person may open one. */
export async function openingBarredPage(
  c: Request,
  title: string,
  kinds: readonly boolean[] = [false, true],
): Promise<Response | undefined> {
  const whyNot = await Promise.all(kinds.map(rehearsal => barredBy(c, rehearsal, [toCommand('open')])));
  if (whyNot.includes(undefined)) return undefined;
  const frame = { title, section: 'agreements' as const, at: c.req.path };
  return shown(c, deskPage(c, frame, html`<h1>${title}</h1><p>${whyNot[0]}</p>`));
}
