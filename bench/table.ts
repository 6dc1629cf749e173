/**
 * A table of invented agreements for imports and benchmarks: `node --import tsx bench/table.ts 10000 > table.csv`. Deterministic for a
 * number of rows and a seed. One row in fifty is faulty; one in ten has a date known only within bounds.
 */
import { fileURLToPath } from 'node:url';
import { Chance } from '../tests/support/chance.ts';
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

/** The rows as the text of a file; no row is faulty if `faulty` is false. */
export function tableOf(count: number, { seed = 1, faulty = true }: { seed?: number; faulty?: boolean } = {}): string {
  const rows = Array.from({ length: count }, (_, i) => rowOf(i + 1, new Chance(seed * 1_000_003 + i), faulty));
  return [columnNames.join(','), ...rows.map(row => columnNames.map(name => quoted(row[name] ?? '')).join(','))].join('\n') + '\n';
}

function rowOf(n: number, chance: Chance, faulty: boolean): Row {
  const other = chance.one(others);
  const signed = addDays(date('1955-01-01'), chance.below(25_500));
  const entry = addDays(signed, 20 + chance.below(700));
  const row: Row = {
    number: `${signed.slice(0, 4)}/${n}`,
    title: `Agreement on ${chance.one(subjects)}, number ${n}`,
    parties: `KZ; ${other}`,
    signed,
    place: chance.one(places),
    source: `Collection of treaties, file ${n}`,
    ...clausesOf(chance),
    ...entryOf(chance, other, signed, entry),
  };
  const whole = { ...row, ...endOf(chance, row, other, entry) };
  return faulty && chance.below(50) === 0 ? spoilt(whole, chance) : whole;
}

/** Most agreements renew automatically; some are unlimited, some expire, and some have no description of their clauses. */
function clausesOf(chance: Chance): Row {
  const kind = chance.below(10);
  if (kind < 2) return {};
  const articles = { duration_article: `art. ${8 + chance.below(8)}`, termination_article: `art. ${8 + chance.below(8)}` };
  if (kind < 4) return { period: 'none', termination: chance.one(['P6M', 'P3M', 'P1Y']), ...articles };
  if (kind < 5) return { period: chance.one(['P20Y', 'P30Y']), renewal: chance.one(['none', 'by agreement']), ...articles };
  const period = chance.one(['P5Y', 'P5Y', 'P5Y', 'P3Y', 'P1Y', 'P10Y']);
  return {
    period,
    renewal: 'automatic',
    notice_before: period === 'P1Y' ? 'P3M' : chance.one(['P6M', 'P6M', 'P3M', 'P1Y']),
    termination: chance.one(['P6M', 'P6M', 'end of period', 'P6M after the first period']),
    ...articles,
  };
}

/** Half have both notifications; for the others the date is published, for some only as a month, a year or a range. */
function entryOf(chance: Chance, other: string, signed: CalendarDate, entry: CalendarDate): Row {
  if (chance.below(2) === 0) {
    const first = addDays(signed, 10);
    return {
      notified: `KZ ${first}; ${other} ${entry}`,
      entry_clause: 'last notification',
      entry_article: 'art. 12',
      entry_into_force: entry,
    };
  }
  const known = chance.below(10);
  if (known > 1) return { entry_into_force: entry };
  return { entry_into_force: chance.one([entry.slice(0, 4), entry.slice(0, 7), `${entry}..${addDays(entry, 400)}`]) };
}

function endOf(chance: Chance, row: Row, other: string, entry: CalendarDate): Row {
  if (chance.below(12) > 0 || entry > '2010-01-01') return {};
  const on = addDays(entry, 3000);
  if (row.termination === 'P6M' && row.period === 'none')
    return { end: dayBefore(after(on, 'P6M' as Length)), end_cause: 'notice', end_on: on, end_by: other };
  return { end: addDays(on, 90), end_cause: 'agreement', end_on: on };
}

function spoilt(row: Row, chance: Chance): Row {
  switch (chance.below(6)) {
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

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(tableOf(Number(process.argv[2] ?? 1000)));
