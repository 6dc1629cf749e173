/** Corrections and strikes, and the two dates of a question: the day asked about, and the day as known on which it is answered. */
import { describe, expect, it } from 'vitest';
import { asCorrected, correctionsOf, fieldsOf, fixedFieldIn } from '../../machines/corrections.ts';
import { factsKnown } from '../../machines/ledger.ts';
import type { AmendingEntry, Fact } from '../../machines/facts.ts';
import { recordedOn } from '../../machines/facts.ts';
import { readEntry } from '../../machines/read-entries.ts';
import { isRefusal } from '../../machines/refusal.ts';
import { actsThrough, d, entries, given, inForceOn, on } from './setup.ts';
import { reconcile } from '../../machines/acts.ts';

const fact = { id: 't1', type: 'termination.notified', by: 'AZ', dispatched: '2028-01-10', received: '2028-01-20' };
const corrected = (id: string, recorded: string, fields: object, of = 't1') => ({ id, type: 'corrected', of, recorded, ...fields });
const struck = (id: string, recorded: string, of: string) => ({ id, type: 'struck', of, recorded, reason: 'entered in error' });

const factAfter = (...list: object[]): Record<string, unknown> | undefined => factsKnown(entries(fact, ...list)).facts[0];

describe('a correction', () => {
  it('sets fields, and null clears them', () => {
    expect(factAfter(corrected('c1', '2028-02-01', { received: '2028-01-22', evidence: 'note 7' }))).toEqual({
      ...fact,
      received: '2028-01-22',
      evidence: 'note 7',
    });
    const { dispatched: _, ...without } = fact;
    expect(factAfter(corrected('c1', '2028-02-01', { dispatched: null }))).toEqual(without);
  });

  it('is applied in the order of recorded, then of entry, wherever it stands in the list', () => {
    const early = corrected('c1', '2028-02-01', { received: '2028-01-21' });
    const late = corrected('c2', '2028-02-02', { received: '2028-01-22' });
    expect(factAfter(early, late)!['received']).toBe('2028-01-22');
    expect(factAfter(late, early)!['received']).toBe('2028-01-22');
    const same = corrected('c3', '2028-02-02', { received: '2028-01-23' });
    expect(factAfter(late, same)!['received']).toBe('2028-01-23');
    expect(factAfter(same, late)!['received']).toBe('2028-01-22');
  });

  it('that is struck restores the previous value, and applies again once the strike is struck', () => {
    const c = corrected('c1', '2028-02-01', { received: '2028-01-22' });
    expect(factAfter(c, struck('k1', '2028-02-02', 'c1'))!['received']).toBe('2028-01-20');
    expect(factAfter(c, struck('k1', '2028-02-02', 'c1'), struck('k2', '2028-02-03', 'k1'))!['received']).toBe('2028-01-22');
  });

  it('that makes the fact malformed leaves it without effect, with the reason', () => {
    const known = factsKnown(entries(fact, corrected('c1', '2028-02-01', { received: null })));
    expect(known.facts).toEqual([]);
    expect(known.spoilt).toEqual([
      {
        fact: 't1',
        reason: {
          code: 'malformedAfterCorrection',
          args: { corrections: ['c1'], mistake: 'day' },
        },
      },
    ]);
  });

  it('never changes id, type, of, by or protocol, or when the fact was recorded', () => {
    for (const field of ['id', 'type', 'of', 'by', 'protocol']) expect(fixedFieldIn({ received: '2028-01-20', [field]: 'x' })).toBe(field);
    expect(fixedFieldIn({ received: '2028-01-20' })).toBeUndefined();
    const c = corrected('c1', '2028-02-01', { received: '2028-01-22', reason: 'misread' }) as unknown as AmendingEntry;
    expect(fieldsOf(c)).toEqual({ received: '2028-01-22' });
    expect(asCorrected(fact as unknown as Fact, c)).toEqual({ ...fact, received: '2028-01-22' });
  });

  it('is listed with the others in the order of application, without those struck', () => {
    const list = entries(
      fact,
      corrected('c3', '2028-02-03', {}),
      corrected('c1', '2028-02-01', {}),
      corrected('c2', '2028-02-02', {}, 't2'),
      struck('k1', '2028-02-04', 'c3'),
      corrected('c4', '2028-02-05', {}),
    );
    expect(correctionsOf('t1', list).map(c => c.id)).toEqual(['c1', 'c4']);
    expect(correctionsOf('t1', [...list, ...entries(struck('k2', '2028-02-06', 'k1'))]).map(c => c.id)).toEqual(['c1', 'c3', 'c4']);
  });
});

