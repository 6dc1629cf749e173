/** What has an effect on some readings only is never left out: it is listed as disputed. */
import { describe, expect, it } from 'vitest';
import { given, inForceOn, on, whys } from './setup.ts';

const inForce = inForceOn('2021-03-10');
const expiring = given({
  duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'none' }, noticeBefore: 'P6M' },
});
const notice = (received: string, more: object = {}) => ({ id: 't', type: 'termination.notified', by: 'AZ', received, ...more });

describe('a notice with effect on other readings only', () => {
  it('is listed as disputed, and said to have no effect on the default reading', () => {
    const s = on('2026-03-10', [...inForce, notice('2026-03-10')], expiring);
    expect(s).toMatchObject({ status: 'expired', statusAlternatives: [{ status: 'inForce' }], notice: null });
    expect(s.notices).toMatchObject([{ id: 't', inTime: 'disputed', revoked: null, lastDayInForce: '2026-09-09' }]);
    expect(whys(s)).toEqual([{ fact: 't', why: 'The agreement had ended (expired).', onSomeReadings: true }]);
  });

  it('is only in the list of facts without effect if it has none on any reading', () => {
    const s = on('2026-03-11', [...inForce, notice('2026-03-11')], expiring);
    expect(s.notices).toEqual([]);
    expect(whys(s)).toEqual([{ fact: 't', why: 'The agreement had ended (expired).' }]);
  });

  it('is shown as pending if it is on some reading, even if revoked on others', () => {
    const list = [
      ...inForce,
      notice('2025-09-05', { id: 't0', by: 'KZ' }), // ends it on 4 March, or on the 5th
      notice('2026-03-05', { dispatched: '2025-09-01' }),
      { id: 'r', type: 'termination.revoked', by: 'AZ', of: 't', received: '2026-03-05' },
    ];
    const s = on('2026-03-05', list);
    expect(s).toMatchObject({ status: 'terminated', termination: { lastDayInForce: '2026-03-04' } });
    expect(s.notices).toMatchObject([{ id: 't0' }, { id: 't', inTime: 'disputed', revoked: null }]);
    const late = list.map(f => ('dispatched' in f ? { ...f, dispatched: undefined } : f));
    expect(on('2026-03-05', late).notices).toMatchObject([{ id: 't0' }, { id: 't', inTime: 'disputed', revoked: '2026-03-05' }]);
  });

  it('lists the last days on other readings while it runs, and none once it is revoked', () => {
    const revoked = { id: 'r', type: 'termination.revoked', by: 'AZ', of: 't', received: '2025-09-09' };
    const lines = (...list: object[]) => on('2025-09-09', [...inForce, notice('2025-09-08'), ...list]).notices;
    expect(lines()).toMatchObject([
      { lastDayInForce: '2026-03-07', certain: false, alternatives: [{ date: '2026-03-08', when: [{ effect: 'dayAfter' }] }, {}, {}] },
    ]);
    expect(lines(revoked)).toMatchObject([{ revoked: '2025-09-09', certain: true, alternatives: [] }]);
  });

  it('is the same if a day is known only within bounds', () => {
    const bounded = { id: 'n2', type: 'completion.notified', by: 'AZ', received: { notBefore: '2021-03-09', notAfter: '2021-03-10' } };
    const s = on('2026-03-10', [...inForce.slice(0, 2), bounded, notice('2026-03-10')], expiring);
    expect(s.notices).toMatchObject([{ id: 't', inTime: 'disputed' }]);
    expect(s.withoutEffect).toMatchObject([{ fact: 't', onSomeReadings: true }]);
  });
});

describe('a notice, a revocation or a consent with effect on the default reading', () => {
  const sameDay = given(
    { duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'none' }, noticeBefore: 'P6M' } },
    { reading: { periodEnd: 'sameNumberedDay', revocation: 'needsConsent' } },
  );

  it('but none on another is disputed, and a note says why', () => {
    const s = on('2026-03-10', [...inForce, notice('2026-03-10')], sameDay);
    expect(s.status).toBe('inForce');
    expect(s.notices).toMatchObject([{ id: 't', inTime: 'disputed' }]);
    expect(whys(s)).toEqual([]);
    expect(s.notes).toContain('t has an effect on the default reading; on others it has none. The agreement had ended (expired).');
  });

  it('but none on another counts as disputed for revocation and consent too', () => {
    const renewed = given({}, { reading: { revocation: 'needsConsent' } });
    const list = [
      ...inForce,
      notice('2025-09-01'),
      { id: 'r', type: 'termination.revoked', by: 'AZ', of: 't', received: '2025-12-01' },
      { id: 'c', type: 'termination.revocationConsented', by: 'KZ', of: 'r', received: '2026-01-01' },
    ];
    const s = on('2026-02-01', list, renewed);
    expect(s.notices).toMatchObject([{ id: 't', revoked: '2026-01-01' }]);
    expect(s.notes).toContain(
      'c has an effect on the default reading; on others it has none. Revocation r needs no consent, or already has it.',
    );
    const free = on('2026-02-01', list);
    expect(whys(free)).toEqual([{ fact: 'c', why: 'Revocation r needs no consent, or already has it.', onSomeReadings: true }]);
  });
});
