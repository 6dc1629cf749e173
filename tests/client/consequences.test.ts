/** The consequences of an entry, before it is recorded: those that it has once it is. */
import { describe, expect, it } from 'vitest';
import { consequencesOf } from '../../client/consequences.ts';
import { asRecordedOn, type Entry } from '../../machines/facts.ts';
import { wordings } from '../../wording/index.ts';
import { d, entries, given, inForceOn, on } from '../law/setup.ts';

const today = '2026-11-29';
const preview = (ledger: readonly object[], added: object) =>
  consequencesOf(wordings.en, { agreement: given(), description: 'sha256:', entries: entries(...ledger) }, entries(added), d(today));

describe('an entry for a day of which another of its kind is recorded', () => {
  const at = { on: '2026-06-01' };
  const named = (id: string, firstDayOut: string) => ({ id, type: 'termination.agreed', ...at, firstDayOut });
  const received = { received: '2026-10-01', dispatched: '2026-09-20' };

  it.each<[string, object, object]>([
    ['an agreed end', { ...named('e', '2027-05-01'), recorded: '2026-06-01' }, named('a', '2027-07-01')],
    ['an agreed end recorded late', { ...named('e', '2027-05-01'), recorded: '2026-08-01' }, named('f', '2027-07-01')],
    [
      'an agreed renewal',
      { id: 'e', type: 'renewal.agreed', ...at, until: '2031-01-01', recorded: '2026-06-01' },
      { id: 'a', type: 'renewal.agreed', ...at, until: '2032-01-01' },
    ],
    [
      'a suspension',
      { id: 'e', type: 'suspension.agreed', ...at, from: '2027-01-01', recorded: '2026-06-01' },
      { id: 'a', type: 'suspension.agreed', ...at, from: '2027-03-01' },
    ],
    [
      'a notice',
      { id: 'e', type: 'termination.notified', by: 'KZ', ...received, recorded: '2026-10-01' },
      { id: 'a', type: 'termination.notified', by: 'KZ', ...received },
    ],
  ])('is previewed as recorded today: %s', (_, earlier, added) => {
    const ledger = [...inForceOn('2004-09-15'), earlier];
    const recorded = on(today, [...ledger, asRecordedOn(d(today), added as Entry)]);
    expect(preview(ledger, added).after).toEqual({ ...recorded, description: 'sha256:' });
  });

  it('replaces the one that was recorded before it', () => {
    const ledger = [...inForceOn('2004-09-15'), { ...named('e', '2027-05-01'), recorded: '2026-06-01' }];
    expect(preview(ledger, named('a', '2027-07-01')).moves).toContainEqual({
      what: 'firstDayOut',
      of: null,
      before: '2027-05-01',
      after: '2027-07-01',
    });
  });
});
