/** Each kind of refusal, in a desk officer's words, with what to do. */
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../machines/refusal.ts';
import { readEntry, readLedger, refusalByLedger } from '../../machines/read-entries.ts';
import { answered } from '../support/sentences.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const agreement = testAgreement('refusals');
const noon = Date.parse('2030-03-01T08:00:00Z');
const lateEvening = Date.parse('2030-03-01T19:30:00Z'); // 2 March in Almaty, still 1 March in Baku
const notice = { id: 't', type: 'termination.notified', by: 'AZ', received: '2030-02-01' };
const revocation = { id: 'r', type: 'termination.revoked', by: 'AZ', of: 't', received: '2030-02-10' };

describe('before the ledger is read', () => {
  const table: [string, unknown, string, RegExp][] = [
    ['nothing', undefined, 'malformed', /at least id and type/],
    ['something other than an object', 'signed', 'malformed', /at least id and type/],
    ['an unknown type', { id: 'x', type: 'treaty.signed' }, 'unknownType', /Known: signed/],
    ['a missing date', { id: 'x', type: 'signed' }, 'malformed', /entry x \(a signature\) .*: on: is missing/],
    ['an invalid id', { id: 7, type: 'signed', on: '2030-01-01' }, 'malformed', /without an id \(a signature\)/],
    ['a day that does not exist', { id: 'x', type: 'signed', on: '2030-02-30' }, 'malformed', /a day that exists/],
    ['an unknown field', { ...notice, sent: 'yes' }, 'malformed', /sent/],
    ['an unknown Party', { ...notice, by: 'US' }, 'unknownParty', /The Parties are KZ and AZ/],
    [
      'received before dispatched',
      { ...notice, dispatched: '2030-02-02' },
      'datesOutOfOrder',
      /the day of receipt, 1 Feb 2030, is before the day of dispatch/,
    ],
    [
      'dispatched before dated',
      { ...notice, dated: '2030-02-01', dispatched: '2030-01-31' },
      'datesOutOfOrder',
      /the day of dispatch, 31 Jan 2030, is before the day of the notice/,
    ],
    ['received tomorrow', { ...notice, received: '2030-03-02' }, 'futureDate', /in Asia\/Almaty, where KZ receives it/],
    ['signed tomorrow', { id: 'x', type: 'signed', on: '2030-03-02' }, 'futureDate', /use simulate/],
    [
      'an entry into force agreed tomorrow',
      { id: 'x', type: 'entry.agreed', on: '2030-03-02', date: '2030-03-02', published: true },
      'futureDate',
      /the day ahead as the day of entry into force\./,
    ],
    [
      'an end agreed tomorrow',
      { id: 'x', type: 'termination.agreed', on: '2030-03-02', firstDayOut: '2031-01-01' },
      'futureDate',
      /the day ahead as the first day no longer in force\./,
    ],
    ['recorded tomorrow', { ...notice, recorded: '2030-03-02' }, 'futureDate', /Leave it out to record/],
    [
      'a strike recorded tomorrow',
      { id: 'k', type: 'struck', of: 't', recorded: '2030-03-02', reason: 'x' },
      'futureDate',
      /Leave it out to record/,
    ],
    ['a correction of the Party', { id: 'c', type: 'corrected', of: 't', by: 'KZ' }, 'malformed', /may not correct the Party/],
    ['a correction of nothing', { id: 'c', type: 'corrected', of: 't' }, 'malformed', /corrects no field/],
    ['a strike without a reason', { id: 'k', type: 'struck', of: 't' }, 'malformed', /reason/],
  ];

  it.each(table)('%s is refused', (_, entry, refused, message) => {
    expect(answered(readEntry(entry, agreement, noon))).toMatchObject({ refused, message: expect.stringMatching(message) });
  });

  it('the receiving Party’s local date decides what is in the future', () => {
    expect(isRefusal(readEntry({ ...notice, received: '2030-03-02' }, agreement, lateEvening))).toBe(false);
    expect(readEntry({ ...notice, by: 'KZ', received: '2030-03-02' }, agreement, lateEvening)).toMatchObject({ refused: 'futureDate' });
    expect(isRefusal(readEntry({ id: 'x', type: 'signed', on: '2030-03-02' }, agreement, lateEvening))).toBe(false);
  });

  it('stated future dates are free, and without a today nothing is in the future', () => {
    expect(isRefusal(readEntry({ ...notice, names: { firstDayOut: '2099-01-01' } }, agreement, noon))).toBe(false);
    expect(isRefusal(readEntry({ ...notice, received: '2099-01-01' }, agreement))).toBe(false);
  });

  it('a correction or a strike without a day is recorded on the legal today', () => {
    expect(readEntry({ id: 'k', type: 'struck', of: 't', reason: 'x' }, agreement, lateEvening)).toMatchObject({ recorded: '2030-03-01' });
    expect(readEntry({ id: 'k', type: 'struck', of: 't', reason: 'x' }, agreement)).toMatchObject({ refused: 'malformed' });
  });
});

