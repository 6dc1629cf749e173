/** The answer's data for pages and programs in addition to the dates: future periods, readings, what is admitted, the decision. */
import { describe, expect, it } from 'vitest';
import { given, inForceOn, on } from './setup.ts';

const inForce = inForceOn('2021-03-10');
const notice = { id: 't1', type: 'termination.notified', by: 'AZ', received: '2025-01-20' };
const protocol = (changes: object) => [
  { id: 'ps', type: 'protocol.signed', protocol: 'p1', on: '2024-01-01', changes },
  { id: 'pa', type: 'protocol.completion.notified', protocol: 'p1', by: 'KZ', received: '2024-02-01' },
];
const notified = { id: 'pb', type: 'protocol.completion.notified', protocol: 'p1', by: 'AZ', received: '2024-03-01' };

describe('the periods in an answer', () => {
  it('are the current one and the next two, each end with the results of other readings', () => {
    const { periods } = on('2024-04-01', inForce);
    expect(periods.map(p => [p.number, p.firstDay, p.lastDay.date, p.lastDayForNotice!.date])).toEqual([
      [1, '2021-03-10', '2026-03-09', '2025-09-09'],
      [2, '2026-03-10', '2031-03-09', '2030-09-09'],
      [3, '2031-03-10', '2036-03-09', '2035-09-09'],
    ]);
    expect(periods[1]!.lastDay).toEqual({
      date: '2031-03-09',
      certain: false,
      alternatives: [{ date: '2031-03-10', when: [{ periodEnd: 'sameNumberedDay' }] }],
    });
  });

  it('take account of a change that is known and applies only later', () => {
    const changed = [...inForce, ...protocol({ periodLength: 'P3Y', from: '2025-01-01' }), notified];
    expect(on('2024-04-01', changed).periods.map(p => p.lastDay.date)).toEqual(['2026-03-09', '2029-03-09', '2032-03-09']);
  });

  it('end with the last one possible, or with an end that the Parties agreed', () => {
    const once = given({ duration: { ...given().clauses.duration, renewal: { kind: 'automatic', length: 'P5Y', times: 1 } } as never });
    expect(on('2024-04-01', inForce, once).periods.map(p => p.number)).toEqual([1, 2]);
    const agreed = { id: 'x', type: 'termination.agreed', on: '2024-01-01', firstDayOut: '2025-05-01' };
    expect(on('2024-04-01', [...inForce, agreed]).periods.map(p => p.number)).toEqual([1]);
    expect(on('2020-01-01', []).periods).toEqual([]);
  });
});

describe('the readings in an answer', () => {
  it('have a row for each combination that can make a difference, the default first', () => {
    const { readings } = on('2025-02-01', [...inForce, notice]);
    expect(readings).toHaveLength(16);
    expect(readings[0]).toEqual({
      reading: { periodEnd: 'dayBefore', noticeCount: 'backward', effect: 'sameNumberedDay', waysOut: 'independent' },
      isDefault: true,
      settled: false,
      status: 'inForce',
      lastDay: '2026-03-09',
      lastDayForNotice: '2025-09-09',
      lastDayInForce: '2025-07-19',
    });
    expect(new Set(readings.map(r => r.lastDayInForce))).toEqual(new Set(['2025-07-19', '2025-07-20', '2026-03-09', '2026-03-10']));
    expect(readings.filter(r => r.isDefault)).toHaveLength(1);
  });

  it('all give the same before there is anything to count', () => {
    const same = { status: 'negotiated', lastDay: null, lastDayForNotice: null, lastDayInForce: null };
    expect(on('2020-01-01', []).readings).toEqual(on('2020-01-01', []).readings.map(r => ({ ...r, ...same })));
  });
});

