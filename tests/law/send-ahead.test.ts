/** A notice against the next renewal that must be sent before the running period ends: every list names the same day to act by. */
import { describe, expect, it } from 'vitest';
import { byText } from '../../clauses/calendar.ts';
import { explanationsOf } from '../../client/explanations.ts';
import { headlineOf } from '../../client/headline.ts';
import { actBy } from '../../dossier/deadline.ts';
import { knownOn } from '../../dossier/known.ts';
import { nextOf } from '../../dossier/next.ts';
import { deadlinesOf } from '../../dossier/upcoming.ts';
import { planOf } from '../../machines/plan.ts';
import { wordings } from '../../wording/index.ts';
import { attributes } from '../../workflows/ui-details.ts';
import { d, entries, given, inForceOn, on, read, sentAhead } from './setup.ts';

const agreement = sentAhead();
const list = inForceOn('2024-01-10');
const dossier = { agreement, description: '', entries: entries(...list) };
const planned = (today: string) => planOf({ ...dossier, today: d(today), onboarded: d('2024-01-10'), reached: undefined, done: [] });
const nextDate = (today: string) => {
  const { timers, ...plan } = planned(today);
  const armed = timers.map(timer => ({ ...timer, summary: '' }));
  const found = attributes('a', { ...plan, timers: armed }).map(({ key, value }) => [key.name, value] as const);
  const { ServandaNextDate: next } = Object.fromEntries(found);
  return next instanceof Date ? next.toISOString().slice(0, 10) : next;
};
const known = (day: string) => knownOn(dossier, d(day));

describe('while the first period runs to 9 January 2025 and the safe day of the second is 24 January', () => {
  it.each(['2024-10-01', '2024-12-25'])('on %s all name 25 December 2024 as the day to send by', day => {
    const [next] = deadlinesOf(dossier, d(day), d('2025-12-31'))
      .filter(l => l.what === 'notice')
      .map(actBy)
      .sort(byText);
    const { ahead } = headlineOf(on(day, list, agreement)) as Extract<ReturnType<typeof headlineOf>, { code: 'renews' }>;
    expect([next, nextOf(known(day)).date, nextDate(day), ahead!.sendBy]).toEqual(Array.from({ length: 4 }, () => '2024-12-25'));
    expect(ahead).toMatchObject({ from: '2025-01-11', safe: '2025-01-24', renewsOn: ['2026-01-10', '2026-01-11'] });
    const explained = explanationsOf(on(day, list, agreement), wordings.en).filter(e => e.what === 'sendBy' || e.what === 'safeDay');
    expect(explained.map(e => [e.what, e.date])).toEqual([
      ['sendBy', '2024-12-25'],
      ['safeDay', '2025-01-24'],
    ]);
  });

  it.each(['dayBefore', 'sameNumberedDay'] as const)(
    'a notice is in time on every reading from 11 January, when the first period has ended on both, if it ends on %s',
    periodEnd => {
      const { ahead } = on('2024-12-25', list, { ...agreement, reading: read({ periodEnd }) });
      expect(ahead).toMatchObject({ from: '2025-01-11', safe: '2025-01-24' });
      const inTimeOn = (day: string) => {
        const notice = { id: 't', type: 'termination.notified', by: 'KZ', dated: day, dispatched: day, received: day };
        return on('2025-02-01', [...list, notice], agreement).notices[0]!.inTime;
      };
      expect(['2025-01-10', '2025-01-11', '2025-01-24', '2025-01-25'].map(inTimeOn)).toEqual(['disputed', 'yes', 'yes', 'disputed']);
    },
  );

  it('once that day is past, the end of the period comes next, and the headline still gives the safe day', () => {
    expect([nextOf(known('2024-12-26')).date, nextDate('2024-12-26')]).toEqual(['2025-01-09', '2025-01-09']);
    expect(headlineOf(on('2024-12-26', list, agreement))).toMatchObject({ code: 'renews', ahead: { safe: '2025-01-24', daysLeft: -1 } });
  });

  it('a notice that must be sent only after the renewal is not named before it', () => {
    const short = given({}, { transit: 'P30D' });
    expect(on('2009-05-01', inForceOn('2004-09-15'), short).ahead).toBeUndefined();
    expect(headlineOf(on('2009-05-01', inForceOn('2004-09-15'), short))).toMatchObject({ code: 'renews', ahead: null });
  });
});
