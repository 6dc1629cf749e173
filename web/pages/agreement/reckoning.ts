/** Explains a date: its rule, how it was counted, what it rests on, and what other readings give. */
import type { AgreementStanding } from '../../../client/answers.ts';
import { byText, type CalendarDate } from '../../../clauses/calendar.ts';
import type { Condition } from '../../../clauses/reading.ts';
import { html, joined, type Html, type Renderable } from '../../html.ts';
import { listOf } from '../../table.ts';
import type { Words } from '../../words.ts';
import { anchorOf, type Days } from './days.ts';

export type Step = AgreementStanding['reckoning'][number];

/** A step with its day and its count on one reading. */
interface OnDay {
  date: CalendarDate;
  basis: string;
  how: string;
  follows: readonly { id: string; date: CalendarDate }[];
  /** The readings concerned; undefined for the default reading. */
  when?: readonly Condition[] | undefined;
}

/** As the default reading counts it, or as another reading that gives the day does. */
export function onDay(step: Step, steps: readonly Step[], day = step.date): OnDay {
  const other = day === step.date ? undefined : step.otherCounts.find(o => o.date === day);
  if (other) return { ...other, when: step.alternatives.find(a => a.date === day)?.when };
  return { ...step, follows: step.follows.flatMap(id => steps.filter(r => r.id === id).map(r => ({ id, date: r.date }))) };
}

type Answered = Pick<AgreementStanding, 'reckoning' | 'dates'>;

/** `shown`: which of its days. */
export function rowsOf(step: Step, { reckoning, dates }: Answered, { words, days, shown = step.date }: Shows): Html {
  const m = words.m.reckoning;
  const { basis, how, follows, when, date } = onDay(step, reckoning, shown);
  const of = (id: string): Step => reckoning.find(r => r.id === id)!;
  const rows: [string, Renderable][] = [
    ...(when ? [[m.only, words.capital(words.conditions(when))] as [string, Renderable]] : []),
    [m.basis, words.basis(basis)],
    [m.counted, days.said(how)],
    ...(step.restsOn.length ? [[m.rests, joined(step.restsOn.map(days.source), ', ')] as [string, Renderable]] : []),
    ...(follows.length
      ? [
          [m.follows, joined(follows.map(f => html`<div>${nameOf(of(f.id), dates, words)}: ${days.possible(f.date, f.id)}</div>`))] as [
            string,
            Renderable,
          ],
        ]
      : []),
    ...othersOf(step, date, { words, days }),
  ];
  return listOf('why', rows);
}

interface Shows {
  words: Words;
  days: Days;
  shown?: CalendarDate | undefined;
}

/** The days on other readings, each with how it is counted; when one of those is shown, also the default reading's. */
function othersOf(step: Step, shown: CalendarDate, { words, days }: Shows): [string, Renderable][] {
  const m = words.m.reckoning;
  const isDefault = shown === step.date;
  const lines = step.alternatives
    .filter(a => isDefault || a.date !== shown)
    .map(({ date, when }) => {
      const day = date ? days.link(date, step.id) : words.m.dates.never;
      return html`<div>${words.rich(m.othersLine, { day, when: words.conditions(when) })}</div>`;
    });
  const first = isDefault ? [] : [html`<div>${words.rich(words.m.fan.first, { day: days.link(step.date, step.id) })}</div>`];
  return lines.length + first.length ? [[m.others, joined([...first, ...lines])]] : [];
}

/** The name of a step, as in the list of dates. */
export function nameOf({ id, date }: Step, dates: AgreementStanding['dates'], words: Words): string {
  const listed = dates.find(d => d.step === id) ?? dates.find(d => d.date === date && id.startsWith(d.what));
  if (listed) return listed.label;
  const [what = '', of = ''] = id.split('/');
  if (what === 'safeDay' || what === 'sendBy' || what === 'fixedDay') return words.m.reckoning[what];
  if (what === 'notice') return words.say(words.wording.client.labels.byNotice, { id: of });
  if (what === 'protocol') return words.say(words.m.lifeline.protocol, { id: of });
  return Object.hasOwn(words.wording.statements, what)
    ? words.statement({ code: what, args: { period: Number(of), id: of } } as never)
    : id;
}

/** The steps by day, and what each follows from, down to the facts. */
export function chainOf(id: string, steps: readonly Step[], day?: CalendarDate): { step: Step; day: CalendarDate }[] {
  const step = steps.find(s => s.id === id);
  if (!step) return [];
  const { date, follows } = onDay(step, steps, day);
  return [{ step, day: date }, ...follows.filter(f => !f.id.startsWith('fact/')).flatMap(f => chainOf(f.id, steps, f.date))];
}

export const allSteps = (s: AgreementStanding, words: Words, days: Days): Html =>
  html`${[...s.reckoning]
    .sort((a, b) => byText(a.date, b.date))
    .map(
      step =>
        html`<section class="step" id="${anchorOf(step.id)}">
          <h2>${nameOf(step, s.dates, words)}: ${days.link(step.date, step.id)}</h2>
          ${rowsOf(step, s, { words, days })}${step.otherCounts.map(o => otherCount(step, o.date, s, { words, days }))}
        </section>`,
    )}`;

/** The count on another reading, under its own heading. */
const otherCount = (step: Step, shown: CalendarDate, s: AgreementStanding, { words, days }: Shows): Html =>
  html`<section id="${anchorOf(step.id, shown)}">
    <h3>${nameOf(step, s.dates, words)}: ${days.link(shown, step.id)}</h3>
    ${rowsOf(step, s, { words, days, shown })}
  </section>`;
