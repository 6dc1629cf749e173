/** What may be done now according to the machine, with the article; what may not, and why. */
import type { AgreementStanding } from '../../../client/answers.ts';
import { toDraft, toRecord, type Rule, type PermissionCheck } from '../../../client/permissions.ts';
import { noticeKindOf } from '../../../client/schemas.ts';
import { html, type Html } from '../../html.ts';
import type { Words } from '../../words.ts';
import type { Days } from './days.ts';

type Act = AgreementStanding['admitted'][number];

interface Line {
  says: string;
  why: string;
  /** Why the person signed in may not do it, although the agreement admits it. */
  barred?: string | undefined;
}

/** The caller: why a right is missing, and a link to act as another person. */
export interface Asking {
  whyNot: PermissionCheck;
  change: Html;
}

export function mayPart(s: AgreementStanding, words: Words, days: Days, { whyNot, change }: Asking): Html {
  const m = words.m.may;
  const [may, not] = [linesOf(s, words, true, whyNot), [...linesOf(s, words, false), ...awaited(s, words)]];
  const list = (lines: readonly Line[]): Html =>
    html`<ul class="may">
      ${lines.map(l => html`<li>${l.says}<span>${days.said(l.why)}</span>${l.barred ? html`<span>${l.barred}</span>` : ''}</li>`)}
    </ul>`;
  return html`<section>
    <h2>${m.heading}</h2>
    ${may.length ? list(may) : html`<p>${!s.admitted.length ? m.unasked : s.statusAlternatives.length ? m.disputed : m.nothing}</p>`}
    ${may.some(l => l.barred) ? html`<p class="noprint">${change}</p>` : ''}
    ${
      not.length
        ? html`<h3>${m.not}</h3>
            ${list(not.slice(0, shown))}${
              not.length > shown
                ? html`<details>
                    <summary>${words.m.words.more}</summary>
                    ${list(not.slice(shown))}
                  </details>`
                : ''
            }`
        : ''
    }
  </section>`;
}

const shown = 3;

/** An act open to both Parties takes one line. */
function linesOf({ admitted, described }: AgreementStanding, words: Words, isAdmitted: boolean, whyNot?: PermissionCheck): Line[] {
  const m = words.m.may;
  const grouped = new Map<string, Act[]>();
  for (const act of admitted.filter(a => a.admitted === isAdmitted)) {
    const key = `${act.type} ${act.of} ${act.reason?.code}`;
    grouped.set(key, [...(grouped.get(key) ?? []), act]);
  }
  return [...grouped.values()].map(acts => {
    const [one] = acts as [Act, ...Act[]];
    const parties = acts.flatMap(a => (a.by ? [words.party(a.by, described)] : []));
    const who = parties.length > 1 ? m.either : (parties[0] ?? m.together);
    const what = `${m.acts[one.type as keyof typeof m.acts]}${referredTo(one, described)}`;
    const barred = whyNot?.(acts.flatMap(a => rulesFor(a, described)));
    return { says: words.say(words.m.words.by, { what, who }), why: one.why ?? words.basis(one.basis), barred };
  });
}

/** The notice or condition to which an act refers, in brackets: a condition as its clause describes it. */
export function referredTo({ type, of }: Act, { conditions }: AgreementStanding['described']): string {
  const what = type === 'condition.met' ? conditions.find(({ id }) => id === of)?.what : of;
  return what ? ` (${what})` : '';
}

/** Recording it, or drafting it if it is a Party's notice. */
function rulesFor({ type, by }: Act, { parties }: AgreementStanding['described']): Rule[] {
  const record = toRecord(type, by ?? undefined);
  return by && noticeKindOf(type) ? [record, toDraft({ direction: 'ours', by, parties: parties.map(p => p.id) })] : [record];
}

const awaited = ({ protocols, described }: AgreementStanding, words: Words): Line[] =>
  protocols
    .filter(p => p.status === 'signed' && p.awaits.length)
    .map(p => ({
      says: words.say(words.m.may.protocolAwaits, { id: p.id }),
      why: words.say(words.m.may.awaited, { who: words.and(p.awaits.map(a => words.party(a, described))) }),
    }));
