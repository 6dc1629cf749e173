/** Several events on one day: its facts in their order, then what falls due at its end in its order; and the meaning of "as of". */
import { describe, expect, it } from 'vitest';
import { standing } from '../../machines/standing.ts';
import type { Answer } from '../../wording/answer.ts';
import { actsThrough, d, entries, given, inForceOn, on, said } from './setup.ts';

const inForce = inForceOn('2004-09-15');
const notice = (received: string, more: object = {}) => ({ id: 't1', type: 'termination.notified', by: 'AZ', received, ...more });
const superseded = (onDay: string, more: object = {}) => ({
  id: 'z1',
  type: 'superseded',
  on: onDay,
  laterTreaty: 'a later treaty',
  ...more,
});
const agreed = (onDay: string, firstDayOut: string, id = 'x1') => ({ id, type: 'termination.agreed', on: onDay, firstDayOut });
const signedProtocol = (changes: object, onDay: string) => ({ id: 'p1s', type: 'protocol.signed', protocol: 'p1', on: onDay, changes });
const completed = (by: string, received: string) => ({ id: `p1${by}`, type: 'protocol.completion.notified', protocol: 'p1', by, received });

/** The list in its order and reversed: the answer must be the same. */
function bothWays(day: string, list: readonly object[], agreement = given()): Answer {
  const s = on(day, list, agreement);
  expect(on(day, [...list].reverse(), agreement)).toEqual(s);
  return s;
}

describe('facts of one day are applied in the order of the law, whatever the order of entry', () => {
  it('signature, then an agreed date, then completions', () => {
    const day = '2004-03-01';
    const list = [
      { id: 'a', type: 'completion.notified', by: 'KZ', received: day },
      { id: 'b', type: 'completion.notified', by: 'AZ', received: day },
      { id: 'c', type: 'signed', on: day },
    ];
    expect(bothWays(day, list)).toMatchObject({ status: 'inForce', entryIntoForce: { date: day }, withoutEffect: [] });
    const dated = bothWays(day, [...list, { id: 'd', type: 'entry.agreed', on: day, date: day }]);
    expect(dated.withoutEffect.map(w => w.fact)).toEqual(['a', 'b']);
  });

  it('completions before a notice, so that one received on the day of entry into force has effect', () => {
    expect(bothWays('2004-09-15', [notice('2004-09-15'), ...inForce])).toMatchObject({
      termination: { lastDayInForce: '2005-03-14' },
      withoutEffect: [],
    });
  });

  it('a protocol before a notice, so that one in force on a day governs the notices received on that day', () => {
    const day = '2006-03-01';
    const list = [...inForce, notice(day), completed('AZ', day), completed('KZ', day), signedProtocol({ noticePeriod: 'P3M' }, day)];
    expect(bothWays(day, list).termination!.lastDayInForce).toBe('2006-05-31');
  });

  it('completions of the agreement before its protocols, so that one signed and complete on the day of entry operates from then', () => {
    const day = '2004-09-15';
    const list = [...inForce, completed('AZ', day), completed('KZ', day), signedProtocol({}, day)];
    expect(bothWays(day, list).protocols).toMatchObject([{ id: 'p1', status: 'inForce', entryIntoForce: { date: day, notBefore: null } }]);
  });

  it('a suspension before a resumption, so that the agreement is in operation', () => {
    const day = '2006-03-01';
    expect(
      bothWays(day, [...inForce, { id: 'r', type: 'resumption.agreed', on: day }, { id: 's2', type: 'suspension.agreed', on: day }]),
    ).toMatchObject({ status: 'inForce', withoutEffect: [] });
  });

  it('a notice before the agreed end, which replaces it', () => {
    const s = bothWays('2006-03-01', [...inForce, agreed('2006-03-01', '2007-01-01'), notice('2006-03-01')]);
    expect(s).toMatchObject({ notice: null, termination: { cause: 'agreement', lastDayInForce: '2006-12-31' } });
  });

  it('a notice before its revocation, and that before the consent to it', () => {
    const day = '2009-03-14';
    const revoked = { id: 'r1', type: 'termination.revoked', by: 'AZ', received: day };
    expect(bothWays(day, [...inForce, revoked, notice(day)])).toMatchObject({
      termination: null,
      notices: [{ revoked: day }],
      withoutEffect: [],
    });
    const consent = given({}, { reading: { revocation: 'needsConsent' } });
    const late = '2009-05-01';
    const list = [
      ...inForce,
      notice(day),
      { id: 'c1', type: 'termination.revocationConsented', by: 'KZ', of: 'r1', received: late },
      { ...revoked, of: 't1', received: late },
    ];
    expect(bothWays(late, list, consent)).toMatchObject({ notices: [{ revoked: late }], withoutEffect: [] });
  });

  it('a later treaty last of all, so that everything else on that day was still applied', () => {
    const day = '2006-03-01';
    const s = bothWays(day, [...inForce, superseded(day), notice(day), { id: 'r1', type: 'termination.revoked', by: 'AZ', received: day }]);
    expect(s).toMatchObject({ status: 'superseded', notices: [{ revoked: day }], withoutEffect: [] });
  });

  it('facts of one kind by when they were recorded, then by id', () => {
    const day = '2006-03-01';
    const two = (first: object, second: object) =>
      bothWays('2006-04-01', [
        ...inForce,
        { ...agreed(day, '2007-01-01', 'a'), ...first },
        { ...agreed(day, '2008-01-01', 'b'), ...second },
      ]);
    expect(two({}, {}).termination!.firstDayOut).toBe('2008-01-01');
    expect(two({ recorded: '2006-03-03' }, { recorded: '2006-03-02' }).termination!.firstDayOut).toBe('2007-01-01');
    expect(
      bothWays('2004-10-01', [...inForce, { id: 'n0', type: 'completion.notified', by: 'AZ', received: '2004-09-15' }]).withoutEffect.map(
        w => w.fact,
      ),
    ).toEqual(['n2']);
  });
});

