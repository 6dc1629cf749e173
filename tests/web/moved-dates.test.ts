/** The dates that move, in a preview on the desk. */
import { describe, expect, it } from 'vitest';
import type { AgreementStanding } from '../../client/answers.ts';
import { consequencesOf } from '../../client/consequences.ts';
import { wordings } from '../../wording/index.ts';
import { consequencesPart } from '../../web/forms/consequences.ts';
import { wordsIn } from '../../web/words.ts';
import { d, entries, given, inForceOn, on } from '../law/setup.ts';

const applied = { text: 'art. 3', provisionallyFrom: '2020-12-31' };
const ledger = entries(...inForceOn('2004-09-15'), {
  id: 'ps',
  type: 'protocol.signed',
  protocol: 'p1',
  on: '2020-11-01',
  changes: applied,
});
const source = { agreement: given(), description: 'sha256:', entries: ledger };

function previewOf(added: object): string {
  const found = consequencesOf(wordings.en, source, entries(added), d('2026-11-29'));
  const s = { ...on('2026-11-29', ledger), entries: [], described: source.agreement } as unknown as AgreementStanding;
  return String(consequencesPart(found, s, wordsIn('en')));
}

describe('a preview on the desk', () => {
  it('lists past dates that move, and does not say that none does', () => {
    const page = previewOf({ id: 'x', type: 'struck', of: 'ps', recorded: '2026-11-29', reason: 'entered in error' });
    expect(page).toContain('Dates of the past that move: 1');
    expect(page).toContain('31\u00a0Dec\u00a02020');
  });

  it('says that no date moves if none does', () => {
    const page = previewOf({ id: 'x', type: 'corrected', of: 'ps', recorded: '2026-11-29', evidence: 'note 7' });
    expect(page).toContain('No date moves.');
    expect(page).not.toContain('Dates of the past');
  });

  it('lists past dates also if nothing ahead moves', () => {
    const ended = {
      id: 'x',
      type: 'corrected',
      of: 'ps',
      recorded: '2026-11-29',
      changes: { ...applied, provisionallyFrom: '2021-01-31' },
    };
    const page = previewOf(ended);
    expect(page).toContain('Dates of the past that move: 1');
    expect(page).not.toContain('No date moves.');
  });
});
