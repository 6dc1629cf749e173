import { dayAfter, type CalendarDate } from '../clauses/calendar.ts';
import type { Standing } from './standing-types.ts';

/** The day after the running period, as it will end by every change that is known: then it is renewed, if it is. */
export const renewalDay = (period: NonNullable<Standing['period']>, { periods: [running] }: Pick<Standing, 'periods'>): CalendarDate =>
  dayAfter(running?.lastDay.date ?? period.lastDay);
