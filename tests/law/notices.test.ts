/** Notices of termination in the life of an agreement: late, by both Parties, revoked, oral, replaced, with F = 10 March 2021. */
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../wording/answer.ts';
import { actsThrough, given, inForceOn, on, read, said, sentence, whys } from './setup.ts';

const inForce = inForceOn('2021-03-10');
const notice = (received: string, more: object = {}) => ({ id: 't1', type: 'termination.notified', by: 'AZ', received, ...more });
const revoked = (received: string, more: object = {}) => ({ id: 'r1', type: 'termination.revoked', by: 'AZ', received, ...more });
const consented = (received: string, of = 'r1') => ({ id: 'c1', type: 'termination.revocationConsented', by: 'KZ', of, received });
const asOf = (day: string, ...list: object[]): Answer => on(day, [...inForce, ...list]);
const outs = (s: Answer): [string | null, number][] => s.termination!.alternatives.map(a => [a.firstDayOut, a.when.length]);

describe('in the worked example, with period end 9 March 2026 and last day for notice 9 September 2025', () => {
  it('a notice received 9 September is in time, with last day in force 8 March', () => {
    const s = asOf('2026-03-08', notice('2025-09-09'));
    expect(s).toMatchObject({
      status: 'inForce',
      notice: { inTime: 'yes' },
      termination: { lastDayInForce: '2026-03-08', firstDayOut: '2026-03-09' },
    });
    expect(asOf('2026-03-09', notice('2025-09-09')).status).toBe('terminated');
    expect(s.termination!.alternatives).toEqual([
      { firstDayOut: '2026-03-10', when: expect.arrayContaining([{ effect: 'dayAfter', waysOut: 'independent' }]) },
      { firstDayOut: '2026-03-11', when: [{ periodEnd: 'sameNumberedDay', waysOut: 'endOfPeriod' }] },
    ]);
  });

  it('a notice received 10 September is late, with last day in force 9 March and no renewal', () => {
    const s = asOf('2026-03-09', notice('2025-09-10'));
    expect(s).toMatchObject({
      status: 'inForce',
      notice: { inTime: 'disputed' },
      period: { number: 1, settled: true },
      termination: { lastDayInForce: '2026-03-09' },
    });
    expect(said(actsThrough('2026-12-31', [...inForce, notice('2025-09-10')])).filter(a => a.endsWith(' renewal'))).toEqual([]);
    const out = asOf('2026-03-10', notice('2025-09-10'));
    expect(out).toMatchObject({ status: 'terminated', termination: { cause: 'notice', lastDayInForce: '2026-03-09' } });
    expect(out.statusAlternatives).toEqual([{ status: 'inForce', when: expect.arrayContaining([{ effect: 'dayAfter' }]) }]);
  });

  it('a notice received 10 September, with the day after as first day out, leads to a renewal', () => {
    const dayAfter = given({}, { reading: { effect: 'dayAfter' } });
    expect(on('2026-03-10', [...inForce, notice('2025-09-10')], dayAfter)).toMatchObject({
      status: 'inForce',
      period: { number: 2 },
      termination: { lastDayInForce: '2026-03-10' },
    });
    expect(on('2026-03-11', [...inForce, notice('2025-09-10')], dayAfter).status).toBe('terminated');
  });

  it('a notice received 11 September leads to a renewal, and ends it inside the new period, on 10 March', () => {
    const s = asOf('2026-03-10', notice('2025-09-11'));
    expect(s).toMatchObject({
      status: 'inForce',
      notice: { inTime: 'no' },
      period: { number: 2, firstDay: '2026-03-10' },
      termination: { lastDayInForce: '2026-03-10' },
    });
    expect(outs(s)).toEqual([['2026-03-12', 1]]);
    expect(asOf('2026-03-11', notice('2025-09-11')).status).toBe('terminated');
    expect(said(actsThrough('2026-03-11', [...inForce, notice('2025-09-11')])).slice(-4)).toEqual([
      '2025-09-11 announce noticeReceived',
      '2026-03-10 announce renewal',
      '2026-03-11 announce termination',
      '2026-03-11 draft closingReport',
    ]);
  });

  it('a notice received 9 September and revoked on 8 March leads to a renewal on 10 March', () => {
    const s = asOf('2026-03-10', notice('2025-09-09'), revoked('2026-03-08', { of: 't1' }));
    expect(s).toMatchObject({
      status: 'inForce',
      period: { number: 2 },
      termination: null,
      notice: null,
      notices: [{ revoked: '2026-03-08' }],
    });
  });

  it('a notice received 9 September is revoked too late on 9 March', () => {
    const s = asOf('2026-03-10', notice('2025-09-09'), revoked('2026-03-09', { of: 't1' }));
    expect(s).toMatchObject({ status: 'terminated', termination: { lastDayInForce: '2026-03-08' } });
    expect(whys(s)).toEqual([
      { fact: 'r1', why: 'The notice has taken effect; it can be revoked only before it does (VCLT art. 68).', onSomeReadings: true },
    ]);
  });
});

