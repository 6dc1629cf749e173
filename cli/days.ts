/** Dates as people read them: 14 Mar 2029 (in 843 days). */
import { date, daysBetween, inWords, type CalendarDate } from '../clauses/calendar.ts';

/** A date, with the days left to it when it lies ahead. */
export function withDaysLeft(day: CalendarDate, today: CalendarDate): string {
  const left = daysBetween(today, day);
  return left < 0 ? inWords(day) : `${inWords(day)} (${daysLeft(left)})`;
}

/** Days for people: today, in 1 day, in 843 days, 3 days ago. */
export function daysLeft(left: number): string {
  if (left === 0) return 'today';
  const days = `${Math.abs(left)} ${Math.abs(left) === 1 ? 'day' : 'days'}`;
  return left > 0 ? `in ${days}` : `${days} ago`;
}

/** A text with its calendar dates as people read them; ids that hold a date stay as they are. */
export const datesInWords = (text: string): string => text.replace(/(?<![\w.-])\d{4}-\d{2}-\d{2}(?![\w-])/g, day => inWords(date(day)));
