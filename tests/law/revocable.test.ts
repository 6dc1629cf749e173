/** The last day for revoking a notice, and the day from which that needs the other Party's consent. VCLT art. 68. */
import { describe, expect, it } from 'vitest';
import { assess } from '../../machines/notice/assess.ts';
import { d, entries, follows, given, inForceOn, on } from './setup.ts';

const inForce = inForceOn('2004-09-15');
const first = { id: 't', type: 'termination.notified', by: 'KZ', received: '2028-03-01' };

describe('a notice may be revoked', () => {
  it('without consent until the last day for notice at its receipt, even if a protocol has since lengthened the period', () => {
    const longer = { periodLength: 'P7Y', appliesTo: 'runningPeriod' };
    const protocol = [
      { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2028-01-01', changes: longer },
      { id: 'pk', type: 'protocol.completion.notified', protocol: 'p', by: 'KZ', received: '2028-01-01' },
      { id: 'pa', type: 'protocol.completion.notified', protocol: 'p', by: 'AZ', received: '2029-02-01' },
    ];
    const last = { ...first, received: '2029-01-10' };
    expect([on('2029-02-10', [...inForce, last, ...protocol]).notices[0]!.revocableUntil]).toEqual([
      { until: '2029-07-09', onEveryReading: '2029-07-09', withoutConsent: '2029-03-14', basis: 'VCLT art. 68' },
    ]);
  });

  it('only with consent if the clause says so, and the draft of the revocation says so too', () => {
    const byConsent = given({ termination: { when: 'anyTime', article: 'art. 13', notice: 'P6M', withdrawal: 'byConsent' } });
    const list = [...inForce, first];
    const s = on('2028-04-01', list, byConsent);
    expect(s.notices[0]).toMatchObject({
      consent: { by: 'clause', from: '2028-03-01' },
      revocableUntil: { until: '2028-08-31', byConsent: true },
    });
    const matter = { number: 'r', content: { kind: 'revocation', by: 'KZ', of: 't' } as never, channel: 'diplomaticNote' as const };
    const drafted = assess({ agreement: byConsent, description: '', entries: entries(...list), today: d('2028-04-01') }, matter);
    expect(follows(drafted)).toBe(
      'To be received by 31 Aug 2028: then it revokes the notice if the other Party’s consent is received by that day too.',
    );
  });

  it('and while another is running, it is said that this one still ends the agreement, and each keeps its days on other readings', () => {
    const second = { ...first, id: 't2', by: 'AZ', received: '2028-04-01' };
    const ledger = { agreement: given(), description: '', entries: entries(...inForce, first, second), today: d('2028-05-01') };
    const ofNotice = (number: string, content: object) => follows(assess(ledger, { number, content, channel: 'diplomaticNote' } as never));
    expect(ofNotice('r', { kind: 'revocation', by: 'KZ', of: 't' })).toContain(
      'Notice t2 still ends the agreement; its last day in force is then 30 Sep 2028.',
    );
    expect(ofNotice('t', { kind: 'termination', by: 'KZ' })).toContain('On other readings it ceases to be in force on 2 Sep 2028, ');
    expect(ofNotice('t2', { kind: 'termination', by: 'AZ' })).toContain('On other readings it ceases to be in force on 2 Oct 2028, ');
  });
});
