/**
 * Draws the README's picture: the life of an agreement, and below it the months before a renewal. Every date comes from the fold over
 * invented notifications. `npm run docs` draws it; a test compares.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadAgreement, loadFacts } from '../agreements/load.ts';
import { after, before, date, dayAfter, daysBetween, formatDate, length, type CalendarDate } from '../clauses/calendar.ts';
import { standing } from '../machines/standing.ts';

const here = dirname(fileURLToPath(import.meta.url));
export const picture = join(here, 'life.svg');

const [left, right, width, height] = [24, 876, 900, 256];

export function drawn(): string {
  const { agreement } = loadAgreement(join(here, '../agreements/kz-az-2004-government-communications.yaml'));
  const facts = loadFacts(join(here, 'rehearsal-facts.yaml'), agreement).filter(f => ['s', 'n1', 'n2'].includes(f.id));
  const s = standing({ agreement, description: '', entries: facts, asOf: date('2026-12-01') });
  const [signed] = s.dates.filter(d => d.what === 'signed').map(d => d.date);
  const ends = s.dates.filter(d => d.what === 'periodEnd' && d.date < s.period!.firstDay).map(d => d.date);
  const entry = s.entryIntoForce.date!;
  const firstDays = [entry, ...ends.map(dayAfter), s.periods[1]!.firstDay];
  const lastDays = [...ends, ...s.periods.slice(0, 2).map(p => p.lastDay.date)];

  const life = scale(signed!, lastDays.at(-1)!);
  const bands = firstDays.map((day, i) =>
    band(life(day), life(dayAfter(lastDays[i]!)), 58, 24, i % 2 ? '#dce6f2' : '#c3d4e8', `period ${i + 1}`),
  );
  const above = [tick(life(signed!), 50, 90), tick(life(entry), 50, 90), label(life(signed!), 42, `signed ${formatDate(signed!)}`)];
  above.push(label(life(entry) + 4, 104, `in force from ${formatDate(entry)} (art. 13)`));

  const { lastDay, lastDayForNotice: last } = s.period!;
  const [from, to] = [before(last!.safe!, length.parse('P5M')), after(lastDay, length.parse('P45D'))];
  const near = scale(from, to);
  const renewed = s.periods[1]!.firstDay;
  const other = { notice: last!.alternatives[0]!.date!, end: s.periods[0]!.lastDay.alternatives[0]!.date! };
  const zoom = `<path d="M${life(from)} 82 L${left} 152 H${right} L${life(to)} 82 Z" fill="#f1f4f8"/>`;
  const months = [
    band(left, near(last!.safe!), 152, 24, '#bfe3c8', 'a notice received here prevents renewal'),
    band(near(last!.safe!), near(renewed), 152, 24, '#e6e6e6', 'too late: the agreement will be renewed'),
    band(near(renewed), right, 152, 24, '#c3d4e8', `period ${s.periods[1]!.number}`),
    tick(near(last!.sendBy!), 146, 184, '#9a3b00'),
    tick(near(last!.safe!), 146, 184, '#b00020'),
    tick(near(other.notice), 152, 176, '#b00020', true),
    tick(near(renewed), 146, 184),
    tick(near(dayAfter(other.end)), 152, 176, '#222', true),
    label(near(last!.sendBy!) + 2, 198, `send by ${formatDate(last!.sendBy!)}`, 'end', '#9a3b00'),
    label(near(last!.safe!), 198, `safe day ${formatDate(last!.safe!)}: in time on every reading (art. 13)`, 'start', '#b00020'),
    label(near(last!.safe!), 216, `${formatDate(other.notice)} if a period ends on its anniversary`, 'start', '#555'),
    label(near(renewed), 198, `renewed ${formatDate(renewed)}`, 'middle'),
  ];
  const title = `The life of an agreement: in force from ${entry}, renewed every five years; before ${renewed}, send by ${last!.sendBy}, safe day ${last!.safe}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}" font-family="Noto Sans, Helvetica, Arial, sans-serif" font-size="13">
<title>${title}</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${[zoom, ...bands, ...above, ...months].join('\n')}
<text x="${left}" y="246" font-size="11" fill="#555">Invented notifications. A dashed tick: another reading of the text.</text>
</svg>
`;
}

function scale(from: CalendarDate, to: CalendarDate): (day: CalendarDate) => number {
  const days = daysBetween(from, to);
  return day => Math.round((left + ((right - left) * daysBetween(from, day)) / days) * 10) / 10;
}

const band = (x1: number, x2: number, y: number, tall: number, colour: string, text: string): string =>
  `<rect x="${x1}" y="${y}" width="${Math.round((x2 - x1) * 10) / 10}" height="${tall}" fill="${colour}" stroke="#fff"/>${
    x2 - x1 > text.length * 7 ? label(Math.round((x1 + x2) / 2), y + 17, text, 'middle') : ''
  }`;

const tick = (x: number, y1: number, y2: number, colour = '#222', isOther = false): string =>
  `<line x1="${x}" x2="${x}" y1="${y1}" y2="${y2}" stroke="${colour}" stroke-width="1.5"${isOther ? ' stroke-dasharray="3 2"' : ''}/>`;

const label = (x: number, y: number, text: string, anchor = 'start', colour = '#222'): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${colour}">${text}</text>`;

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(picture, drawn());
