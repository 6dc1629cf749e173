/** The oracle's own calendar: days as text, months counted by hand, and the grid of five-year periods of art. 13. */

export type Day = string;

const isLeap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
const daysIn = (y: number, m: number): number => (m === 2 ? (isLeap(y) ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31);
const parts = (day: Day): [number, number, number] => [+day.slice(0, 4), +day.slice(5, 7), +day.slice(8)];
const write = (y: number, m: number, d: number): Day =>
  `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;

/** Months later, or earlier; in a month that is too short, its last day. */
export function plusMonths(day: Day, n: number): Day {
  const [y, m, d] = parts(day);
  const months = y * 12 + (m - 1) + n;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  return write(year, month, Math.min(d, daysIn(year, month)));
}

const following = new Map<Day, Day>();
/** Remembered: the oracles go from day to day through decades, again and again. */
export function next(day: Day): Day {
  const known = following.get(day) ?? dayAfter(day);
  following.set(day, known);
  return known;
}

function dayAfter(day: Day): Day {
  const [y, m, d] = parts(day);
  if (d < daysIn(y, m)) return write(y, m, d + 1);
  return m < 12 ? write(y, m + 1, 1) : write(y + 1, 1, 1);
}

export function previous(day: Day): Day {
  const [y, m, d] = parts(day);
  if (d > 1) return write(y, m, d - 1);
  return m > 1 ? write(y, m - 1, daysIn(y, m - 1)) : write(y - 1, 12, 31);
}

export const later = (a: Day, b: Day): Day => (a > b ? a : b);
export const sooner = (a: Day, b: Day): Day => (a < b ? a : b);
export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Periods of five years, with six months' notice before each ends: calculated directly, not by going through earlier ones. */
export class Grid {
  constructor(
    private readonly entry: Day,
    private readonly r: { periodEnd: string; noticeCount: string },
  ) {}

  endOf(k: number): Day {
    const anniversary = plusMonths(this.entry, 60 * k);
    return this.r.periodEnd === 'dayBefore' ? previous(anniversary) : anniversary;
  }

  lastDayForNotice(k: number): Day {
    const end = this.endOf(k);
    if (this.r.noticeCount === 'backward') return plusMonths(end, -6);
    let last = end;
    while (plusMonths(last, 6) > end) last = previous(last);
    return last;
  }

  /** The number of the period that a day is in. */
  at(day: Day): number {
    let k = 1;
    while (this.endOf(k) < day) k += 1;
    return k;
  }

  period(k: number): { number: number; firstDay: Day; lastDay: Day; lastDayForNotice: Day } {
    return {
      number: k,
      firstDay: k === 1 ? this.entry : next(this.endOf(k - 1)),
      lastDay: this.endOf(k),
      lastDayForNotice: this.lastDayForNotice(k),
    };
  }
}
