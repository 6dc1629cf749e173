/** A fold continued from where it diverges from an earlier one of the same agreement gives the result of a fold from scratch. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Agreement } from '../../clauses/agreement.ts';
import { addDays, type CalendarDate } from '../../clauses/calendar.ts';
import { combinations } from '../../clauses/reading.ts';
import type { MachineInstance } from '../../machines/driver.ts';
import { dateOf, type Fact } from '../../machines/facts.ts';
import type { TreatyState } from '../../machines/treaty-state.ts';
import { fold } from '../../machines/fold.ts';
import { liveQuestions } from '../../machines/readings.ts';
import { d, given } from './setup.ts';
import { aFamily } from './safe-day-promise.ts';

it('a continued fold equals one from scratch, whatever was folded before: other facts, other days, other readings', () => {
  fc.assert(
    fc.property(
      aFamily,
      fc.array(fc.record({ without: fc.nat(), days: fc.integer({ min: -900, max: 900 }), reading: fc.nat() }), {
        minLength: 4,
        maxLength: 12,
      }),
      ({ agreement, facts, asked }, folds) => {
        const readings = combinations(liveQuestions(agreement, facts), agreement.reading);
        for (const { without, days, reading: n } of folds) {
          const some = facts.filter((_, i) => i !== without % (facts.length + 1));
          const [reading, day] = [readings[n % readings.length]!, addDays(asked, days)];
          expect(shown(fold(agreement, some, reading, day))).toEqual(shown(fold(anew(agreement), some, reading, day)));
        }
      },
    ),
    { numRuns: 60, seed: 20291129 },
  );
});

it('a continued fold keeps no more than its limit, and still folds a long ledger', () => {
  const agreement = given({});
  const notes = Array.from({ length: 240 }, (_, i) => note(i));
  const facts = [{ id: 's', type: 'signed', on: '2020-01-01' }, ...notes] as Fact[];
  for (const count of [241, 240, 241]) {
    const some = facts.slice(0, count);
    const day = dateOf(some.at(-1)!);
    expect(shown(fold(agreement, some, agreement.reading, day))).toEqual(shown(fold(anew(agreement), some, agreement.reading, day)));
  }
});

/** For an agreement not in force: each is reported as without effect. */
const note = (i: number) => ({ id: `t${i}`, type: 'termination.notified', by: 'KZ', received: addDays(d('2020-02-01'), i) });

/** A copy of which nothing is cached. */
const anew = (agreement: Agreement): Agreement => structuredClone(agreement);

/** The family's state except the machines themselves. */
const shown = ({ agreement, protocols, ...rest }: TreatyState): unknown => ({
  ...rest,
  agreement: stateOf(agreement),
  protocols: Object.entries(protocols).map(([id, instance]) => [id, stateOf(instance)]),
});
const stateOf = ({ snapshot, pending }: MachineInstance): unknown => ({
  value: snapshot.value as unknown,
  status: snapshot.status,
  context: snapshot.context as { today: CalendarDate },
  pending,
});