describe('silence is an event', () => {
  it('that settles and announces renewal on the day after the last day for notice, if no notice is pending', () => {
    expect(said(actsThrough('2025-09-09', inForce)).at(-1)).toBe('2021-03-10 draft registration');
    expect(actsThrough('2025-09-10', inForce).at(-1)).toEqual({
      kind: 'announce',
      what: 'renewalSettled',
      on: '2025-09-10',
      basis: 'art. 13',
      params: { period: 1, lastDayForNotice: '2025-09-09', renewal: '2026-03-10' },
    });
  });

  it('but not if a notice is pending, an end is agreed or a later treaty ends it before', () => {
    const settled = (...list: object[]): string[] =>
      said(actsThrough('2026-03-09', [...inForce, ...list])).filter(a => a.endsWith('renewalSettled'));
    expect(settled()).toHaveLength(1);
    expect(settled(notice('2025-09-09'))).toEqual([]);
    expect(settled({ id: 'x', type: 'termination.agreed', on: '2025-01-01', firstDayOut: '2027-01-01' })).toEqual([]);
    const later = (firstDayOut: string) => ({ id: 'x', type: 'superseded', on: '2025-01-01', laterTreaty: 'A later treaty', firstDayOut });
    expect(settled(later('2026-03-10'))).toEqual([]);
    expect(settled(later('2026-03-11'))).toHaveLength(1);
  });
});

describe('both Parties give notice', () => {
  const both = [notice('2023-01-20'), notice('2023-02-10', { id: 't2', by: 'KZ' })];

  it('and the earliest effect wins', () => {
    expect(asOf('2023-03-01', ...both)).toMatchObject({
      notice: { id: 't1' },
      termination: { lastDayInForce: '2023-07-19' },
      notices: [{ id: 't1' }, { id: 't2', lastDayInForce: '2023-08-09' }],
    });
  });

  it('and revoking one leaves the other', () => {
    const s = asOf('2023-08-09', ...both, revoked('2023-03-01', { of: 't1' }));
    expect(s).toMatchObject({ status: 'inForce', notice: { id: 't2' }, termination: { lastDayInForce: '2023-08-09' } });
    expect(sentence(actsThrough('2023-03-01', [...inForce, ...both, revoked('2023-03-01', { of: 't1' })]).at(-1)!)).toBe(
      'Revocation r1 (AZ) has effect from 1 March 2023. Another end is still coming: last day in force 9 August 2023.',
    );
  });

  it('and a revocation that names none is of all pending ones of its Party, and of no other', () => {
    const s = asOf('2023-04-01', ...both, notice('2023-02-20', { id: 't3' }), revoked('2023-03-01'));
    expect(s.notices.map(n => [n.id, n.revoked])).toEqual([
      ['t1', '2023-03-01'],
      ['t2', null],
      ['t3', '2023-03-01'],
    ]);
  });
});

