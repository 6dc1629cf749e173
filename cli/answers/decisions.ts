/** The decision owed before an agreement's period ends, as of a day; for lists and pages. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { OpenDecision } from '../../machines/decisions.ts';
import type { Answer } from '../../wording/answer.ts';
import type { Words } from '../words.ts';

/** If a day is known only within bounds, so is the day by which the decision is owed. Undefined if there is nothing to decide. */
export function decisionInLineOf(
  owed: OpenDecision | undefined,
  { within, termination, asOf }: Pick<Answer, 'within' | 'termination' | 'asOf'>,
  words: Words,
): string | undefined {
  if (owed?.decision || !within?.periods || termination || within.lastDayInForce) return owed && decisionInLine(owed, asOf, words);
  const { safeDay, safeDayMissing } = within;
  const { m, say } = words;
  if (safeDayMissing) return m.decision.noSafeDay;
  if (!safeDay || safeDay.from <= asOf) return owed && decisionInLine(owed, asOf, words);
  return say(m.decision.owedNow, { day: words.withDaysLeft(safeDay.date, asOf) });
}

/** In one line: what was decided and by whom, or until when it can be decided. */
function decisionInLine({ question, state, decision, due, sendBy, owedSince }: OpenDecision, today: CalendarDate, words: Words): string {
  const { m, say } = words;
  const left = (day: CalendarDate): string => words.withDaysLeft(day, today);
  if (decision) {
    const { by, person, authority } = decision;
    return say(m.decision.decided, { decision: m.decisions[decision.decision], by, person, authority });
  }
  if (state === 'undecided' && owedSince > today) return say(m.decision.remindersAhead, { day: left(owedSince) });
  if (question === 'expiry') return say(m.decision.expiry, { day: left(due) });
  return say(m.decision.renewal, { sendBy: left(sendBy!), day: left(due) });
}
