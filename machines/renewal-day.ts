import { dayAfter, type CalendarDate } from '../clauses/calendar.ts';
import type { Standing } from './standing-types.ts';

/** The day after the running period, with every known change applied: the day of renewal, if there is one. */
export const renewalDay = (period: NonNullable<Standing['period']>, { periods: [running] }: Pick<Standing, 'periods'>): CalendarDate =>
  dayAfter(running?.lastDay.date ?? period.lastDay);