describe('a strike', () => {
  it('removes a fact, and if struck itself restores it', () => {
    expect(factAfter(struck('k1', '2028-02-01', 't1'))).toBeUndefined();
    expect(factAfter(struck('k1', '2028-02-01', 't1'), struck('k2', '2028-02-02', 'k1'))).toEqual(fact);
    expect(factAfter(struck('k1', '2028-02-01', 't1'), struck('k2', '2028-02-02', 'k1'), struck('k3', '2028-02-03', 'k2'))).toBeUndefined();
  });

  it('is applied from the last to the first, wherever the strikes stand in the list', () => {
    expect(factAfter(struck('k2', '2028-02-02', 'k1'), struck('k1', '2028-02-01', 't1'))).toEqual(fact);
  });

  it('of a corrected fact removes it with its corrections', () => {
    const known = factsKnown(entries(fact, corrected('c1', '2028-02-01', { received: null }), struck('k1', '2028-02-02', 't1')));
    expect(known).toEqual({ facts: [], spoilt: [] });
  });

  it('leaves a revocation of the notice, and a consent to that, without effect, with the reason', () => {
    const list = entries(
      { id: 'r1c', type: 'termination.revocationConsented', by: 'KZ', of: 'r1', received: '2028-03-10' },
      { id: 'r1', type: 'termination.revoked', by: 'AZ', of: 't1', received: '2028-03-01' },
      { id: 'r2', type: 'termination.revoked', by: 'AZ', received: '2028-03-02' },
      fact,
      struck('k1', '2028-04-01', 't1'),
    );
    expect(factsKnown(list)).toEqual({
      facts: [list[2]],
      spoilt: [
        { fact: 'r1', reason: { code: 'ofStruck', args: { of: 't1' } } },
        { fact: 'r1c', reason: { code: 'ofWithoutEffect', args: { of: 'r1', why: null } } },
      ],
    });
    expect(factsKnown([...list].reverse()).spoilt).toEqual(factsKnown(list).spoilt);
  });
});

describe('the answer depends on the day asked about and on the day as known on which it is answered', () => {
  const list = [
    ...inForceOn('2004-09-15'),
    { id: 't1', type: 'termination.notified', by: 'AZ', received: '2026-08-10', recorded: '2026-11-20' },
    struck('k1', '2026-12-05', 't1'),
  ];

  it('so that a notice is not known before it was recorded', () => {
    expect(on('2026-11-19', list, undefined, '2026-11-19').termination).toBeNull();
    expect(on('2027-03-01', list, undefined, '2026-11-19')).toMatchObject({ status: 'inForce', knownOn: '2026-11-19', termination: null });
  });

  it('so that a recorded notice counts from its receipt, and once struck is gone', () => {
    expect(on('2026-11-20', list, undefined, '2026-11-20').termination!.lastDayInForce).toBe('2027-02-09');
    expect(on('2027-03-01', list, undefined, '2026-12-04').status).toBe('terminated');
    expect(on('2027-03-01', list, undefined, '2026-12-05').status).toBe('inForce');
    expect(on('2027-03-01', list).status).toBe('inForce');
  });

  it('and may have been recorded today, on the later date of the two Parties, but not tomorrow', () => {
    const noon = Date.UTC(2026, 10, 20, 12);
    const isRefused = (recorded: string, received = '2026-08-10') =>
      isRefusal(readEntry({ ...list[3], received, recorded }, given(), noon));
    expect([isRefused('2026-11-20'), isRefused('2026-11-21'), isRefused('2026-11-20', '2026-11-21')]).toEqual([false, true, true]);
  });

  it('and a fact without recorded counts as known from its own date', () => {
    expect(on('2004-12-01', list, undefined, '2004-09-14').status).toBe('signed');
    expect(on('2004-12-01', list, undefined, '2004-09-15').status).toBe('inForce');
    expect(recordedOn({ id: 's', type: 'signed', on: d('2004-03-01') })).toBe('2004-03-01');
  });

  it('and a correction changes what is known from the day on which it was recorded', () => {
    const late = [...inForceOn('2004-09-15'), corrected('c1', '2005-01-10', { received: '2004-09-16' }, 'n2')];
    expect(on('2005-02-01', late, undefined, '2005-01-09').entryIntoForce.date).toBe('2004-09-15');
    expect(on('2005-02-01', late, undefined, '2005-01-10').entryIntoForce.date).toBe('2004-09-16');
  });
});

describe('a backdated, corrected or struck fact changes the past', () => {
  const silence = inForceOn('2004-09-15');
  const backdated = { id: 't1', type: 'termination.notified', by: 'AZ', received: '2009-03-10', recorded: '2009-12-01' };

  it('and announcements that no longer hold are withdrawn, never deleted', () => {
    const before = actsThrough('2009-12-01', silence);
    const after = actsThrough('2009-12-01', [...silence, backdated]);
    const { owed, withdrawn } = reconcile(before, after);
    expect(withdrawn.map(a => `${a.on} ${a.what}`)).toEqual(['2009-03-15 renewalSettled', '2009-09-15 renewal']);
    expect(owed.map(a => `${a.on} ${a.what}`)).toEqual(['2009-03-10 noticeReceived', '2009-09-10 termination', '2009-09-10 closingReport']);
    expect(reconcile(after, before)).toEqual({ owed: withdrawn, withdrawn: owed });
    expect(reconcile(after, after)).toEqual({ owed: [], withdrawn: [] });
  });
});
