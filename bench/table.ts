/**
 * A table of invented agreements for imports and benchmarks: `node --import tsx bench/table.ts 10000 > table.csv`. The same for the same
 * number of rows and the same seed. One row in fifty is faulty, one in ten knows a date only within bounds.
 */
import { fileURLToPath } from 'node:url';
import { columnNames, type ColumnName } from '../agreements/table/columns.ts';
import { after, addDays, date, dayBefore, type CalendarDate, type Length } from '../clauses/calendar.ts';

type Row = Partial<Record<ColumnName, string>>;

const others = 'AZ RU CN UZ KG TJ TM TR DE FR IT ES PL CZ HU RO BG FI SE NO GB US CA JP KR IN PK IR MN VN ID MY TH EG SA AE QA ZA BR'.split(
  ' ',
);
const subjects =
  'air services|visas|investment|double taxation|legal assistance|readmission|road transport|cultural cooperation|customs|science|water management|military cooperation|health|tourism|fisheries'.split(
    '|',
  );
const places = 'Astana|Almaty|Moscow|Berlin|Ankara|Geneva|Vienna|Beijing'.split('|');

/** The rows as the text of a file; without `faulty` none is at fault. */
export function tableOf(count: number, { seed = 1, faulty = true }: { seed?: number; faulty?: boolean } = {}): string {
  const rows = Array.from({ length: count }, (_, i) => rowOf(i + 1, new Dice(seed * 1_000_003 + i), faulty));
  return [columnNames.join(','), ...rows.map(row => columnNames.map(name => quoted(row[name] ?? '')).join(','))].join('\n') + '\n';
}

function rowOf(n: number, dice: Dice, faulty: boolean): Row {
  const other = dice.of(others);
  const signed = addDays(date('1955-01-01'), dice.below(25_500));
  const entry = addDays(signed, 20 + dice.below(700));
  const row: Row = {
    number: `${signed.slice(0, 4)}/${n}`,
    title: `Agreement on ${dice.of(subjects)}, number ${n}`,
    parties: `KZ; ${other}`,
    signed,
    place: dice.of(places),
    source: `Collection of treaties, file ${n}`,
    ...clausesOf(dice),
    ...entryOf(dice, other, signed, entry),
  };
  const whole = { ...row, ...endOf(dice, row, other, entry) };
  return faulty && dice.below(50) === 0 ? spoilt(whole, dice) : whole;
}

/** Most are renewed by themselves; some are without limit, some expire, of some the text is not described. */
function clausesOf(dice: Dice): Row {
  const kind = dice.below(10);
  if (kind < 2) return {};
  const articles = { duration_article: `art. ${8 + dice.below(8)}`, termination_article: `art. ${8 + dice.below(8)}` };
  if (kind < 4) return { period: 'none', termination: dice.of(['P6M', 'P3M', 'P1Y']), ...articles };
  if (kind < 5) return { period: dice.of(['P20Y', 'P30Y']), renewal: dice.of(['none', 'by agreement']), ...articles };
  const period = dice.of(['P5Y', 'P5Y', 'P5Y', 'P3Y', 'P1Y', 'P10Y']);
  return {
    period,
    renewal: 'automatic',
    notice_before: period === 'P1Y' ? 'P3M' : dice.of(['P6M', 'P6M', 'P3M', 'P1Y']),
    termination: dice.of(['P6M', 'P6M', 'end of period', 'P6M after the first period']),
    ...articles,
  };
}

/** Half know both notifications; of the others the day is published, for some only the month, the year or between two days. */
function entryOf(dice: Dice, other: string, signed: CalendarDate, entry: CalendarDate): Row {
  if (dice.below(2) === 0) {
    const first = addDays(signed, 10);
    return {
      notified: `KZ ${first}; ${other} ${entry}`,
      entry_clause: 'last notification',
      entry_article: 'art. 12',
      entry_into_force: entry,
    };
  }
  const known = dice.below(10);
  if (known > 1) return { entry_into_force: entry };
  return { entry_into_force: dice.of([entry.slice(0, 4), entry.slice(0, 7), `${entry}..${addDays(entry, 400)}`]) };
}

function endOf(dice: Dice, row: Row, other: string, entry: CalendarDate): Row {
  if (dice.below(12) > 0 || entry > '2010-01-01') return {};
  const on = addDays(entry, 3000);
  if (row.termination === 'P6M' && row.period === 'none')
    return { end: dayBefore(after(on, 'P6M' as Length)), end_cause: 'notice', end_on: on, end_by: other };
  return { end: addDays(on, 90), end_cause: 'agreement', end_on: on };
}

function spoilt(row: Row, dice: Dice): Row {
  switch (dice.below(6)) {
    case 0:
      return { ...row, signed: `${row.signed!.slice(0, 4)}-02-30` };
    case 1:
      return { ...row, parties: `${row.parties}; UZ` };
    case 2:
      return { ...row, title: '' };
    case 3:
      return { ...row, entry_into_force: '1901-01-01' };
    case 4:
      return { ...row, period: 'P5Y', renewal: '', notice_before: '' };
    default:
      return { ...row, signed: '03/10/1998' };
  }
}

const quoted = (text: string): string => (/[",\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Numbers that look drawn, and are the same each time (mulberry32). */
class Dice {
  constructor(private state: number) {}

  below(n: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  }

  of<T>(all: readonly T[]): T {
    return all[this.below(all.length)]!;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(tableOf(Number(process.argv[2] ?? 1000)));
