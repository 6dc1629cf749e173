/** A completed protocol will change the running period from a day that it names: everything shown after the period takes it into account. */
import { describe, expect, it } from 'vitest';
import { headlineOf } from '../../client/headline.ts';
import { deadlinesOf } from '../../dossier/upcoming.ts';
import { planOf } from '../../machines/plan.ts';
import { d, entries, given, inForceOn, on } from './setup.ts';

const ahead = (from: string, changes: object = { periodLength: 'P2Y', appliesTo: 'runningPeriod' }) => [
  ...inForceOn('2021-03-10'),
  { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2022-01-01', changes: { ...changes, from } },
  { id: 'pk', type: 'protocol.completion.notified', protocol: 'p', by: 'KZ', received: '2022-01-01' },
  { id: 'pa', type: 'protocol.completion.notified', protocol: 'p', by: 'AZ', received: '2022-01-01' },
];
const dossier = (list: readonly object[]) => ({ agreement: given(), description: '', entries: entries(...list) });
const planned = (today: string, list: readonly object[]) =>
  planOf({ ...dossier(list), today: d(today), onboarded: d('2021-03-10'), reached: undefined, done: [] });
const periods = (asOf: string, list: readonly object[]) =>
  on(asOf, list).periods.map(p => [p.number, p.firstDay, p.lastDay.date, p.lastDayForNotice!.date]);

describe('a running period of five years that will be one of two from 1 June 2022', () => {
  const list = ahead('2022-06-01');

  it('is shown with its future end, and the next period from the day after', () => {
    expect(periods('2022-02-01', list)).toEqual([
      [1, '2021-03-10', '2023-03-09', '2022-09-09'],
      [2, '2023-03-10', '2025-03-09', '2024-09-09'],
      [3, '2025-03-10', '2027-03-09', '2026-09-09'],
    ]);
    expect(headlineOf(on('2022-02-01', list))).toMatchObject({ safe: '2022-09-09', renewsOn: ['2023-03-10', '2023-03-11'] });
  });

  it('is followed by a deadline for each period', () => {
    const due = deadlinesOf(dossier(list), d('2022-02-01'), d('2027-01-01')).map(line => line.date);
    expect(due).toEqual(['2022-09-09', '2024-09-09', '2026-09-09']);
  });
});

it('the plan waits for the safe day of the next period once no notice can prevent the current renewal', () => {
  const late = ahead('2022-12-01');
  expect(planned('2022-10-01', late).standing.ahead).toEqual({ due: '2024-09-09', sendBy: '2024-08-26' });
  const [missed] = deadlinesOf(dossier(late), d('2022-10-01'), d('2023-01-01'));
  expect(missed).toMatchObject({ what: 'missed', date: '2023-03-10', follows: { what: 'renewal', on: '2023-03-10' } });
});

it('a count of periods that will restart continues in the running period, and the next period follows the new first one', () => {
  const anew = ahead('2022-06-01', { restartsPeriods: true });
  expect(periods('2022-02-01', anew).map(([, first, last]) => [first, last])).toEqual([
    ['2021-03-10', '2027-05-31'],
    ['2027-06-01', '2032-05-31'],
    ['2032-06-01', '2037-05-31'],
  ]);
});
