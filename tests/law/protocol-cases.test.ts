/**
 * The effect of protocols on the dates, case by case: an agreement in force from 15 September 2004 for periods of five years, six months'
 * notice before the end, six months from a notice to its effect. Law: `amended…` of the agreement, VCLT art. 24, 25, 28, 39.
 */
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/facts.ts';
import { planOf } from '../../machines/plan.ts';
import { asOf, inForce, periodIn, protocol } from './protocol-setup.ts';
import { actsThrough, d, given, on, said, summary } from './setup.ts';

const period = (day: string, ...list: object[]) => periodIn(asOf(day, ...list));
const notice = (received: string) => ({ id: 't', type: 'termination.notified', by: 'AZ', received });
const running = { appliesTo: 'runningPeriod' };

describe('twelve cases of protocols', () => {
  it.each<[string, object[], string, (string | number | undefined)[] | null]>([
    [
      'a shorter length leaves the current period unchanged',
      protocol('p', '2006-01-01', { periodLength: 'P3Y' }),
      '2006-01-01',
      [1, '2004-09-15', '2009-09-14', '2009-03-14'],
    ],
    [
      'a shorter length governs the next period',
      protocol('p', '2006-01-01', { periodLength: 'P3Y' }),
      '2009-09-15',
      [2, '2009-09-15', '2012-09-14', '2012-03-14'],
    ],
    [
      'a length for the current period moves its end and its last day',
      protocol('p', '2006-01-01', { periodLength: 'P3Y', ...running }),
      '2006-01-01',
      [1, '2004-09-15', '2007-09-14', '2007-03-14'],
    ],
    [
      'renewal is settled if the new last day for notice is past on that day',
      protocol('p', '2007-05-01', { periodLength: 'P3Y', ...running }),
      '2007-09-15',
      [2, '2007-09-15', '2010-09-14', '2010-03-14'],
    ],
    [
      'a period over by the new length ends with the day of the protocol',
      protocol('p', '2008-05-01', { periodLength: 'P3Y', ...running }),
      '2008-05-02',
      [2, '2008-05-02', '2010-09-14', '2010-03-14'],
    ],
    [
      'a longer notice whose last day is not past applies to the period',
      protocol('p', '2008-09-14', { noticeBefore: 'P1Y' }),
      '2008-09-14',
      [1, '2004-09-15', '2009-09-14', '2008-09-14'],
    ],
    [
      'a longer notice whose last day is past does not',
      protocol('p', '2008-09-15', { noticeBefore: 'P1Y' }),
      '2008-09-15',
      [1, '2004-09-15', '2009-09-14', '2009-03-14'],
    ],
    [
      'a shorter notice reopens a last day that was past',
      protocol('p', '2009-05-01', { noticeBefore: 'P3M' }),
      '2009-05-01',
      [1, '2004-09-15', '2009-09-14', '2009-06-14'],
    ],
    [
      'a change applies from a named day later than the protocol’s entry into force',
      protocol('p', '2006-01-01', { periodLength: 'P3Y', ...running, from: '2007-01-01' }),
      '2007-01-01',
      [1, '2004-09-15', '2007-09-14', '2007-03-14'],
    ],
    [
      'and is counted before that day, once the protocol is in force',
      protocol('p', '2006-01-01', { periodLength: 'P3Y', ...running, from: '2007-01-01' }),
      '2006-12-31',
      [1, '2004-09-15', '2007-09-14', '2007-03-14'],
    ],
    [
      'a change has retroactive effect once the protocol is in force',
      protocol('p', '2008-05-01', { periodLength: 'P3Y', ...running, from: '2006-01-01', retroactive: true }),
      '2008-05-01',
      [2, '2007-09-15', '2010-09-14', '2010-03-14'],
    ],
    [
      'a change applies provisionally before the protocol is in force',
      protocol('p', '2010-01-01', { periodLength: 'P3Y', ...running, provisionallyFrom: '2006-02-01' }, '2006-01-01'),
      '2008-01-01',
      [2, '2007-09-15', '2010-09-14', '2010-03-14'],
    ],
  ])('%s', (_, list, day, expected) => {
    expect(period(day, ...list)).toEqual(expected);
  });
});

