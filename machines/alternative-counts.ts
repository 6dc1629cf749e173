/** How each step's alternative dates are counted on other readings: with their own article, reason and preceding days. */
import { dayAfter, type CalendarDate } from '../clauses/calendar.ts';
import { lastDayForNotice } from '../clauses/last-day-for-notice.ts';
import type { Reading } from '../clauses/reading.ts';
import type { Reckoning } from '../clauses/reckoning.ts';
import type { Views } from './other-readings.ts';
import type { Answers } from './readings.ts';
import type { CountedStep, ReckonedPeriods, ReckonedStep } from './reckoning.ts';
import type { Standing } from './standing-types.ts';
import type { View } from './view.ts';

/** The count on a reading that gives the day. `follows`: the preceding steps, each with its day on that reading. */
export interface AlternativeCount extends Reckoning {
  follows: readonly { id: string; date: CalendarDate }[];
}

/** Looks up a step on one reading by its id. */
type StepLookup = (id: string) => Reckoning | undefined;

export function withAlternativeCounts(
  steps: readonly CountedStep[],
  answers: Views,
  { periods, told }: { periods: Answers<ReckonedPeriods>; told: Pick<Standing, 'nextWayOut'> },
): ReckonedStep[] {
  const survivals = answers.each[0]!.value.survivals.map(s => s.lastDay?.date);
  const each = answers.each.map(({ reading, value }, i) =>
    onReading(value, { periods: periods.each[i]!.value, survivals, wayOut: wayOutOn(value, reading, told.nextWayOut?.lastDayInForce) }),
  );
  const byDefault = new Map(steps.map(s => [s.id, s.date]));
  return steps.map(step => ({
    ...step,
    otherCounts: step.alternatives.flatMap(({ date }) => {
      const on = date ? each.find(of => of(step.id)?.date === date) : undefined;
      const found = on?.(step.id);
      if (!on || !found) return [];
      const follows = step.follows.flatMap(id => {
        const day = on(id)?.date ?? byDefault.get(id);
        return day ? [{ id, date: day }] : [];
      });
      return [{ date: found.date, basis: found.basis, reason: found.reason, follows }];
    }),
  }));
}

/** The last day for a notice that ends the agreement on the next way out of the default reading. */
function wayOutOn({ nextWayOut }: View, reading: Reading, lastDay: CalendarDate | undefined): Reckoning | undefined {
  if (!nextWayOut || !lastDay) return undefined;
  const { notice, lastDayForNotice: last } = nextWayOut;
  if (last.reason.code !== 'beforeFixedDay') return last;
  const args = { ...last.reason.args, lastDay, firstDayOut: dayAfter(lastDay), noticeCount: reading.noticeCount };
  return { ...last, date: lastDayForNotice(lastDay, notice, reading), reason: { code: 'beforeFixedDay', args } };
}

interface Counted {
  periods: ReckonedPeriods;
  /** The days on the default reading, which identify the steps. */
  survivals: readonly (CalendarDate | undefined)[];
  wayOut: Reckoning | undefined;
}

const onReading =
  (view: View, { periods, survivals, wayOut }: Counted): StepLookup =>
  id => {
    const [what, of] = id.split('/');
    switch (what) {
      case 'entryIntoForce':
        return view.entry;
      case 'termination':
        return view.end?.lastDayInForce;
      case 'notice':
        return view.notices.find(n => n.id === of)?.outcome.lastDayInForce;
      case 'protocol':
        return view.protocols.find(p => p.id === of)?.entry;
      case 'lastDayForFixedDay':
        return wayOut;
      case 'survivalEnd':
        return view.survivals[survivals.findIndex(day => day === of)]?.lastDay;
      default:
        return periods.get(id);
    }
  };
