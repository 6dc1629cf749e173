/** The failure reported when a ledger can't be folded. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../machines/facts.ts';
import { foldLedger, type FoldFailure } from '../../machines/fold-failure.ts';
import { BeyondLimit } from '../../machines/beyond-limit.ts';
import { whyUnreadableIn } from '../support/why-unreadable.ts';
import { entries } from './setup.ts';

const ledger = entries(
  { id: 'a', type: 'signed', on: '2004-03-01' },
  { id: 'b', type: 'note.received', by: 'AZ', received: '2005-01-01', subject: 'b' },
  { id: 'c', type: 'corrected', of: 'a', recorded: '2005-02-01', on: '2004-03-02' },
  { id: 'd', type: 'note.received', by: 'AZ', received: '2006-01-01', subject: 'd' },
);
const failing =
  (cause: unknown, ...bad: string[]) =>
  (known: readonly Entry[]): number => {
    if (bad.some(id => known.some(e => e.id === id))) throw cause;
    return known.length;
  };
const failure = (folded: (known: readonly Entry[]) => unknown): FoldFailure => {
  try {
    foldLedger('x', ledger, folded);
  } catch (cause) {
    return cause as FoldFailure;
  }
  throw new Error('the fold succeeded');
};

describe('a ledger that can’t be folded', () => {
  it('is not reported if the fold succeeds', () => expect(foldLedger('x', ledger, failing('never'))).toBe(4));

  it('is reported with the entry that caused it, whatever was entered after it', () => {
    expect(failure(failing(new Error('no date'), 'b')).entry).toBe('b');
    expect(failure(failing(new Error('no date'), 'b', 'd')).entry).toBe('b');
    expect(whyUnreadableIn(() => foldLedger('x', ledger, failing(new Error('no date'), 'b')))).toBe(
      'x can’t be folded: no date. The cause is the entry b. Remove it (in a register: npx servanda strike x b --reason "…"), and enter it correctly.',
    );
  });

  it('is reported with the description if no entry explains it, and with the original error', () => {
    const folded = () => failing('What now?', 'any')([{ id: 'any' } as Entry]);
    expect(failure(folded).entry).toBeUndefined();
    expect(whyUnreadableIn(() => foldLedger('x', ledger, folded))).toMatch(
      /^x can’t be folded: What now\? No entry is the cause: check its description/,
    );
  });

  it('is not reported for input beyond a limit, which is a fault of the request', () => {
    expect(failure(failing(new BeyondLimit({ code: 'tooManySteps', most: 1 }), 'a'))).toBeInstanceOf(BeyondLimit);
  });
});
