/** The steps that lead to each date of an answer, and the sentence on where the agreement stands. */
import { describe, expect, it } from 'vitest';
import { explanationsOf } from '../../client/explanations.ts';
import { wordings } from '../../wording/index.ts';
import { given, inForceOn, on } from './setup.ts';
import { inTheYear } from './bounded.ts';

const inForce = inForceOn('2021-03-10');
const notice = { id: 't1', type: 'termination.notified', by: 'AZ', received: '2025-01-20' };
const indefinite = (more: object = {}) => given({ duration: { kind: 'indefinite', article: 'art. 1', ...more } });

describe('the reckoning of a date', () => {
  it('goes from facts to entry into force, the period, its last day for notice, the safe day and the send-by day', () => {
    const { reckoning } = on('2024-04-01', inForce);
    const byId = new Map(reckoning.map(r => [r.id, r]));
    expect(['sendBy', 'safeDay', 'lastDayForNotice/1', 'periodEnd/1', 'entryIntoForce'].map(id => byId.get(id)?.follows)).toEqual([
      ['safeDay'],
      ['lastDayForNotice/1'],
      ['periodEnd/1'],
      ['entryIntoForce'],
      ['fact/s', 'fact/n1', 'fact/n2'],
    ]);
    expect(byId.get('entryIntoForce')).toMatchObject({ date: '2021-03-10', restsOn: ['s', 'n1', 'n2'], basis: 'art. 13' });
    expect(byId.get('sendBy')).toMatchObject({ date: '2025-08-26', reason: { code: 'byTransit' } });
  });

  it('rests on the agreement by which the Parties renewed a period', () => {
    const byAgreement = given({ duration: { kind: 'periods', article: 'art. 5', first: 'P5Y', renewal: { kind: 'byAgreement' } } });
    const agreed = { id: 'r', type: 'renewal.agreed', on: '2025-06-01', length: 'P2Y' };
    const { reckoning } = on('2026-04-01', [...inForce, agreed], byAgreement);
    expect(reckoning.find(r => r.id === 'periodEnd/2')).toMatchObject({ date: '2028-03-09', restsOn: ['r'] });
  });

  it('goes from a notice to the end', () => {
    const { reckoning } = on('2025-02-01', [...inForce, notice]);
    expect(reckoning.find(r => r.id === 'termination')).toMatchObject({ restsOn: ['t1'], follows: ['notice/t1'], certain: false });
    expect(reckoning.find(r => r.id === 'notice/t1')).toMatchObject({ follows: ['fact/t1'], date: '2025-07-19' });
  });

  it('counts each alternative date from the alternative date of the preceding step', () => {
    const byId = new Map(on('2025-02-01', [...inForce, notice]).reckoning.map(r => [r.id, r.otherCounts]));
    const [date, entry] = ['2026-03-10', { id: 'entryIntoForce', date: '2021-03-10' }];
    expect(byId.get('periodEnd/1')).toMatchObject([{ date, follows: [entry] }]);
    expect(byId.get('lastDayForNotice/1')).toMatchObject([{ date: '2025-09-10', follows: [{ id: 'periodEnd/1', date }] }]);
  });

  it('counts another day of entry into force from the same facts', () => {
    const onExpiry = given({ entryIntoForce: { on: 'lastNotification', article: 'art. 13', then: { days: 30, expired: true } } });
    const [entry] = on('2021-03-20', inForce, onExpiry).reckoning.filter(r => r.id === 'entryIntoForce');
    expect([entry!.date, entry!.otherCounts]).toMatchObject([
      '2021-04-09',
      [{ date: '2021-04-10', basis: 'art. 13', follows: [{ id: 'fact/s' }, { id: 'fact/n1' }, { id: 'fact/n2', date: '2021-03-10' }] }],
    ]);
  });

  const stories: [string, string, readonly object[], ReturnType<typeof given>][] = [
    ['in force', '2024-04-01', inForce, given()],
    ['under notice', '2025-02-01', [...inForce, notice], given()],
    ['ended', '2025-08-01', [...inForce, notice], given()],
    [
      'ended by agreement',
      '2024-04-01',
      [...inForce, { id: 'x', type: 'termination.agreed', on: '2024-01-01', firstDayOut: '2024-05-01' }],
      given(),
    ],
    ['superseded', '2024-04-01', [...inForce, { id: 'l', type: 'superseded', on: '2023-01-01', laterTreaty: 'the Treaty' }], given()],
    ['suspended', '2024-04-01', [...inForce, { id: 'sus', type: 'suspension.agreed', on: '2022-01-01' }], given()],
    ['within bounds', '2026-11-27', inTheYear, given()],
    ['not signed', '2020-01-01', [], given()],
  ];
  it.each(stories)('has a step for every date, with whether every reading gives it: %s', async (_, day, list, agreement) => {
    const s = on(day, list, agreement);
    const ids = s.reckoning.map(r => r.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { date } of s.reckoning) expect(date).toMatch(/^\d{4}-/);
    for (const line of s.dates) expect(ids).toContain(line.step);
    for (const line of [...s.dates, ...s.reckoning, ...s.protocols.map(p => p.entryIntoForce)])
      expect(line).toMatchObject({ certain: expect.any(Boolean) as unknown, alternatives: expect.any(Array) as unknown });
    for (const e of explanationsOf(s, wordings.en)) expect(s.reckoning.find(r => r.id === e.step)).toMatchObject({ certain: e.certain });
  });
});

describe('the answer in one sentence', () => {
  const signed = inForce.slice(0, 1);
  it.each<[string, string, readonly object[], string, ReturnType<typeof given>?]>([
    ['not signed', '2020-01-01', [], 'standsNotSigned'],
    ['signed', '2020-12-01', signed, 'isSignedOnly'],
    [
      'in force on a later day',
      '2021-03-01',
      [...signed, { id: 'e', type: 'entry.agreed', on: '2020-12-01', date: '2021-06-01' }],
      'willBeInForce',
    ],
    ['in a period', '2024-04-01', inForce, 'inForcePeriod'],
    ['under notice', '2025-02-01', [...inForce, notice], 'inForceUntil'],
    ['suspended', '2024-04-01', [...inForce, { id: 'sus', type: 'suspension.agreed', on: '2022-01-01' }], 'isSuspended'],
    ['ended', '2025-08-01', [...inForce, notice], 'noLongerInForce'],
    ['within bounds', '2026-11-27', inTheYear, 'dependsOnUnsureDay'],
    ['without limit', '2024-04-01', inForce, 'inForceWithoutLimit', indefinite()],
    ['not described', '2024-04-01', inForce, 'inForceNotDescribed', indefinite({ unseen: true })],
    [
      'until a condition',
      '2024-04-01',
      inForce,
      'inForceUntilCondition',
      indefinite({ endsWith: { id: 'over', what: 'the programme is over', article: 'art. 7' } }),
    ],
  ])('%s', (_, day, list, code, agreement) => {
    const { answer } = on(day, list, agreement);
    expect(answer.code).toBe(code);
    expect(answer.sentence).toMatch(/^[A-Z].*\.$/);
  });

  it('says from when provisional application holds', () => {
    const applied = given({ provisionalApplication: { from: 'signature', article: 'art. 12' } });
    expect(on('2020-12-01', signed, applied).answer).toMatchObject({ code: 'isAppliedProvisionally', args: { since: '2020-09-10' } });
  });
});