describe('the questions in an answer', () => {
  const rows = (agreement = given()) => on('2025-02-01', [...inForce, notice], agreement).questions;
  const counted = given({
    duration: { ...given().clauses.duration, counts: 'dispatched' },
    termination: { ...given().clauses.termination, withdrawal: 'byConsent' },
  });

  it('say which of them the Parties settled, and by which article', () => {
    const settled = (agreement = given()) => rows(agreement).filter(q => q.settled);
    expect(settled()).toEqual([]);
    expect(settled(counted)).toEqual([
      { question: 'notifies', settled: true, basis: 'art. 13' },
      { question: 'revocation', settled: true, basis: 'art. 13' },
    ]);
  });

  it('list as open each one that a row of the readings answers', () => {
    const { readings, questions } = on('2025-02-01', [...inForce, notice], counted);
    const open = questions.filter(q => !q.settled);
    expect(open.map(q => q.question)).toEqual(expect.arrayContaining(Object.keys(readings[0]!.reading)));
    expect(open.every(q => q.basis === null)).toBe(true);
  });

  it('are empty if a text raises none, and then the one row depends on nothing open', () => {
    const noPeriods = given({ duration: { kind: 'indefinite', article: 'art. 13' }, termination: undefined });
    const { readings, questions } = on('2025-02-01', inForce, noPeriods);
    expect([readings.map(r => r.settled), questions]).toEqual([[true], []]);
  });
});

describe('the acts admitted', () => {
  const admitted = (asOf: string, list: readonly object[], agreement = given()) =>
    on(asOf, list, agreement)
      .admitted.filter(a => a.admitted)
      .map(a => [a.type, a.by, a.of].filter(Boolean).join(' '));

  it('before signature are signature and the notifications of both Parties', () => {
    expect(admitted('2020-01-01', [])).toEqual(['signed', 'completion.notified KZ', 'completion.notified AZ']);
  });

  it('in force are notice by either Party, suspension, and an end by agreement or a later treaty', () => {
    expect(admitted('2024-04-01', inForce)).toEqual([
      'suspension.agreed',
      'termination.notified KZ',
      'termination.notified AZ',
      'termination.agreed',
      'superseded',
    ]);
    const suspended = { id: 'sus', type: 'suspension.agreed', on: '2022-01-01' };
    expect(admitted('2024-04-01', [...inForce, suspended])).toContain('resumption.agreed');
  });

  it('while a notice is pending are its revocation by the Party that gave it, and once that is waiting the other Party’s consent', () => {
    expect(admitted('2025-02-01', [...inForce, notice])).toContain('termination.revoked AZ t1');
    expect(admitted('2025-02-01', [...inForce, notice])).not.toContain('termination.revoked KZ t1');
    const byConsent = given({ termination: { ...given().clauses.termination, withdrawal: 'byConsent' } as never });
    const revoked = { id: 'r1', type: 'termination.revoked', by: 'AZ', of: 't1', received: '2025-02-01' };
    expect(admitted('2025-03-01', [...inForce, notice, revoked], byConsent)).toContain('termination.revocationConsented KZ r1');
  });

  it('rest on the agreement’s article that provides for the act, and otherwise on the Vienna Convention', () => {
    const basisOf = (type: string, agreement = given(), list: readonly object[] = inForce): string | undefined =>
      on('2025-03-01', list, agreement).admitted.find(a => a.type === type)?.basis;
    expect(basisOf('termination.notified')).toBe('art. 13');
    expect(basisOf('termination.notified', given({ termination: { when: 'anyTime', article: 'art. 20', notice: 'P6M' } }))).toBe('art. 20');
    expect(basisOf('completion.notified')).toBe('art. 13');
    expect(basisOf('suspension.agreed')).toBe('VCLT art. 57');
    expect(basisOf('termination.agreed')).toBe('VCLT art. 54');
    expect(basisOf('renewal.agreed')).toBe('VCLT art. 39');
    const agreed = { kind: 'periods', article: 'art. 9', first: 'P5Y', renewal: { kind: 'byAgreement', length: 'P5Y' } };
    expect(basisOf('renewal.agreed', given({ duration: agreed }))).toBe('art. 9');
    expect(basisOf('termination.revoked', given(), [...inForce, notice])).toBe('VCLT art. 68');
    const byConsent = given({ termination: { ...given().clauses.termination, withdrawal: 'byConsent' } as never });
    expect(basisOf('termination.revoked', byConsent, [...inForce, notice])).toBe('art. 13');
  });

  it('include a condition that a clause waits for, by its name', () => {
    const waiting = given({
      entryIntoForce: { on: 'signature', article: 'art. 1', condition: { id: 'other', what: 'another treaty', article: 'art. 2' } },
    });
    expect(admitted('2020-01-01', [], waiting)).toContain('condition.met other');
  });

  it('exclude others with the reason and its article', () => {
    const after = on('2026-04-01', [...inForce, notice]);
    expect(after.admitted.every(a => !a.admitted && a.why)).toBe(true);
    const early = on('2020-01-01', []).admitted.find(a => a.type === 'termination.notified')!;
    expect(early).toMatchObject({ by: 'KZ', admitted: false, basis: 'art. 13' });
    expect(early.why).toBe('The agreement was not known to be in force yet.');
  });
});