describe('a day that a protocol names', () => {
  const later = protocol('p', '2006-01-01', { noticePeriod: 'P3M', from: '2007-01-01' });

  it('gives way to a later entry into force, unless the effect is retroactive', () => {
    const early = { periodLength: 'P3Y', ...running, from: '2005-01-01' };
    expect(period('2005-12-31', ...protocol('p', '2006-01-01', early))!.at(2)).toBe('2009-09-14');
    expect(period('2006-01-01', ...protocol('p', '2006-01-01', early))!.at(2)).toBe('2007-09-14');
  });

  it('is announced twice: when the protocol is in force, and when its changes apply', () => {
    expect(said(actsThrough('2008-01-01', [...inForce, ...later])).slice(-2)).toEqual([
      '2006-01-01 announce protocolInForce',
      '2007-01-01 announce protocolApplied',
    ]);
  });

  it('divides the notices: the version on the day of receipt governs', () => {
    expect(asOf('2007-03-01', ...later, notice('2006-12-31')).termination!.lastDayInForce).toBe('2007-06-29');
    expect(asOf('2007-03-01', ...later, notice('2007-01-01')).termination!.lastDayInForce).toBe('2007-03-31');
  });

  it('is waited for while it is in the future', () => {
    const plan = planOf({
      agreement: given(),
      description: '',
      entries: [...inForce, ...later] as Fact[],
      today: d('2006-06-01'),
      onboarded: d('2006-06-01'),
      reached: undefined,
      done: [],
    });
    expect(plan.timers.map(summary)).toContain('Changes of protocol p apply from 1 Jan 2007, VCLT art. 24');
  });

  it('is among the dates to come', () => {
    const { dates } = on('2006-06-01', [...inForce, ...later]);
    expect(dates.map(l => `${l.date} ${l.label}`)).toContain('2007-01-01 Changes of protocol p apply');
  });
});

describe('retroactive effect', () => {
  const back = protocol('p', '2008-05-01', { noticePeriod: 'P3M', from: '2006-01-01', retroactive: true });

  it('applies to a notice received from that day on, before the protocol was in force, but only once that is known', () => {
    const all = [...inForce, ...back, notice('2008-03-01')];
    expect(on('2008-04-30', all, given(), '2008-04-30').termination!.lastDayInForce).toBe('2008-08-31');
    expect(on('2008-04-30', all).termination!.lastDayInForce).toBe('2008-05-31');
    expect(asOf('2008-05-01', ...back, notice('2008-03-01')).termination!.lastDayInForce).toBe('2008-05-31');
  });

  it('does not go back before the agreement itself', () => {
    const all = protocol('p', '2006-01-01', { periodLength: 'P3Y', ...running, from: '2000-01-01', retroactive: true });
    expect(period('2006-01-01', ...all)).toEqual([1, '2004-09-15', '2007-09-14', '2007-03-14']);
  });

  it('that would have ended the agreement before the protocol was in force is disregarded, and reported', () => {
    const undone = protocol('p', '2008-05-01', {
      periodLength: 'P1Y',
      renewal: { kind: 'none' },
      ...running,
      from: '2005-01-01',
      retroactive: true,
    });
    const s = asOf('2008-06-01', ...undone);
    expect(s.status).toBe('inForce');
    expect(s.notes).toContain(
      'The changes of protocol p never apply: from the day that it names, the agreement would have ended before the protocol was in force.',
    );
  });
});

describe('a changed renewal', () => {
  it('ends the agreement with the period if none is left, and renews it if there was none', () => {
    const none = protocol('p', '2006-01-01', { renewal: { kind: 'none' } });
    expect(asOf('2009-09-15', ...none).status).toBe('expired');
    const once = given({
      duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'none' } },
      termination: undefined,
    });
    const renewed = protocol('p', '2006-01-01', { renewal: { kind: 'automatic', length: 'P2Y' } });
    expect(on('2009-09-15', [...inForce, ...renewed], once).period).toMatchObject({ number: 2, lastDay: '2011-09-14' });
  });

  it('has its own length in addition to a changed length of periods', () => {
    const both = protocol('p', '2006-01-01', { periodLength: 'P3Y', renewal: { kind: 'automatic', length: 'P2Y' }, ...running });
    expect(period('2007-09-15', ...both)!.slice(0, 3)).toEqual([2, '2007-09-15', '2009-09-14']);
  });
});

describe('a backdated end', () => {
  it('of the agreement undoes the effect of the protocol', () => {
    const three = protocol('p', '2006-01-01', { periodLength: 'P3Y', ...running });
    expect(period('2006-06-01', ...three)!.at(2)).toBe('2007-09-14');
    const end = { id: 'e', type: 'termination.agreed', on: '2005-05-01', firstDayOut: '2005-12-01', recorded: '2006-06-01' };
    expect(asOf('2006-06-01', ...three, end)).toMatchObject({ status: 'terminated', protocols: [{ status: 'neverOperates' }] });
    const timed = protocol('p', '2006-01-01', { periodLength: 'P3Y', ...running, from: '2005-01-01', retroactive: true });
    expect(asOf('2006-06-01', ...timed, end)).toMatchObject({ status: 'terminated', termination: { lastDayInForce: '2005-11-30' } });
  });
});

