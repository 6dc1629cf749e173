/** Days on which offices are closed, in a desk officer's words. They change no date: counting, point 4. */
import { inWords, type CalendarDate } from '../clauses/calendar.ts';
import { nonWorkingDay, type NonWorkingDay } from '../clauses/non-working-days.ts';

/** What a day is, or may be, besides a working day: `a Sunday and a holiday in KZ (…)`; undefined for a working day of all the Parties. */
export function nonWorkingInWords(day: CalendarDate, parties: readonly string[]): string | undefined {
  const found = nonWorkingDay(day, parties);
  return found.length ? found.map(reasonInWords).join(' and ') : undefined;
}

function reasonInWords(d: NonWorkingDay): string {
  switch (d.why) {
    case 'weekend':
      return `a ${d.weekday}`;
    case 'holiday':
      return `a holiday in ${d.party} (${d.name}, ${d.article})`;
    case 'inPlaceOf':
      return `a free day in ${d.party} in place of ${inWords(d.of)} (${d.name}, ${d.article})`;
    case 'notAnnounced':
      return `perhaps a holiday in ${d.party} (${d.name}, known here through ${d.through}; ${d.article})`;
    case 'notListed':
      return `a day for which the holidays of ${d.party} are not listed (the list begins in ${d.from})`;
    /* v8 ignore next 2 -- @preserve the union is closed, and the compiler says so */
    default:
      return d satisfies never;
  }
}
