/** What `identity sign` signs: only requests that their workflow takes, under the name by which it checks the right (docs/rights.md). */
import { describe, expect, it } from 'vitest';
import { Refused } from '../../client/failures.ts';
import { nameToSign } from '../../client/signable.ts';
import { wordings } from '../../wording/index.ts';

const fact = { id: 'n1', type: 'note.received', by: 'AZ', received: '2026-11-20', subject: 'a visit' };
const correction = { id: 'c1', type: 'corrected', of: 'n1', recorded: '2026-11-21', subject: 'two visits' };
const strike = { id: 'k1', type: 'struck', of: 'n1', recorded: '2026-11-21', reason: 'sent to another desk' };
const signed = (name: string, entry: object): string => nameToSign('agreement/a', name, { entry, by: 'archive' }, wordings.en);

describe('a right to enter something', () => {
  it.each([
    ['a fact', 'record', fact],
    ['a correction', 'record', correction],
    ['a correction, by its update', 'correct', correction],
    ['a strike', 'record', strike],
    ['a strike, by its update', 'strike', strike],
  ])('is signed as record for %s', (_, name, entry) => {
    expect(signed(name, entry)).toBe('record');
  });

  it.each([
    ['a fact as a correction', 'correct', fact, /correct takes an entry of type corrected, not note\.received/],
    ['a correction as a strike', 'strike', correction, /strike takes an entry of type struck, not corrected/],
    ['a strike without its reason', 'strike', { ...strike, reason: undefined }, /The entry can’t be used as it is: reason: is missing/],
    ['a correction without its day', 'record', { ...correction, recorded: undefined }, /recorded: is missing/],
    ['a fact on a day that does not exist', 'record', { ...fact, received: '2026-02-30' }, /received: must be a calendar date/],
  ])('is not signed for %s', (_, name, entry, why) => {
    expect(() => signed(name, entry)).toThrow(Refused);
    expect(() => signed(name, entry)).toThrow(why);
  });
});