describe('a revocation', () => {
  it('counts from its receipt, and has effect until the last day in force', () => {
    expect(asOf('2023-08-01', notice('2023-01-20'), revoked('2023-07-19', { dispatched: '2023-07-01' })).status).toBe('inForce');
    expect(asOf('2023-08-01', notice('2023-01-20'), revoked('2023-07-20', { dispatched: '2023-07-01' })).status).toBe('terminated');
  });

  it('that names a notice and is received before it revokes the notice on its receipt (VCLT art. 68)', () => {
    const list = [revoked('2023-01-15', { of: 't1' }), notice('2023-01-20', { dispatched: '2023-01-10' })];
    expect(asOf('2023-08-01', ...list)).toMatchObject({
      status: 'inForce',
      termination: null,
      notices: [{ revoked: '2023-01-20' }],
      withoutEffect: [],
    });
    expect(
      actsThrough('2023-08-01', [...inForce, ...list])
        .slice(-2)
        .map(sentence),
    ).toEqual([
      'Revocation r1 (AZ) was received before notice t1, which will have no effect.',
      'Notice of termination t1 (AZ) was received on 20 January 2023; it had already been revoked (r1).',
    ]);
  });

  it('that names no notice affects only what is pending on its receipt, not a notice that arrives later', () => {
    const list = [revoked('2023-01-15'), notice('2023-01-20', { dispatched: '2023-01-10' })];
    expect(asOf('2023-08-01', ...list)).toMatchObject({
      status: 'terminated',
      notices: [{ id: 't1', revoked: null }],
      withoutEffect: [{ fact: 'r1', why: 'AZ has no notice running that could be revoked.' }],
    });
    const both = [notice('2023-01-10', { id: 't0' }), ...list];
    expect(asOf('2023-03-01', ...both).notices.map(n => [n.id, n.revoked])).toEqual([
      ['t0', '2023-01-15'],
      ['t1', null],
    ]);
  });

  it('is without effect if nothing is pending', () => {
    const why = (...list: object[]): string[] => asOf('2024-01-01', ...list).withoutEffect.map(w => w.why);
    expect(why(revoked('2023-01-15'))).toEqual(['AZ has no notice running that could be revoked.']);
    expect(why(notice('2023-01-20'), revoked('2023-02-01', { of: 't1' }), revoked('2023-03-01', { id: 'r2', of: 't1' }))).toEqual([
      'Notice t1 had already been revoked by r1.',
    ]);
    expect(why(notice('2023-01-20', { form: 'oral' }), revoked('2023-02-01', { of: 't1' }))).toEqual([
      'It was made orally; a notice must be in writing (VCLT art. 67).',
      't1, to which it refers, is without effect: It was made orally; a notice must be in writing (VCLT art. 67).',
    ]);
  });

  it('can be followed by a second notice with a new six months', () => {
    const s = asOf('2023-11-30', notice('2023-01-20'), revoked('2023-03-01'), notice('2023-06-01', { id: 't2' }));
    expect(s).toMatchObject({ status: 'inForce', notice: { id: 't2' }, termination: { lastDayInForce: '2023-11-30' } });
  });

  it('announces the renewal that follows without further notice', () => {
    expect(sentence(actsThrough('2023-03-01', [...inForce, notice('2023-01-20'), revoked('2023-03-01')]).at(-1)!)).toBe(
      'Revocation r1 (AZ) has effect from 1 March 2023. Without a further notice the agreement is renewed on 10 March 2026.',
    );
  });

  it('of an agreement without periods announces no renewal', () => {
    const indefinite = given({ duration: { kind: 'indefinite', article: 'art. 5' } });
    expect(sentence(actsThrough('2023-03-01', [...inForce, notice('2023-01-20'), revoked('2023-03-01')], indefinite).at(-1)!)).toBe(
      'Revocation r1 (AZ) has effect from 1 March 2023.',
    );
  });
});

