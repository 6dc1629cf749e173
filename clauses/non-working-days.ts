/**
 * Days on which a Party's offices are closed: weekends and listed holidays. They change no date (law of the dates, counting 4); servanda
 * warns of them so that a notice leaves and arrives while somebody is there. The Party's code selects the list; a Party without one has
 * weekends only.
 */
import { addDays, dayAfter, daysBetween, weekend, type CalendarDate } from './calendar.ts';
import { az } from './holidays/az.ts';
import type { FixedHoliday, HolidayList, MovingFeast } from './holidays/holiday-list.ts';
import { kz } from './holidays/kz.ts';

export type NonWorkingDay =
  | { why: 'weekend'; weekday: 'Saturday' | 'Sunday' }
  | { why: 'holiday'; party: string; name: string; article: string }
  /** A free weekday in place of a holiday that fell on a day of rest. */
  | { why: 'inPlaceOf'; party: string; name: string; of: CalendarDate; article: string }
  /** A moving feast may fall on or near the day. Feasts are announced yearly; the list has announcements up to the year `through`. */
  | { why: 'notAnnounced'; party: string; name: string; through: number; article: string }
  /** The list begins later, so whether the day was a holiday is not known. */
  | { why: 'notListed'; party: string; from: number };

export const holidayLists: ReadonlyMap<string, HolidayList> = new Map([
  ['AZ', az],
  ['KZ', kz],
]);

/** Returns why a day is, or may be, a non-working day for each of the Parties; empty for a working day. */
export function nonWorkingDay(day: CalendarDate, parties: readonly string[]): NonWorkingDay[] {
  const weekday = weekend(day);
  return [
    ...(weekday ? [{ why: 'weekend' as const, weekday }] : []),
    ...parties.flatMap(party => {
      const list = holidayLists.get(party);
      return list ? ofParty(day, party, list) : [];
    }),
  ];
}

function ofParty(day: CalendarDate, party: string, list: HolidayList): NonWorkingDay[] {
  const onWeekend = weekend(day) !== undefined;
  if (yearOf(day) < list.from) return onWeekend ? [] : [{ why: 'notListed', party, from: list.from }];
  const holidays = holidaysOn(day, list);
  if (holidays.length) return holidays.map(({ name, article }) => ({ why: 'holiday', party, name, article }));
  if (onWeekend) return [];
  const freed = freedBy(day, list);
  if (freed) return [{ why: 'inPlaceOf', party, ...freed, article: list.inPlaceOf.article }];
  return list.moving
    .filter(feast => mayFallAbout(day, feast))
    .map(feast => ({ why: 'notAnnounced', party, name: feast.name, through: lastAnnounced(feast), article: feast.article }));
}

const yearOf = (day: CalendarDate): number => Number(day.slice(0, 4));

const holidaysOn = (day: CalendarDate, { fixed, moving }: HolidayList): (FixedHoliday | MovingFeast)[] => [
  ...fixed.filter(h => h.days.includes(day.slice(5)) && (h.since ?? 0) <= yearOf(day) && yearOf(day) <= (h.until ?? Infinity)),
  ...moving.filter(f => f.announced[yearOf(day)]?.includes(day)),
];

/** In days; longer than any run of holidays and the weekdays freed by it. */
const longestRun = 21;

/**
 * Returns the holiday for which a weekday is free. The first working days after a run make up for each holiday on a weekend, and for each
 * that coincides with another (Novruz and Ramazan, 20 and 21 March 2026: free through 30 March).
 */
function freedBy(day: CalendarDate, list: HolidayList): { name: string; of: CalendarDate } | undefined {
  const owed: { name: string; of: CalendarDate }[] = [];
  let freed: { name: string; of: CalendarDate } | undefined;
  for (let on = addDays(day, -longestRun); on <= day; on = dayAfter(on)) {
    const holidays = holidaysOn(on, list);
    const made = holidays.filter(h => !h.keepsItsDay).slice(weekend(on) ? 0 : 1);
    owed.push(...made.map(({ name }) => ({ name, of: on })));
    freed = holidays.length || weekend(on) ? undefined : owed.shift();
  }
  return freed;
}

/** Twelve lunar months, in days. */
const lunarYear = 354.367;
/** In days around a feast's calculated first day: the announced day may be off by one or two, and working days after it are freed. */
const margin = { before: 2, after: 7 };

/** Returns whether a feast not yet announced for that year may fall on a day, or free it. */
function mayFallAbout(day: CalendarDate, feast: MovingFeast): boolean {
  if (feast.announced[yearOf(day)]) return false;
  const since = daysBetween(feast.announced[lastAnnounced(feast)]![0]!, day);
  const off = since - lunarYear * Math.round(since / lunarYear);
  return off >= -margin.before && off <= margin.after;
}

const lastAnnounced = ({ announced }: MovingFeast): number => Math.max(...Object.keys(announced).map(Number));