describe('several protocols', () => {
  const completion = (id: string, by: string, dated: string, received: string) => ({
    id: `${id}${by}`,
    type: 'protocol.completion.notified',
    protocol: id,
    by,
    dated,
    received,
  });
  const clauseBy = (counts: string) => ({ on: 'lastNotification', article: 'art. 2', counts, then: 'sameDay' });
  const later = (id: string) => [
    { id: `${id}s`, type: 'protocol.signed', protocol: id, on: '2007-01-01', changes: { periodLength: 'P3Y' } },
    completion(id, 'KZ', '2007-02-01', '2007-03-01'),
    completion(id, 'AZ', '2007-02-10', '2007-04-01'),
  ];
  const entryOf = (id: string, list: object[], agreement = given()) =>
    on('2008-01-01', [...inForce, ...list], agreement).protocols.find(p => p.id === id)!.entryIntoForce.date;
  const plan = (today: string, list: object[]) =>
    planOf({
      agreement: given(),
      description: 'sha256:',
      entries: list as Fact[],
      today: d(today),
      onboarded: d('2004-09-15'),
      reached: undefined,
      done: [],
    });

  it('have the date that follows from the clause under which each is signed, as amended by then', () => {
    expect(entryOf('b', later('b'))).toBe('2007-04-01');
    expect(entryOf('b', [...protocol('a', '2006-01-01', { amendment: clauseBy('dated') }), ...later('b')])).toBe('2007-02-10');
    const dated = given({ entryIntoForce: { on: 'lastNotification', article: 'art. 13', counts: 'dated' } });
    expect(entryOf('b', later('b'), dated)).toBe('2007-02-10');
    expect(entryOf('b', [...protocol('a', '2006-01-01', { amendment: clauseBy('received') }), ...later('b')], dated)).toBe('2007-04-01');
  });

  it('need no provisional application once in force, so that a later day for that does not delay them', () => {
    const p = protocol('p', '2006-03-01', { periodLength: 'P3Y', ...running, provisionallyFrom: '2006-06-01' });
    expect(period('2006-04-01', ...p)).toEqual([1, '2004-09-15', '2007-09-14', '2007-03-14']);
  });

  it('are unaffected by one that contradicts itself', () => {
    const good = protocol('good', '2006-01-01', { noticePeriod: 'P3M', from: '2006-06-01' });
    const bad = protocol('bad', '2008-01-01', {
      periodLength: 'P1Y',
      renewal: { kind: 'none' },
      ...running,
      from: '2005-01-01',
      retroactive: true,
    });
    const alone = asOf('2008-05-01', ...good, notice('2008-04-20'));
    const both = asOf('2008-05-01', ...good, ...bad, notice('2008-04-20'));
    expect(both.termination?.firstDayOut).toBe(alone.termination?.firstDayOut);
    expect(both.notes.join(' ')).toContain('changes of protocol bad never apply');
    expect(both.notes.join(' ')).not.toContain('changes of protocol good never apply');
  });

  it('that contradict themselves apply on no day', () => {
    const bad = (id: string) =>
      protocol(id, '2008-01-01', { periodLength: 'P1Y', renewal: { kind: 'none' }, ...running, from: '2005-01-01', retroactive: true });
    expect(asOf('2008-05-01', ...bad('one'), ...bad('two')).notes.filter(n => n.includes('never apply'))).toHaveLength(2);
  });

  it('with a longer notice that reaches the current period on some readings only move its safe day to the earliest', () => {
    const p = protocol('p', '2008-09-15', { noticeBefore: 'P1Y' });
    const line = asOf('2008-09-15', ...p).period!.lastDayForNotice!;
    expect(line.alternatives.map(a => a.date)).toContain('2008-09-15');
    expect([line.safe, plan('2008-09-15', [...inForce, ...p]).standing.period?.safe]).toEqual(['2008-09-15', '2008-09-15']);
  });

  it('with a first notice clause that reaches the current period on no reading leave it without a safe day', () => {
    const { duration } = given().clauses;
    const bare = given({ duration: { ...duration, noticeBefore: undefined } });
    const safe = (day: string) =>
      on(day, [...inForce, ...protocol('p', day, { noticeBefore: 'P6M' })], bare).period?.lastDayForNotice?.safe;
    expect([safe('2008-01-01'), safe('2009-06-01')]).toEqual(['2009-03-14', undefined]);
  });

  it('do not wait for one whose day comes after the end, which never applies', () => {
    const list = [...inForce, ...protocol('p', '2006-01-01', { noticePeriod: 'P3M', from: '2017-01-01' }), notice('2006-06-01')];
    const { over, timers } = plan('2007-02-01', list);
    expect({ over, timers }).toEqual({ over: true, timers: [] });
    expect(on('2018-01-01', list).dates.map(l => l.what)).not.toContain('protocol.changesApplied');
  });
});
