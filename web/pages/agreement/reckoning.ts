/** Why a date is what it is: its rule, how it was counted, what it rests on, what other readings give. */
import type { AgreementStanding } from '../../../client/answers.ts';
import { html, joined, type Html, type Shown } from '../../html.ts';
import { listOf } from '../../table.ts';
import type { Words } from '../../words.ts';
import { anchorOf, type Days } from './days.ts';

export type Step = AgreementStanding['reckoning'][number];

export function rowsOf(step: Step, { reckoning, dates }: Pick<AgreementStanding, 'reckoning' | 'dates'>, words: Words, days: Days): Html {
  const m = words.m.reckoning;
  const follows = step.follows.map(id => reckoning.find(r => r.id === id)).filter(r => r !== undefined);
  const rows: [string, Shown][] = [
    [m.basis, words.basis(step.basis)],
    [m.counted, days.said(step.how)],
    ...(step.restsOn.length ? [[m.rests, joined(step.restsOn.map(days.source), ', ')] as [string, Shown]] : []),
    ...(follows.length
      ? [[m.follows, joined(follows.map(f => html`<div>${nameOf(f, dates, words)}: ${days.link(f.date, f.id)}</div>`))] as [string, Shown]]
      : []),
    ...(step.alternatives.length
      ? [
          [
            m.others,
            joined(
              step.alternatives.map(
                a =>
                  html`<div>
                    ${words.rich(m.othersLine, { day: a.date ? days.link(a.date, step.id) : words.m.dates.never, when: words.conditions(a.when) })}
                  </div>`,
              ),
            ),
          ] as [string, Shown],
        ]
      : []),
  ];
  return listOf('why', rows);
}

/** What a step is of, as the list of dates calls it. */
export function nameOf({ id, date }: Step, dates: AgreementStanding['dates'], words: Words): string {
  const listed = dates.find(d => d.step === id) ?? dates.find(d => d.date === date && id.startsWith(d.what));
  if (listed) return listed.label;
  if (id === 'safeDay') return words.m.reckoning.safeDay;
  if (id === 'sendBy') return words.m.reckoning.sendBy;
  const [what = '', of = ''] = id.split('/');
  if (what === 'notice') return words.say(words.wording.client.labels.byNotice, { id: of });
  if (what === 'protocol') return words.say(words.m.lifeline.protocol, { id: of });
  return Object.hasOwn(words.wording.statements, what)
    ? words.statement({ code: what, args: { period: Number(of), id: of } } as never)
    : id;
}

/** Each of these, and what each follows from, down to the facts. */
export function chainOf(id: string, steps: readonly Step[]): Step[] {
  const step = steps.find(s => s.id === id);
  return step ? [step, ...step.follows.filter(f => !f.startsWith('fact/')).flatMap(f => chainOf(f, steps))] : [];
}

export const allSteps = (s: AgreementStanding, words: Words, days: Days): Html =>
  html`${[...s.reckoning]
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(
      step =>
        html`<section class="step" id="${anchorOf(step.id)}">
          <h2>${nameOf(step, s.dates, words)}: ${days.link(step.date, step.id)}</h2>
          ${rowsOf(step, s, words, days)}
        </section>`,
    )}`;
