/**
 * The form of a Party's list of holidays: the days on which its offices are closed by law, with sources. Days that a government swaps for
 * one year only (a working Saturday for a free Monday) are not listed.
 */
import type { CalendarDate } from '../calendar.ts';

export interface HolidayList {
  /** The list covers days from 1 January of this year and claims nothing about earlier ones. */
  from: number;
  fixed: readonly FixedHoliday[];
  moving: readonly MovingFeast[];
  /** The rule that gives a free weekday in place of a holiday on a Saturday or Sunday. */
  inPlaceOf: { article: string };
  /** Sources of the list: the law, and the announcements made under it. */
  sources: readonly { what: string; where: string }[];
}

interface Holiday {
  name: string;
  article: string;
  /** A day of rest that gives no free weekday when it falls on a Saturday or Sunday. */
  keepsItsDay?: true;
}

/** The same days each year, `MM-DD`, from year `since` to year `until` inclusive. */
export interface FixedHoliday extends Holiday {
  days: readonly string[];
  since?: number;
  until?: number;
}

/** A feast of the lunar calendar: only the announced days, by year. */
export interface MovingFeast extends Holiday {
  announced: Readonly<Record<number, readonly CalendarDate[]>>;
}
