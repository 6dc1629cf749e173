/** The ledger as the command line and the pages show it. */
import { expect, it } from 'vitest';
import { describedIn } from '../client/answers.ts';
import { ledgerOf } from '../client/ledger.ts';
import type { Entry } from '../machines/facts.ts';
import { testAgreement } from './support/test-agreement.ts';

it.each([
  ['2028-05-01T18:30:00Z', '2028-05-01'],
  ['2028-05-01T19:30:00Z', '2028-05-01'],
  ['2028-05-01T20:30:00Z', '2028-05-02'],
])('an entry of %s was entered on %s, the day that has begun for both Parties', (at, day) => {
  const described = describedIn(testAgreement('kept', { rehearsal: false }));
  expect(described.parties.map(p => p.zone)).toEqual(['Asia/Almaty', 'Asia/Baku']);
  const entry = { id: 's', type: 'signed', on: '2028-04-01' } as Entry;
  const row = { agreement: 'kept', seq: 1, entry, entered: { by: 'desk', at: Date.parse(at) }, authority: null };
  expect(ledgerOf({ entries: [row], withoutEffect: [], described })).toMatchObject([{ enteredOn: day }]);
});
