/** Until when a notice could be revoked, in words. VCLT art. 68. */
import { inWords, type CalendarDate } from '../../clauses/calendar.ts';
import type { Revocable } from '../../machines/standing-types.ts';
import { withDaysLeft } from '../days.ts';

export function revocableLines({ until, onEveryReading, withoutConsent }: Revocable, today: CalendarDate): string[] {
  return [
    `It could be revoked until ${withDaysLeft(until, today)}, by a revocation received on that day at the latest (VCLT art. 68).`,
    ...(onEveryReading < until ? [`On every reading only until ${inWords(onEveryReading)}.`] : []),
    ...(withoutConsent < onEveryReading
      ? [`After ${inWords(withoutConsent)} a revocation needs the other Party’s consent on one reading.`]
      : []),
  ];
}
