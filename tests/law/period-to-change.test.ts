/** A completed protocol will change the running period from a day that it names: everything shown after the period takes it into account. */
import { describe, expect, it } from 'vitest';
import { explanationsOf } from '../../client/explanations.ts';
import { headlineOf } from '../../client/headline.ts';
import { knownOn } from '../../dossier/known.ts';
import { nextOf } from '../../dossier/next.ts';
import { deadlinesOf } from '../../dossier/upcoming.ts';
import { decisionOnDay } from '../../machines/decisions.ts';
import { fold } from '../../machines/fold.ts';
import { planOf } from '../../machines/plan.ts';
import { wordings } from '../../wording/index.ts';
import { d, entries, facts, given, inForceOn, on } from './setup.ts';

const ahead = (from: string, changes: object = { periodLength: 'P2Y', appliesTo: 'runningPeriod' }) => [
  ...inForceOn('2021-03-10'),
  { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2022-01-01', changes: { ...changes, from } },
  { id: 'pk', type: 'protocol.completion.notified', protocol: 'p', by: 'KZ', received: '2022-01-01' },
  { id: 'pa', type: 'protocol.completion.notified', protocol: 'p', by: 'AZ', received: '2022-01-01' },
];
const foldOf = (list: readonly object[], day: string) => fold(given(), facts(...list), given().reading, d(day));
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

describe('a change known on 1 February 2028, in the period from 15 September 2024 to 14 September 2029', () => {
  const asOf = '2028-02-01';
  const protocol = (id: string, changes: object) => [
    { id: `${id}s`, type: 'protocol.signed', protocol: id, on: '2027-10-01', changes },
    ...['KZ', 'AZ'].map(by => ({ id: `${id}${by}`, type: 'protocol.completion.notified', protocol: id, by, received: '2027-12-01' })),
  ];
  const [signed] = protocol('p', { noticeBefore: 'P1Y', provisionallyFrom: '2028-06-01' });
  const running = { appliesTo: 'runningPeriod' };
  const listed = (list: readonly object[], day = asOf) => {
    const s = on(day, [...inForceOn('2004-09-15'), ...list]);
    const of = ({ what, past }: { what: string; past: boolean }) => !past && (what === 'lastDayForNotice' || what === 'periodEnd');
    const explained = explanationsOf(s, wordings.en).filter(of);
    expect(s.dates.filter(of).map(l => [l.what, l.date])).toEqual(explained.map(e => [e.what, e.date]));
    const due = deadlinesOf(dossier([...inForceOn('2004-09-15'), ...list]), d(day), d('2031-12-31')).filter(l => l.what === 'notice')[0];
    const headline = headlineOf(s);
    expect(headline.code === 'send' ? headline.safe : undefined).toBe(due?.date);
    expect(s.readings[0]).toMatchObject({ lastDay: s.period!.lastDay, lastDayForNotice: s.period!.lastDayForNotice?.date ?? null });
    return explained.map(e => `${e.date} ${e.label}: ${e.how}`);
  };
  const unchanged = '2029-09-14 Last day of period 5: period 5: 15 Sep 2004 + 5 × 5 years, the day before';
  const byAYear =
    '2028-09-14 Last day for notice: counted back 1 year from the end of period 5, 14 Sep 2029; the day itself is in time (notice period set by protocol p)';

  it.each<[string, object[], string[]]>([
    ['of the notice, from a later day', protocol('p', { noticeBefore: 'P1Y', from: '2028-06-01' }), [byAYear, unchanged]],
    ['of the notice, applied provisionally', [signed!], [byAYear, unchanged]],
    [
      'of the notice, by the correction of what was signed',
      [
        ...protocol('p', { noticeBefore: 'P9M', from: '2028-06-01' }),
        { id: 'c', type: 'corrected', of: 'ps', recorded: '2028-01-10', changes: { noticeBefore: 'P1Y', from: '2028-06-01' } },
      ],
      [byAYear, unchanged],
    ],
    [
      'of the length',
      protocol('p', { periodLength: 'P7Y', ...running, from: '2028-06-01' }),
      [
        '2031-03-14 Last day for notice: counted back 6 months from the end of period 5, 14 Sep 2031; the day itself is in time',
        '2031-09-14 Last day of period 5: period 5: 15 Sep 2004 + 4 × 5 years + 7 years, the day before (length set by protocol p)',
      ],
    ],
    [
      'of the notice by one protocol, and again by another',
      [...protocol('p', { noticeBefore: 'P1Y', from: '2028-06-01' }), ...protocol('q', { noticeBefore: 'P9M', from: '2028-08-01' })],
      [
        '2028-12-14 Last day for notice: counted back 9 months from the end of period 5, 14 Sep 2029; the day itself is in time (notice period set by protocol q)',
        unchanged,
      ],
    ],
    [
      'that comes only after the last day for notice',
      protocol('p', { noticeBefore: 'P1M', from: '2029-06-01' }),
      ['2029-03-14 Last day for notice: counted back 6 months from the end of period 5, 14 Sep 2029; the day itself is in time', unchanged],
    ],
    [
      'that ends the renewal',
      protocol('p', { renewal: { kind: 'none' }, from: '2028-06-01' }),
      [unchanged.replace('Last day of period 5', 'Expires unless the Parties agree to renew')],
    ],
    [
      'of the length, by which the last day for notice is past before it',
      protocol('p', { periodLength: 'P4Y', ...running, from: '2028-06-01' }),
      ['2028-09-14 Last day of period 5: period 5: 15 Sep 2004 + 4 × 5 years + 4 years, the day before (length set by protocol p)'],
    ],
  ])('%s: the lists name the days that count then, with their count', (_, list, expected) => {
    expect(listed(list)).toEqual(expected);
  });

  it('that makes a notice effective again: the lists name the new last day once the old one is past', () => {
    expect(listed(protocol('p', { noticeBefore: 'P1M', from: '2029-06-01' }), '2029-03-20')).toEqual([
      '2029-08-14 Last day for notice: counted back 1 month from the end of period 5, 14 Sep 2029; the day itself is in time (notice period set by protocol p)',
      unchanged,
    ]);
  });

  it('is counted in what is announced and in reminders', () => {
    const list = [...inForceOn('2004-09-15'), ...protocol('p', { periodLength: 'P7Y', ...running, from: '2028-06-01' })];
    const announced = planned('2028-02-01', list).owed.find(({ act }) => act.what === 'protocolInForce')!.act;
    expect(announced.params).toMatchObject({ lastDay: '2031-09-14', lastDayForNotice: '2031-03-14' });
    const reminders = planned('2031-01-05', list).owed.filter(({ act }) => act.kind === 'remind');
    expect(reminders.map(({ act }) => 'lastDay' in act.params && act.params.lastDay)).toEqual(reminders.map(() => '2031-09-14'));
    const { about } = decisionOnDay(
      { agreement: given(), facts: facts(...list), history: foldOf(list, '2028-02-01').history },
      d('2028-02-01'),
    )!;
    expect(about).toMatchObject({ lastDay: '2031-09-14', due: '2031-03-14' });
  });
});

it('an application that ends today is not what comes next', () => {
  const changes = { noticeBefore: 'P1M', provisionallyFrom: '2025-02-01' };
  const list = [
    ...inForceOn('2021-03-10'),
    { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2025-01-01', changes },
    { id: 'px', type: 'protocol.abandoned', protocol: 'p', on: '2025-06-01' },
  ];
  const next = (day: string) => nextOf(knownOn(dossier(list), d(day))).date;
  expect(['2025-05-31', '2025-06-01'].map(next)).toEqual(['2026-01-26', '2025-08-26']);
});
