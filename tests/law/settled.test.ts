/** What settles the question of a period, or opens it again, says so in its act: calendars and lists close and open by it. */
import { describe, expect, it } from 'vitest';
import type { Act } from '../../machines/acts.ts';
import type { Fact } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import { d, given } from './given.ts';
import { keptAgreement, ledger } from './notices-on-their-way.ts';

const short = ({ on, what, period, settled }: Act): string => [on, what, period, settled].join(' ');
const settling = (facts: readonly object[], agreement = keptAgreement()): string[] =>
  fold(agreement, [...ledger, ...facts] as Fact[], agreement.reading, d('2032-01-01'))
    .acts.filter(a => a.settled !== undefined)
    .map(short);

const notice = (id: string, by: string, received: string) => ({ id, type: 'termination.notified', by, received });
const revocation = (id: string, by: string, of: string, received: string) => ({ id, type: 'termination.revoked', by, of, received });

describe('what is to be decided for a period', () => {
  it('is settled by a notice that ends the agreement, and open again once it is revoked', () => {
    expect(settling([notice('t', 'AZ', '2028-01-10'), revocation('r', 'AZ', 't', '2028-03-01')])).toEqual([
      '2028-01-10 noticeReceived 1 true',
      '2028-03-01 noticeRevoked 1 false',
    ]);
  });

  it('stays settled while the notice of the other Party runs', () => {
    expect(
      settling([notice('t', 'AZ', '2028-01-10'), notice('u', 'KZ', '2028-02-10'), revocation('r', 'AZ', 't', '2028-03-01')]).at(-1),
    ).toBe('2028-03-01 noticeRevoked 1 true');
  });

  it('is settled by an agreed end', () => {
    expect(settling([{ id: 'x', type: 'termination.agreed', on: '2028-01-10', firstDayOut: '2029-01-01' }])).toEqual([
      '2028-01-10 terminationAgreed 1 true',
    ]);
  });

  it('is not spoken of where there is no period', () => {
    const indefinite = given({ duration: { kind: 'indefinite', article: 'art. 13' } });
    expect(settling([notice('t', 'AZ', '2028-01-10')], indefinite)).toEqual([]);
  });
});