describe('a revocation that needs consent, after the last day for notice, of a notice that had prevented the renewal', () => {
  const consent = given({}, { reading: { revocation: 'needsConsent' } });
  const at = (day: string, ...list: object[]): Answer => on(day, [...inForce, notice('2025-09-09'), ...list], consent);

  it('has effect on the later of the two receipts: the revocation first', () => {
    const list = [revoked('2025-12-01', { of: 't1' }), consented('2026-02-01')];
    expect(at('2026-01-31', ...list)).toMatchObject({ notices: [{ revoked: null }], termination: { lastDayInForce: '2026-03-08' } });
    expect(at('2026-02-01', ...list)).toMatchObject({ notices: [{ revoked: '2026-02-01' }], termination: null });
    expect(
      actsThrough('2026-02-01', [...inForce, notice('2025-09-09'), ...list], consent)
        .slice(-2)
        .map(sentence),
    ).toEqual([
      'Revocation r1 (AZ) was received after the last day for notice; it awaits the other Party’s consent.',
      'Revocation r1 has effect from 1 February 2026, with the other Party’s consent (KZ). Without a further notice the agreement is renewed on 10 March 2026.',
    ]);
  });

  it('has effect on the later of the two receipts: the consent first', () => {
    const list = [consented('2025-11-01'), revoked('2025-12-01', { of: 't1' })];
    expect(at('2025-11-30', ...list).notices[0]!.revoked).toBeNull();
    expect(at('2025-12-01', ...list).notices[0]!.revoked).toBe('2025-12-01');
    expect(sentence(actsThrough('2025-11-01', [...inForce, notice('2025-09-09'), ...list], consent).at(-1)!)).toBe(
      'The consent (KZ) was received before revocation r1.',
    );
  });

  it('has effect up to the last day in force, and not after it, when both are without effect', () => {
    expect(at('2026-03-10', revoked('2025-12-01', { of: 't1' }), consented('2026-03-08')).status).toBe('inForce');
    const s = at('2026-03-10', revoked('2025-12-01', { of: 't1' }), consented('2026-03-09'));
    expect(s.status).toBe('terminated');
    expect(whys(s)).toEqual([
      { fact: 'c1', why: 'The agreement had ended (terminated).', onSomeReadings: true },
      {
        fact: 'r1',
        why: 'It needed the other Party’s consent, which had not been received by the last day in force (VCLT art. 68).',
        onSomeReadings: true,
      },
    ]);
  });

  it('needs no consent on the last day for notice itself', () => {
    expect(at('2025-09-10', revoked('2025-09-09', { of: 't1' })).notices[0]!.revoked).toBe('2025-09-09');
    expect(at('2025-09-10', revoked('2025-09-10', { of: 't1' })).notices[0]!.revoked).toBeNull();
  });

  it('needs no consent for a notice that was late and prevented nothing', () => {
    const late = on('2026-01-01', [...inForce, notice('2025-10-01'), revoked('2025-12-01', { of: 't1' })], consent);
    expect(late.notices[0]).toMatchObject({ inTime: 'no', revoked: '2025-12-01' });
  });

  it('can be consented to once, and an unneeded consent is without effect', () => {
    const why = (...list: object[]): string[] => at('2026-02-02', ...list).withoutEffect.map(w => w.why);
    const again = { ...consented('2026-02-02'), id: 'c2' };
    expect(why(revoked('2025-12-01', { of: 't1' }), consented('2026-02-01'), again)).toEqual([
      'Revocation r1 needs no consent, or already has it.',
    ]);
    expect(why(consented('2025-11-01'), { ...again, received: '2025-11-02' })).toEqual([
      'Revocation r1 needs no consent, or already has it.',
    ]);
    expect(why(revoked('2025-09-09', { of: 't1' }), consented('2025-12-01'))).toEqual([
      'Revocation r1 needs no consent, or already has it.',
    ]);
    const free = (...list: object[]): string[] => asOf('2026-02-02', notice('2025-09-09'), ...list).withoutEffect.map(w => w.why);
    expect(free(revoked('2025-12-01', { of: 't1' }), consented('2026-02-01'))).toEqual([
      'Revocation r1 needs no consent, or already has it.',
    ]);
    expect(free(consented('2025-11-01'), revoked('2025-12-01', { of: 't1' }))).toEqual(['On this reading a revocation needs no consent.']);
  });
});

describe('an oral or defective notice is recorded without effect', () => {
  it.each([
    [{ form: 'oral' }, 'It was made orally; a notice must be in writing (VCLT art. 67).'],
    [{ defect: 'no full powers' }, 'It is defective: no full powers (VCLT art. 67).'],
  ])('with the form %o', (more, why) => {
    const s = asOf('2024-01-01', notice('2023-01-20', more));
    expect(s).toMatchObject({ status: 'inForce', termination: null, notices: [], withoutEffect: [{ fact: 't1', why }] });
    expect(asOf('2024-01-01', notice('2023-01-20', { form: 'written' })).status).toBe('terminated');
  });

  it('and so is a completion of internal procedures, which then does not bring the agreement into force', () => {
    const s = on('2022-01-01', [...inForce.slice(0, 2), { ...inForce[2], form: 'oral' }]);
    expect(s).toMatchObject({ status: 'signed', entryIntoForce: { notBefore: '2020-12-10' } });
  });
});

