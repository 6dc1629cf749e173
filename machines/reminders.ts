/** The ladder of reminders before the safe day of each period, as acts. None is owed while an end is coming. */
import type { Agreement } from '../clauses/agreement.ts';
import { before, byText, inWords, lengthInWords, type CalendarDate } from '../clauses/calendar.ts';
import { safeDayOf } from '../clauses/safe-day.ts';
import type { Act } from './acts.ts';
import { type AgreementContext } from './agreement-context.ts';
import { isRenewalSettled } from './agreement-guards.ts';
import type { Family, Moment } from './fold.ts';

/** Every reminder that the family's course calls for, past and to come, in the order of days. */
export function remindersOf({ trail }: Family, { reminders }: Agreement): Act[] {
  const ladders = new Map<string, Rung[]>();
  for (const { context } of trail) {
    const key = keyOf(context);
    if (key && !ladders.has(key)) ladders.set(key, ladder(context, key, reminders));
  }
  return [...ladders.values()]
    .flat()
    .filter(r => isOwedOn(momentOn(trail, r.on), r))
    .sort((a, b) => byText(a.on, b.on));
}

type Rung = Act & { key: string };

const safeDayIn = ({ period, cycle, reading }: AgreementContext): CalendarDate | undefined =>
  period && cycle && safeDayOf(period, cycle, reading);

/** A period and its safe day: what a reminder is of. A protocol may change the safe day; what was owed before it stays owed then. */
function keyOf(c: AgreementContext): string | undefined {
  const safe = safeDayIn(c);
  return safe && [c.period!.firstDay, c.period!.lastDay, safe].join();
}

function ladder(c: AgreementContext, key: string, lengths: Agreement['reminders']): Rung[] {
  const safe = safeDayIn(c)!;
  return lengths.map(l => ({ ...reminder(c, safe, lengthInWords(l)), on: before(safe, l), key }));
}

function reminder(c: AgreementContext, safe: CalendarDate, ahead: string): Omit<Act, 'on'> {
  const text = `${ahead} to the safe day, ${inWords(safe)}: a notice received later may not prevent the renewal of period ${c.period!.number}, which ends ${inWords(c.period!.lastDay)}.`;
  return { kind: 'remind', what: 'lastDayForNotice', basis: c.terms.duration.article, text };
}

const momentOn = (trail: readonly Moment[], day: CalendarDate): Moment | undefined => trail.findLast(m => m.day <= day);

/** Owed while the period runs, its renewal is open, and the safe day is the one of that day's clauses. */
function isOwedOn(moment: Moment | undefined, { key }: Rung): boolean {
  return moment?.phase === 'inForce' && keyOf(moment.context) === key && isRenewalSettled(moment.context);
}