describe('by the ledger', () => {
  const { entries } = readLedger(
    [
      ...inForceFrom('2021-03-10'),
      notice,
      revocation,
      { id: 'c', type: 'corrected', of: 't', recorded: '2030-02-05', dispatched: '2030-01-20' },
    ],
    agreement,
  );
  const refused = (entry: object) => {
    const read = readEntry(entry, agreement, noon);
    return isRefusal(read) ? read : refusalByLedger(entries, read, agreement);
  };

  it.each([
    ['a revocation of an unknown notice', { ...revocation, id: 'r2', of: 'x' }, 'unknownOf', /not in the register/],
    ['a revocation of a signature', { ...revocation, id: 'r2', of: 's' }, 'wrongKindOf', /Only a notice of termination/],
    ['a revocation of the other’s notice', { ...revocation, id: 'r2', by: 'KZ' }, 'noRight', /its own notices only/],
    [
      'a consent to an unknown revocation',
      { ...revocation, id: 'a', type: 'termination.revocationConsented', of: 'x' },
      'unknownOf',
      /not in the register/,
    ],
    [
      'a consent to a notice',
      { ...revocation, id: 'a', type: 'termination.revocationConsented', by: 'KZ', of: 't' },
      'wrongKindOf',
      /Consent is to a revocation/,
    ],
    [
      'a consent to one’s own revocation',
      { ...revocation, id: 'a', type: 'termination.revocationConsented', of: 'r' },
      'noRight',
      /the other Party must/,
    ],
    [
      'a correction of an unknown entry',
      { id: 'c2', type: 'corrected', of: 'x', received: '2030-01-01' },
      'unknownOf',
      /not in the register/,
    ],
    [
      'a correction of a correction',
      { id: 'c2', type: 'corrected', of: 'c', received: '2030-01-01' },
      'wrongKindOf',
      /Strike c, or correct t once more/,
    ],
    [
      'a correction that puts dates out of order',
      { id: 'c2', type: 'corrected', of: 't', received: '2030-01-10' },
      'datesOutOfOrder',
      /Refused as corrected by c2/,
    ],
    [
      'a correction that clears a required field',
      { id: 'c2', type: 'corrected', of: 't', received: null },
      'malformed',
      /Refused as corrected by c2/,
    ],
    ['a strike of an unknown entry', { id: 'k', type: 'struck', of: 'x', reason: 'x' }, 'unknownOf', /not in the register/],
  ])('%s is refused', (_, entry, kind, message) => {
    expect(answered(refused(entry))).toMatchObject({ refused: kind, message: expect.stringMatching(message) });
  });

  it('what the ledger allows is not refused', () => {
    expect(refused({ ...revocation, id: 'r2', of: undefined })).toBeUndefined();
    expect(refused({ id: 'a', type: 'termination.revocationConsented', by: 'KZ', of: 'r', received: '2030-02-20' })).toBeUndefined();
    expect(refused({ id: 'k', type: 'struck', of: 'c', reason: 'x' })).toBeUndefined();
  });

  it('an id is used once in a file', () => {
    const { refusals } = readLedger([notice, { ...notice, received: '2030-02-02' }], agreement);
    expect(refusals).toMatchObject([{ refused: 'idInUse' }]);
  });
});