describe('a notice received before entry into force has no effect, and one received on that day has', () => {
  it.each([
    ['2021-03-09', null, ['The agreement was not known to be in force yet.']],
    ['2021-03-10', '2021-09-09', []],
  ])('when received %s', (received, lastDay, why) => {
    const s = asOf('2021-04-01', notice(received));
    expect(s.termination?.lastDayInForce ?? null).toBe(lastDay);
    expect(s.withoutEffect.map(w => w.why)).toEqual(why);
  });

  it('even if entry into force was on a day fixed in advance', () => {
    const clause = given({ entryIntoForce: { on: 'lastNotification', article: 'art. 13', then: { days: 30 } } });
    expect(on('2021-05-01', [...inForce, notice('2021-04-09')], clause).termination!.lastDayInForce).toBe('2021-10-08');
    expect(on('2021-05-01', [...inForce, notice('2021-04-08')], clause).termination).toBeNull();
  });

  it('and one received after the end has none', () => {
    expect(whys(asOf('2024-01-01', notice('2023-01-20'), notice('2023-07-20', { id: 't2', by: 'KZ' })))).toEqual([
      { fact: 't2', why: 'The agreement had ended (terminated).', onSomeReadings: true },
    ]);
  });
});

describe('the announcement of a notice that takes effect after another end', () => {
  const once = given({
    duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'none' } },
    termination: { when: 'anyTime', article: 'art. 13', notice: 'P2Y' },
  });
  const announced = (...before: object[]) =>
    actsThrough('2024-06-01', [...inForce, ...before, notice('2024-06-01')], once).find(a => a.what === 'noticeReceived')!;

  it('names the expiry, unless the Parties renew', () => {
    expect(announced().params).toMatchObject({ lastDayInForce: '2026-05-31', endsBefore: '2026-03-09', endsBy: 'expiry' });
    expect(sentence(announced())).toContain('Unless the Parties agree to renew it, the agreement expires before that, on 9 March 2026.');
  });

  it('names an agreed end that comes first', () => {
    const agreed = { id: 'x1', type: 'termination.agreed', on: '2024-05-01', firstDayOut: '2025-06-01' };
    expect(announced(agreed).params).toMatchObject({ lastDayInForce: '2026-05-31', endsBefore: '2025-05-31', endsBy: 'other' });
    expect(sentence(announced(agreed))).toContain('Another end comes first: last day in force 31 May 2025.');
  });

  it('names nothing if the notice takes effect first', () => {
    const early = actsThrough('2022-01-10', [...inForce, notice('2022-01-10')], once).find(a => a.what === 'noticeReceived')!;
    expect(early.params).not.toHaveProperty('endsBefore');
  });
});

