/** The decision that an agreement's next safe day calls for, as it stands on a day; for lists and pages. */
import type { CalendarDate } from '../clauses/calendar.ts';
import { decisionOwed, inOneLine, type DecisionOwed } from '../machines/decisions.ts';
import { fold } from '../machines/fold.ts';
import { factsKnown } from '../machines/ledger.ts';
import { withDaysLeft } from './days.ts';
import type { Source } from './source.ts';

/** Undefined where silence renews nothing, or the safe day is past. */
export function decisionFor({ agreement, entries }: Source, asOf: CalendarDate, knownOn?: CalendarDate): DecisionOwed | undefined {
  const { facts } = factsKnown(entries, knownOn);
  const moment = fold(agreement, facts, agreement.reading, asOf).trail.at(-1);
  return moment && decisionOwed(moment, facts, agreement, asOf);
}

/** In a line: what was decided and by whom, or since when it is owed. */
export function decisionInLine({ state, decision, safe, owedSince }: DecisionOwed, today: CalendarDate): string {
  if (decision) return inOneLine(decision);
  if (state === 'undecided' && owedSince > today) return `not owed yet: reminders begin ${withDaysLeft(owedSince, today)}`;
  return `undecided: owed by the safe day, ${withDaysLeft(safe, today)}; silence renews`;
}
