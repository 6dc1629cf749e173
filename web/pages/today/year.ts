/** The year ahead as twelve months of days: send by, safe day, last day in force. */
import { addMonths, date, daysInMonth, type CalendarDate } from '../../../clauses/calendar.ts';
import { monthIn } from '../../../wording/forms.ts';
import { html, markup, type Html } from '../../html.ts';
import type { Words } from '../../words.ts';
import { toReckoning } from './links.ts';
import type { Row } from './rows.ts';

type Kind = 'send' | 'safe' | 'end';

interface Mark {
  day: CalendarDate;
  kind: Kind;
  row: Row;
}

const style: Record<Kind, string> = { send: 's', safe: 'k', end: 'e' };
/** Where a day has several, the first of these is shown. */
const order: readonly Kind[] = ['send', 'end', 'safe'];

export function marksOf(rows: readonly Row[]): Mark[] {
  return rows.flatMap((row): Mark[] => {
    const { deadline: d } = row;
    if (!d || d.what === 'missed') return [];
    if (d.what === 'end') return [{ day: d.date, kind: 'end', row }];
    return [...(d.sendBy ? [{ day: d.sendBy, kind: 'send' as const, row }] : []), { day: d.date, kind: 'safe', row }];
  });
}

export function yearPart(rows: readonly Row[], today: CalendarDate, words: Words): Html {
  const { year: m } = words.m.today;
  const marks = marksOf(rows);
  const first = date(`${today.slice(0, 7)}-01`);
  const months = Array.from({ length: 12 }, (_, i) => addMonths(first, i));
  return html`<h2 class="brkp">${m.heading}</h2>
    <dl class="key">
      <div>
        <dt>${swatches.send}</dt>
        <dd>${m.send}</dd>
      </div>
      <div>
        <dt>${swatches.safe}</dt>
        <dd>${m.safe}</dd>
      </div>
      <div>
        <dt>${swatches.end}</dt>
        <dd>${m.end}</dd>
      </div>
    </dl>
    <div class="year">${months.map(month => monthPart(month, marks, today, words))}</div>`;
}

const swatches = {
  send: markup('<svg viewBox="0 0 26 14" aria-hidden="true"><rect x="6" width="14" height="14" fill="#9c1c1c"/></svg>'),
  safe: markup(
    '<svg viewBox="0 0 26 14" aria-hidden="true"><rect x="7" y="1" width="12" height="12" fill="#fff" stroke="#1d4f91" stroke-width="2.5"/></svg>',
  ),
  end: markup('<svg viewBox="0 0 26 14" aria-hidden="true"><circle cx="13" cy="7" r="7" fill="#0b1a2a"/></svg>'),
};

function monthPart(month: CalendarDate, marks: readonly Mark[], today: CalendarDate, words: Words): Html {
  const { year: m } = words.m.today;
  const own = marks.filter(mark => mark.day.slice(0, 7) === month.slice(0, 7)).sort((a, b) => (a.day < b.day ? -1 : 1));
  const days = Array.from({ length: daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7))) }, (_, i) => i + 1);
  const said = [...new Set(own.map(({ day, kind }) => `${Number(day.slice(8))}: ${m[kind]}`))];
  return html`<section>
    <h3>${monthIn(words.wording, month)}</h3>
    <ol>
      ${days.map(n => dayOf(n, month, own, today, words))}
    </ol>
    ${said.slice(0, most).map(line => html`<p>${line}</p>`)}${said.length > most ? html`<p>${words.counted(m.more, said.length - most)}</p>` : ''}
  </section>`;
}

const most = 4;

function dayOf(n: number, month: CalendarDate, marks: readonly Mark[], today: CalendarDate, words: Words): Html {
  const day = `${month.slice(0, 8)}${String(n).padStart(2, '0')}` as CalendarDate;
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const here = marks.filter(mark => mark.day === day).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
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
  const says = here.map(({ kind, row }) => `${m[kind]}, ${words.title(row.glance.titles)}`).join('; ');
  return html`<li${classes ? html` class="${classes}"` : ''}>${mark ? html`<a href="${toReckoning(mark.row, mark.kind === 'send' ? 'sendBy' : mark.kind === 'safe' ? 'safeDay' : 'termination')}" title="${says}" aria-label="${words.day(day)}: ${says}">${n}</a>` : n}</li>`;
}