describe('a notice dispatched in time and received after the end of the period', () => {
  const late = notice('2026-03-20', { dispatched: '2025-09-05' });

  it('is shown only as an alternative, since the agreement ended with the period', () => {
    const s = asOf('2026-04-01', late);
    expect(s).toMatchObject({
      status: 'inForce',
      period: { number: 2 },
      notice: { inTime: 'yes' },
      termination: { lastDayInForce: '2026-09-19' },
    });
    expect(s.statusAlternatives).toEqual([{ status: 'terminated', when: [{ notifies: 'dispatched' }] }]);
    expect(s.termination!.alternatives.filter(a => a.when.every(w => w.notifies === 'dispatched')).map(a => a.firstDayOut)).toEqual([
      '2026-03-10',
      '2026-03-11',
    ]);
  });

  const dispatched = given({}, { reading: { notifies: 'dispatched' } });

  it('has had effect before its receipt if dispatch notifies, and is not said to be without effect', () => {
    const s = on('2026-04-01', [...inForce, late], dispatched);
    expect(s).toMatchObject({
      status: 'terminated',
      termination: { lastDayInForce: '2026-03-09', how: 'dispatched in time, received after the end of period 1' },
      withoutEffect: [],
    });
    expect(s.dates.filter(l => l.what === 'termination.notified')).toHaveLength(1);
  });

  it('is gone if revoked on its way', () => {
    const s = on('2026-04-01', [...inForce, late, revoked('2026-01-01', { of: 't1' })], dispatched);
    expect(s).toMatchObject({ status: 'inForce', termination: null, notices: [{ revoked: '2026-01-01' }], withoutEffect: [] });
  });

  it('dispatched late for one period and received in the next is late for the first, and ends the agreement by the clause', () => {
    const s = on('2026-04-01', [...inForce, notice('2026-03-20', { dispatched: '2025-10-01' })], dispatched);
    expect(s).toMatchObject({ notice: { inTime: 'disputed' }, termination: { lastDayInForce: '2026-09-19' } });
  });

  it('ends the agreement with the period in which it is received, if a notice ends it only with a period', () => {
    const ends = given({ termination: { when: 'endOfPeriod', article: 'art. 9' } }, { reading: { notifies: 'dispatched' } });
    const s = on('2026-04-01', [...inForce, notice('2026-03-20', { dispatched: '2025-10-01' })], ends);
    expect(s.termination).toMatchObject({ lastDayInForce: '2031-03-09' });
    const early = on('2025-10-05', [...inForce, notice('2025-10-02', { dispatched: '2025-10-01' })], ends);
    expect(early.termination).toMatchObject({ lastDayInForce: '2031-03-09' });
  });

  it('dispatched before entry into force and received after it is read in the period of its receipt', () => {
    const s = on('2021-05-01', [...inForce, notice('2021-04-01', { dispatched: '2021-03-01' })], dispatched);
    expect(s).toMatchObject({ notice: { inTime: 'yes' }, termination: { lastDayInForce: '2021-09-30' } });
  });

  it('has no effect by its dispatch if there are no periods', () => {
    const indefinite = { ...given({ duration: { kind: 'indefinite', article: 'art. 5' } }), reading: read({ notifies: 'dispatched' }) };
    expect(on('2026-04-01', [...inForce, late], indefinite).termination).toMatchObject({ lastDayInForce: '2026-09-19' });
  });
});

describe('a date that a notice names', () => {
  it('is reported in the notes and in the announcement if it is ignored', () => {
    const s = asOf('2022-02-01', notice('2022-01-20', { names: { firstDayOut: '2022-03-01' } }));
    expect(s.notes).toEqual(['Notice t1: the notice names 1 Mar 2022, earlier than art. 13 allows; ignored.']);
    expect(
      sentence(actsThrough('2022-02-01', [...inForce, notice('2022-01-20', { names: { firstDayOut: '2022-03-01' } })]).at(-1)!),
    ).toContain('It names 1 March 2022 as the day on which the agreement ceases to be in force; that day does not count.');
  });
});

describe('an agreement that a notice can’t end', () => {
  it('has no clause on it, so that a notice is without effect (VCLT art. 56)', () => {
    const none = given({
      duration: { kind: 'periods', article: 'art. 2', first: 'P5Y', renewal: { kind: 'none' } },
      termination: undefined,
    });
    expect(whys(on('2023-01-21', [...inForce, notice('2023-01-20')], none))).toEqual([
      { fact: 't1', why: 'The agreement has no clause on notice of termination (VCLT art. 56).' },
    ]);
  });

  it('continues without limit, if a notice would end it only with a period', () => {
    const limitless = given({
      duration: { kind: 'periods', article: 'art. 2', first: 'P5Y', renewal: { kind: 'withoutLimit' }, noticeBefore: 'P6M' },
      termination: { when: 'endOfPeriod', article: 'art. 2' },
    });
    expect(on('2026-05-01', [...inForce, notice('2026-04-01')], limitless)).toMatchObject({
      status: 'inForce',
      termination: null,
      withoutEffect: [{ fact: 't1' }],
    });
    expect(on('2026-05-01', [...inForce, notice('2025-09-01')], limitless).status).toBe('terminated');
  });
});

describe('a last day for notice on a weekend', () => {
  it('does not move, and gives a warning until it is past', () => {
    const weekend = inForceOn('2020-03-02'); // E = 1 March 2025, last day for notice 1 September 2024, a Sunday
    expect(on('2024-01-01', weekend).period!.lastDayForNotice!.date).toBe('2024-09-01');
    expect(on('2024-01-01', weekend).notes).toEqual([
      'The send-by day, 18 Aug 2024, is a Sunday. It does not move: send the notice before that day.',
      'The safe day, 1 Sep 2024, is a Sunday. It does not move: see that a notice is received before that day.',
    ]);
    expect(on('2024-09-02', weekend).notes).toEqual([]);
  });
});