describe('a fact of a day is applied before what falls due at its end', () => {
  it('a notice received on the last day for notice is in time', () => {
    expect(on('2009-03-14', [...inForce, notice('2009-03-14')])).toMatchObject({ notice: { inTime: 'yes' }, period: { settled: false } });
  });

  it('a notice received on the last day of a period falls in that period', () => {
    expect(on('2009-09-14', [...inForce, notice('2009-09-14')])).toMatchObject({
      period: { number: 1 },
      termination: { lastDayInForce: '2010-03-13' },
    });
  });

  it('a revocation received on the last day in force still revokes', () => {
    const list = [...inForce, notice('2006-01-20'), { id: 'r1', type: 'termination.revoked', by: 'AZ', received: '2006-07-19' }];
    expect(bothWays('2006-07-20', list).status).toBe('inForce');
  });

  it('a renewal agreed on the last day of a period renews it', () => {
    const clauses = {
      duration: { kind: 'periods', article: 'art. 2', first: 'P5Y', renewal: { kind: 'byAgreement', length: 'P5Y' } },
      termination: undefined,
    };
    expect(on('2009-09-15', [...inForce, { id: 'r', type: 'renewal.agreed', on: '2009-09-14' }], given(clauses))).toMatchObject({
      status: 'inForce',
      period: { number: 2 },
    });
  });

  it('but after what begins with its day, such as an entry into force fixed for the day', () => {
    const thirty = given({ entryIntoForce: { on: 'lastNotification', article: 'art. 13', then: { days: 30 } } });
    expect(on('2004-10-15', [...inForce, notice('2004-10-15')], thirty)).toMatchObject({
      status: 'inForce',
      termination: { lastDayInForce: '2005-04-14' },
    });
  });
});

