/**
 * Around a renewal the readings may be in different periods: an alternative to the end of a period is always an end of that same period.
 */
import { describe, expect, it } from 'vitest';
import { listAgreements } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import { headlineOf } from '../../client/headline.ts';
import type { Agreement } from '../../clauses/agreement.ts';
import { addDays, type CalendarDate } from '../../clauses/calendar.ts';
import type { Reading } from '../../clauses/reading.ts';
import { fold } from '../../machines/fold.ts';
import { factsKnown } from '../../machines/ledger.ts';
import { dateOf, type Entry } from '../../machines/facts.ts';
import { standing } from '../../machines/standing.ts';
import type { DateOnReadings, Standing } from '../../machines/standing-types.ts';
import { d, given, inForceOn, on, read } from './setup.ts';

const inForce = inForceOn('2004-09-15');
const lapsing = { kind: 'periods', article: 'art. 13', first: 'P1Y', renewal: { kind: 'automatic', length: 'P1Y', times: 4 } };
const afterDays = { on: 'lastNotification', article: 'art. 13', then: { days: 30, expired: true } };

type Family = [name: string, agreement: Agreement, entries: readonly object[]];
const families: Family[] = [
  ['rehearsal', loadAgreement('docs/rehearsal.yaml').agreement, inForce],
  ['of the other count', given({}, { reading: { periodEnd: 'sameNumberedDay' } }), inForce],
  ['two days apart', given({ entryIntoForce: afterDays }), inForce],
  [
    'two days apart the other way',
    given({ entryIntoForce: afterDays }, { reading: read({ periodEnd: 'sameNumberedDay', dayCount: 'afterExpiry' }) }),
    inForce,
  ],
  ['renewed four times', given({ duration: { ...lapsing, noticeBefore: 'P3M' } }), inForce],
  ...listAgreements().map(({ id, file }): Family => {
    const { agreement, facts } = loadAgreement(file);
    return [id, agreement, facts];
  }),
];

const mostRenewals = 2;

describe.each(families)('with %s', (_, agreement, list) => {
  const { facts } = factsKnown(list as Entry[], undefined, agreement.clauses);
  const periodsOn = (reading: Reading) => fold(agreement, facts, reading, d('2041-01-01')).history.flatMap(m => m.context.period ?? []);
  const renewals = new Map(
    periodsOn(agreement.reading)
      .filter(p => p.number > 1)
      .map(p => [p.firstDay, p.number]),
  );
  const days = [...renewals].slice(-mostRenewals);
  const isFactAfter = (day: CalendarDate, last: CalendarDate): boolean => facts.some(f => dateOf(f) > day && dateOf(f) <= last);
  const at = (asOf: CalendarDate): Standing => standing({ agreement, description: 'sha256:', entries: list as Entry[], asOf });

  it('the answer gives ends of the same period, on the days around each renewal', () => {
    for (const [firstDay, number] of days) {
      for (const [from, through, shown] of [
        [-3, -1, number - 1],
        [0, 3, number],
      ] as const) {
        const asked = Array.from({ length: through - from + 1 }, (_unused, i) => at(addDays(firstDay, from + i)));
        const answers = asked.filter(s => s.period?.number === shown && !s.within && !isFactAfter(s.asOf, addDays(firstDay, through)));
        for (const s of answers) {
          const ahead = s.periods[0]!;
          const ends = s.readings.map(
            ({ reading }) => periodsOn({ ...agreement.reading, ...reading }).findLast(p => p.number === shown)?.lastDay ?? null,
          );
          expect([s.asOf, new Set(daysOf(ahead.lastDay))]).toEqual([s.asOf, new Set(ends)]);
          expect([s.asOf, endsIn(s)]).toEqual([s.asOf, endsIn(answers.at(-1)!)]);
          expect([s.asOf, ahead]).toEqual([s.asOf, answers.at(-1)!.periods[0]]);
        }
      }
    }
  });
});

const daysOf = ({ date, alternatives }: DateOnReadings): (CalendarDate | null)[] => [date, ...alternatives.map(a => a.date)];

/** The steps of the ends of periods, and the last days for notice. */
const endsIn = ({ reckoning, period }: Standing): object => ({
  steps: reckoning
    .filter(r => /^(periodEnd|lastDayForNotice)\//.test(r.id))
    .map(({ id, date, alternatives }) => ({ id, date, alternatives })),
  notice: period?.lastDayForNotice && daysOf(period.lastDayForNotice),
});

describe('the first day of the sixth period', () => {
  it('has the ends of that period on every reading, in the answer, the headline and the reckoning', () => {
    const s = on('2029-09-15', inForce);
    expect(s.period).toMatchObject({ number: 6, lastDay: '2034-09-14' });
    expect(s.periods.map(p => daysOf(p.lastDay))).toEqual([
      ['2034-09-14', '2034-09-15'],
      ['2039-09-14', '2039-09-15'],
      ['2044-09-14', '2044-09-15'],
    ]);
    expect(headlineOf(s)).toMatchObject({ renewsOn: ['2034-09-15', '2034-09-16'] });
    expect(s.reckoning.filter(r => r.id.endsWith('/6')).map(r => daysOf(r))).toEqual([
      ['2034-09-14', '2034-09-15'],
      ['2034-03-14', '2034-03-15'],
    ]);
  });

  it('has them even if the last day is asked for', () => {
    const question = {
      agreement: given(),
      description: 'sha256:',
      entries: inForce as Entry[],
      asOf: d('2028-01-01'),
      until: d('2029-09-15'),
    };
    const last = standing(question).reckoning.find(r => r.id === 'periodEnd/6');
    expect(last && daysOf(last)).toEqual(['2034-09-14', '2034-09-15']);
  });
});
