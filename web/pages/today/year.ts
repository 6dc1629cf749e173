/** The year ahead, as thirteen months of days, so that a deadline due within a year is among them: send-by day, safe day, last day in force. */
import { addMonths, date, daysInMonth, type CalendarDate } from '../../../clauses/calendar.ts';
import { monthIn } from '../../../wording/forms.ts';
import { html, markup, type Html } from '../../html.ts';
import { listOf } from '../../table.ts';
import type { Words } from '../../words.ts';
import { toReckoning } from './links.ts';
import { hasSafeDay, isDecided, type Row } from './rows.ts';

type Kind = 'send' | 'safe' | 'end';

interface Mark {
  day: CalendarDate;
  kind: Kind;
  row: Row;
}

const style: Record<Kind, string> = { send: 's', safe: 'k', end: 'e' };
/** The order of precedence for a day with several. */
const order: readonly Kind[] = ['send', 'end', 'safe'];

export function marksOf(rows: readonly Row[]): Mark[] {
  return rows.flatMap((row): Mark[] => {
    const { deadline: d } = row;
    if (!d || d.what === 'missed') return [];
    if (d.what === 'end') return [{ day: d.date, kind: 'end', row }];
    // Once renewal is decided, nobody has to send a notice.
    const send = d.sendBy && !isDecided(d) ? [{ day: d.sendBy, kind: 'send' as const, row }] : [];
    return [...send, ...(hasSafeDay(d) ? [{ day: d.date, kind: 'safe' as const, row }] : [])];
  });
}

/** `toDay`: the address of the rows of a day that has several. */
export function yearPart(rows: readonly Row[], today: CalendarDate, words: Words, toDay: (day: CalendarDate) => string): Html {
  const { year: m } = words.m.today;
  const marks = byDay(marksOf(rows));
  const first = date(`${today.slice(0, 7)}-01`);
  const months = Array.from({ length: 13 }, (_, i) => addMonths(first, i));
  return html`<h2>${m.heading}</h2>
    ${listOf(
      'key',
      (['send', 'safe', 'end'] as const).map(mark => [swatches[mark], m[mark]]),
    )}
    <div class="year">${months.map(month => monthPart(month, { marks, today, words, toDay }))}</div>`;
}

const swatches = {
  send: markup('<svg viewBox="0 0 26 14" aria-hidden="true"><rect x="6" width="14" height="14" fill="#9c1c1c"/></svg>'),
  safe: markup(
    '<svg viewBox="0 0 26 14" aria-hidden="true"><rect x="7" y="1" width="12" height="12" fill="#fff" stroke="#1d4f91" stroke-width="2.5"/></svg>',
  ),
  end: markup('<svg viewBox="0 0 26 14" aria-hidden="true"><circle cx="13" cy="7" r="7" fill="#0b1a2a"/></svg>'),
};

interface Year {
  marks: ReadonlyMap<string, readonly Mark[]>;
  today: CalendarDate;
  words: Words;
  toDay: (day: CalendarDate) => string;
}

function byDay(marks: readonly Mark[]): Map<string, Mark[]> {
  const days = new Map<string, Mark[]>();
  for (const mark of marks) {
    const here = days.get(mark.day);
    if (here) here.push(mark);
    else days.set(mark.day, [mark]);
  }
  for (const one of days.values()) one.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return days;
}

function monthPart(month: CalendarDate, year: Year): Html {
  const { words, marks } = year;
  const { year: m } = words.m.today;
  const count = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  const days = Array.from({ length: count }, (_, i) => `${month.slice(0, 8)}${String(i + 1).padStart(2, '0')}` as CalendarDate);
  const said = days.flatMap(day => [...new Set(marks.get(day)?.map(({ kind }) => `${Number(day.slice(8))}: ${m[kind]}`))]);
  return html`<section>
    <h3>${monthIn(words.wording, month)}</h3>
    <ol>
      ${days.map(day => dayOf(day, year))}
    </ol>
    ${said.slice(0, most).map(line => html`<p>${line}</p>`)}${said.length > most ? html`<p>${words.counted(m.more, said.length - most)}</p>` : ''}
  </section>`;
}

const most = 4;

function dayOf(day: CalendarDate, { marks, today, words, toDay }: Year): Html {
  const n = Number(day.slice(8));
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const here = marks.get(day) ?? [];
  const [mark] = here;
  const classes = [
    n === 1 && weekday ? `g${weekday + 1}` : '',
    weekday > 4 ? 'we' : '',
    day === today ? 'n' : '',
    mark ? style[mark.kind] : '',
  ]
    .filter(Boolean)
    .join(' ');
  const { year: m } = words.m.today;
  const isOne = here.every(one => one.row.glance === mark?.row.glance);
  const kinds = [...new Set(here.map(({ kind }) => m[kind]))].join(', ');
  const says = `${kinds}: ${isOne ? mark && words.title(mark.row.glance.titles) : words.counted(words.m.lists.agreements, here.length)}`;
  const to = mark && (isOne ? toReckoning(mark.row, steps[mark.kind]) : toDay(day));
  return html`<li${classes ? html` class="${classes}"` : ''}>${to ? html`<a href="${to}" title="${says}" aria-label="${words.day(day)}: ${says}">${n}</a>` : n}</li>`;
}

const steps = { send: 'sendBy', safe: 'safeDay', end: 'termination' } as const;