describe('the pending decision', () => {
  it('has the days that count, the number of days left, and who decided', () => {
    expect(on('2025-01-01', inForce).decision).toEqual({
      question: 'renewal',
      due: '2025-09-09',
      sendBy: '2025-08-26',
      daysLeft: 237,
      state: 'undecided',
      decided: null,
      owedSince: '2024-08-26',
    });
    const made = {
      type: 'decision.made',
      by: 'KZ',
      person: 'The director',
      authority: 'instruction 5',
      decision: 'renew',
      on: '2025-01-01',
    };
    expect(on('2025-02-01', [...inForce, { id: 'd', ...made }]).decision).toMatchObject({
      state: 'renew',
      decided: { by: 'KZ', person: 'The director', authority: 'instruction 5' },
    });
    expect(on('2025-02-01', [...inForce, notice]).decision).toBeNull();
  });
});

it('a notice gives the last day on which it may be revoked, and none once it is revoked or has taken effect', () => {
  const list = [...inForce, notice];
  expect(on('2025-02-01', list).notices[0]!.revocableUntil).toEqual({
    until: '2025-07-19',
    onEveryReading: '2025-07-19',
    withoutConsent: '2025-07-19',
    basis: 'VCLT art. 68',
  });
  expect(on('2025-08-01', list).notices[0]!.revocableUntil).toBeNull();
  const revoked = { id: 'r', type: 'termination.revoked', by: 'AZ', of: 't1', received: '2025-03-01' };
  expect(on('2025-04-01', [...list, revoked]).notices[0]!.revocableUntil).toBeNull();
});

it('a notice may be revoked no longer than the agreement is in force, whichever notice ends it', () => {
  const list = [...inForce, notice, { ...notice, id: 't2', by: 'KZ', received: '2025-01-10' }];
  const until = { until: '2025-07-09', onEveryReading: '2025-07-09', withoutConsent: '2025-07-09', basis: 'VCLT art. 68' };
  expect(on('2025-02-01', list).notices.map(n => [n.id, n.lastDayInForce, n.revocableUntil])).toEqual([
    ['t2', '2025-07-09', until],
    ['t1', '2025-07-19', until],
  ]);
  expect(on('2025-07-10', list).notices.map(n => n.revocableUntil)).toEqual([null, null]);
});

it('a notice that was revoked, or replaced by an agreement to end, has no step, since it causes no end', () => {
  const steps = (...more: object[]): string[] =>
    on('2025-04-01', [...inForce, notice, ...more])
      .reckoning.map(r => r.id)
      .filter(id => id.startsWith('notice/'));
  expect(steps()).toEqual(['notice/t1']);
  expect(steps({ id: 'r', type: 'termination.revoked', by: 'AZ', of: 't1', received: '2025-03-01' })).toEqual([]);
  expect(steps({ id: 'x', type: 'termination.agreed', on: '2025-03-01', firstDayOut: '2025-05-01' })).toEqual([]);
});

