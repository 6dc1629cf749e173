/** Decisions as they are made, told to all on the list: from then on what was to be decided is settled, or open again. */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Act } from './acts.ts';
import { inOneLine, knownFrom, questionOf } from './decisions.ts';
import type { Fact } from './facts.ts';
import type { Family } from './fold.ts';

/** Of each decision that decides something on the day from which it counts. To give notice, or to negotiate, leaves the days as they are. */
export function decisionsMade({ trail }: Family, facts: readonly Fact[], today: CalendarDate): Act[] {
  return facts
    .filter(f => f.type === 'decision.made')
    .flatMap(f => {
      const on = knownFrom(f);
      const moment = trail.findLast(m => m.day <= on);
      const question = moment && questionOf(moment);
      if (!question || on > question.safe || on > today) return [];
      return [
        {
          kind: 'announce',
          what: 'decisionMade',
          on,
          basis: moment.context.terms.duration.article,
          text: `Period ${question.number}: ${inOneLine(f)}.`,
          period: question.number,
          settled: f.decision === 'renew',
        },
      ];
    });
}