describe('ends on one day come in this order', () => {
  const none = given({ duration: { kind: 'periods', article: 'art. 2', first: 'P5Y', renewal: { kind: 'none' } } });

  it('termination before supersession', () => {
    const list = [...inForce, notice('2006-01-20'), superseded('2006-03-01', { firstDayOut: '2006-07-20' })];
    expect(on('2006-07-20', list)).toMatchObject({ status: 'terminated', termination: { cause: 'notice', lastDayInForce: '2006-07-19' } });
  });

  it('termination before renewal', () => {
    expect(on('2009-09-15', [...inForce, agreed('2009-01-01', '2009-09-15')])).toMatchObject({
      status: 'terminated',
      termination: { lastDayInForce: '2009-09-14' },
    });
    expect(said(actsThrough('2009-09-15', [...inForce, notice('2009-03-15')])).filter(a => a.endsWith(' renewal'))).toEqual([]);
  });

  it('termination and supersession before expiry', () => {
    expect(on('2009-09-15', [...inForce, notice('2009-03-15')], none)).toMatchObject({
      status: 'terminated',
      termination: { cause: 'notice' },
    });
    expect(on('2009-09-15', [...inForce, superseded('2009-01-01', { firstDayOut: '2009-09-15' })], none)).toMatchObject({
      status: 'superseded',
      termination: { cause: 'supersession' },
    });
  });

  it('the end of the agreement, which ends its protocols, before a renewal that a protocol would have brought', () => {
    const list = [
      ...inForce,
      completed('AZ', '2006-03-01'),
      completed('KZ', '2006-03-01'),
      signedProtocol({}, '2006-03-01'),
      superseded('2009-01-01', { firstDayOut: '2009-09-15' }),
    ];
    expect(on('2009-09-15', list)).toMatchObject({ status: 'superseded', period: null, protocols: [{ status: 'ended' }] });
  });

  it('the end of the agreement before the entry into force of a protocol on the next day, which then never comes', () => {
    const thirty = given({
      amendment: { article: 'art. 10', by: 'protocol', entryIntoForce: { on: 'lastNotification', article: 'art. 10', then: { days: 30 } } },
    });
    const list = [
      ...inForce,
      notice('2006-01-20'),
      signedProtocol({}, '2006-03-01'),
      completed('KZ', '2006-03-01'),
      completed('AZ', '2006-06-20'),
    ];
    expect(on('2006-07-20', list, thirty).protocols[0]!.status).toBe('neverOperates');
  });

  it('renewal before the last day for notice of the day', () => {
    // periods of a year with a notice of a year: the last day for notice is the day before the period begins
    const yearly = given({
      duration: { kind: 'periods', article: 'art. 2', first: 'P1Y', renewal: { kind: 'automatic', length: 'P1Y' }, noticeBefore: 'P1Y' },
    });
    const acts = said(actsThrough('2005-09-15', inForce, yearly));
    expect(acts.slice(-2)).toEqual(['2005-09-15 announce renewal', '2005-09-15 announce renewalSettled']);
  });
});

describe('an answer as of a day is for that day itself', () => {
  it('on the last day in force the agreement is in force, and on the first day out it is not', () => {
    const list = [...inForce, notice('2006-01-20')];
    expect([on('2006-07-19', list).status, on('2006-07-20', list).status]).toEqual(['inForce', 'terminated']);
  });

  it('on the last day of a period that period is current, and on the next day the one after', () => {
    expect([on('2009-09-14', inForce).period!.number, on('2009-09-15', inForce).period!.number]).toEqual([1, 2]);
  });

  it('a fact dated after the day is not included', () => {
    expect(on('2006-01-19', [...inForce, notice('2006-01-20')])).toMatchObject({ notice: null, termination: null, withoutEffect: [] });
    expect(on('2004-02-01', inForce)).toMatchObject({ status: 'negotiated', entryIntoForce: { date: null, notBefore: null } });
  });

  it('what is past and what is to come depends on the day', () => {
    const { dates } = on('2009-03-14', inForce);
    expect(dates.map(l => [l.date, l.what, l.past])).toEqual([
      ['2004-03-10', 'signed', true],
      ['2004-06-10', 'completion.notified', true],
      ['2004-09-15', 'completion.notified', true],
      ['2004-09-15', 'entryIntoForce', true],
      ['2009-03-14', 'lastDayForNotice', false],
      ['2009-09-14', 'periodEnd', false],
    ]);
  });

  it('dates through a later day are those that come about if nothing else happens, and through an earlier day nothing changes', () => {
    const told = (until: string): string[] =>
      standing({
        agreement: given(),
        description: 'sha256:',
        entries: entries(...inForce),
        asOf: d('2009-03-14'),
        until: d(until),
      }).dates.map(l => `${l.date} ${l.what}`);
    expect(told('2014-09-14').slice(4)).toEqual(['2009-03-14 lastDayForNotice', '2009-09-14 periodEnd', '2014-03-14 lastDayForNotice']);
    expect(told('2014-09-15').at(-1)).toBe('2014-09-14 periodEnd');
    expect(told('2005-01-01')).toHaveLength(4);
  });
});
