/** The last day on which a notice can be revoked. VCLT art. 68. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { Revocable } from '../../machines/standing-types.ts';
import type { Words } from '../words.ts';

export function revocableLines(
  { until, onEveryReading, withoutConsent, byConsent }: Revocable,
  today: CalendarDate,
  words: Words,
): string[] {
  const { m, say } = words;
  return [
    say(m.simulate.revocableUntil, { day: words.withDaysLeft(until, today), basis: words.basis('VCLT art. 68') }),
    ...(onEveryReading < until ? [say(m.simulate.onEveryReading, { day: words.day(onEveryReading) })] : []),
    ...(byConsent ? [say(m.simulate.withConsent)] : []),
    ...(!byConsent && withoutConsent < onEveryReading ? [say(m.simulate.afterConsent, { day: words.day(withoutConsent) })] : []),
  ];
}