it('a notice gives its last day on other readings, and so does its step, unless it was revoked', () => {
  const list = [...inForce, notice];
  const { notices, reckoning } = on('2025-02-01', list);
  const alternatives = [
    { date: '2025-07-20', when: [{ effect: 'dayAfter', waysOut: 'independent' }] },
    { date: '2026-03-09', when: [{ waysOut: 'endOfPeriod', periodEnd: 'dayBefore' }] },
    { date: '2026-03-10', when: [{ waysOut: 'endOfPeriod', periodEnd: 'sameNumberedDay' }] },
  ];
  expect(notices[0]).toMatchObject({ lastDayInForce: '2025-07-19', certain: false, alternatives });
  expect(reckoning.find(r => r.id === 'notice/t1')).toMatchObject({ date: '2025-07-19', certain: false, alternatives });
  const revoked = { id: 'r', type: 'termination.revoked', by: 'AZ', of: 't1', received: '2025-03-01' };
  expect(on('2025-04-01', [...list, revoked]).notices[0]).toMatchObject({ certain: true, alternatives: [] });
});

it('a protocol gives its days, and whose notification it awaits', () => {
  expect(on('2024-02-15', [...inForce, ...protocol({ periodLength: 'P3Y' })]).protocols).toMatchObject([
    { id: 'p1', status: 'signed', signed: '2024-01-01', notified: ['KZ'], awaits: ['AZ'] },
  ]);
  expect(on('2024-04-01', [...inForce, ...protocol({ periodLength: 'P3Y' }), notified]).protocols).toMatchObject([
    { status: 'inForce', notified: ['KZ', 'AZ'], awaits: [] },
  ]);
});

it('a protocol has the days of each notification that counts, and none of a repeated or oral one', () => {
  const days = (asOf: string, ...more: object[]) =>
    on(asOf, [...inForce, ...protocol({ periodLength: 'P3Y' }), ...more]).protocols[0]!.notifications;
  const first = { fact: 'pa', by: 'KZ', received: '2024-02-01', counts: '2024-02-01', notBefore: null };
  expect(days('2024-01-15')).toEqual([]);
  const again = { ...notified, id: 'pc', by: 'KZ', received: '2024-02-10' };
  expect(days('2024-02-15', again, { ...notified, id: 'po', received: '2024-02-12', form: 'oral' })).toEqual([first]);
  expect(days('2024-04-01', notified)).toEqual([first, { ...first, fact: 'pb', by: 'AZ', received: '2024-03-01', counts: '2024-03-01' }]);
  const { received: _, ...dated } = { ...notified, dated: '2024-03-01' };
  expect(days('2024-04-01', dated)).toEqual([first, { fact: 'pb', by: 'AZ', received: null, counts: null, notBefore: '2024-03-01' }]);
});

it('the answer says whether the facts are invented', () => {
  expect(on('2024-04-01', inForce, given({}, { rehearsal: false })).rehearsal).toBe(false);
  expect(on('2024-04-01', inForce, given({}, { rehearsal: true })).rehearsal).toBe(true);
});

describe('a day after a pending end', () => {
  const line = (asOf: string, what: string, list: readonly object[]) => on(asOf, list).dates.find(d => d.what === what && d.date > asOf);

  it('has the readings on which the agreement is still in force on it', () => {
    const list = [...inForce, notice];
    expect(line('2025-02-01', 'lastDayForNotice', list)).toMatchObject({ ifStillInForce: [{ waysOut: 'endOfPeriod' }] });
    expect(line('2025-02-01', 'periodEnd', list)).toMatchObject({ date: '2026-03-09', ifStillInForce: [{ waysOut: 'endOfPeriod' }] });
    expect(line('2025-02-01', 'terminationEffect', list)).not.toHaveProperty('ifStillInForce');
  });

  it('has no such readings while no end is pending', () => {
    expect(on('2024-01-01', inForce).dates.filter(d => 'ifStillInForce' in d)).toEqual([]);
  });

  it('comes on no reading if each ends the agreement before', () => {
    const bare = given({
      duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'automatic', length: 'P5Y' } },
      termination: { when: 'anyTime', article: 'art. 13', notice: 'P1M' },
    });
    const ending = [...inForce, { ...notice, received: '2024-01-20' }];
    const lines = on('2024-02-01', ending, bare).dates.filter(d => d.ifStillInForce);
    expect(lines).toMatchObject([{ what: 'periodEnd', date: '2026-03-09', ifStillInForce: [] }]);
  });
});
