/**
 * In the last period allowed by the clause no renewal lies ahead. A notice is then neither in time nor late, takes effect only by the sentence on
 * effect, and can be revoked without consent (VCLT art. 68).
 */
import { describe, expect, it } from 'vitest';
import { assess } from '../../machines/notice/assess.ts';
import { actsThrough, d, entries, follows, given, inForceOn, on, sentence } from './setup.ts';

/** Two years, renewed once for two more, to 9 March 2025; three months' notice before the end, nine months from notice to effect. */
const once = given({
  duration: { kind: 'periods', article: 'art. 5', first: 'P2Y', renewal: { kind: 'automatic', length: 'P2Y', times: 1 }, noticeBefore: 'P3M' },
  termination: { when: 'anyTime', article: 'art. 5', notice: 'P9M' },
}); // prettier-ignore
const inForce = inForceOn('2021-03-10');
const notice = (received: string) => ({ id: 't', type: 'termination.notified', by: 'KZ', received });
const told = (received: string, before: object[] = []): string =>
  actsThrough(received, [...inForce, ...before, notice(received)], once)
    .filter(act => act.what === 'noticeReceived')
    .map(sentence)
    .join(' ');

describe('a notice received in the last period', () => {
  it('is not called in time or late', () => {
    expect(told('2024-06-01')).toBe('Notice of termination t (KZ) was received on 1 June 2024: last day in force 28 February 2025.');
    expect(told('2025-01-10')).toBe(
      'Notice of termination t (KZ) was received on 10 January 2025: last day in force 9 October 2025. Unless the Parties agree to renew it, the agreement expires before that, on 9 March 2025.',
    );
    expect(on('2025-01-10', [...inForce, notice('2025-01-10')], once).notices[0]).toMatchObject({ inTime: 'yes', preventsNothing: true });
    const matter = { number: 't', content: { kind: 'termination', by: 'KZ' } as never, channel: 'diplomaticNote' as const };
    const list = entries(...inForce, notice('2025-01-10'));
    const assessed = assess({ agreement: once, description: '', entries: list, today: d('2025-01-11') }, matter);
    expect(assessed.inTime).toBeNull();
    expect(follows(assessed)).toContain('Received 10 Jan 2025, in a period that is not renewed in any case; last day in force 9 Oct 2025');
  });

  it('is called in time or late if a renewal lies ahead: in the period before, or if a completed protocol will renew', () => {
    expect(told('2022-12-09')).toContain('on 9 December 2022, in time:');
    expect(told('2022-12-10')).toContain('on 10 December 2022, after the last day for notice:');
    const again = { renewal: { kind: 'automatic', length: 'P2Y' }, from: '2025-02-01' };
    const protocol = [
      { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2024-01-01', changes: again },
      { id: 'pk', type: 'protocol.completion.notified', protocol: 'p', by: 'KZ', received: '2024-01-01' },
      { id: 'pa', type: 'protocol.completion.notified', protocol: 'p', by: 'AZ', received: '2024-01-01' },
    ];
    expect(told('2025-01-10', protocol)).toContain('on 10 January 2025, after the last day for notice:');
  });

  it('can be revoked without consent at any time before it takes effect, on every reading', () => {
    const running = on('2024-12-20', [...inForce, notice('2024-06-01')], once);
    expect(running.notices[0]).toMatchObject({ consent: null, revocableUntil: { withoutConsent: '2025-02-28' } });
    const revoked = { id: 'r', type: 'termination.revoked', by: 'KZ', of: 't', received: '2024-12-20' };
    const { termination } = on('2024-12-20', [...inForce, notice('2024-06-01'), revoked], once);
    expect(termination).toMatchObject({
      cause: 'expiry',
      lastDayInForce: '2025-03-09',
      alternatives: [{ firstDayOut: '2025-03-11', when: [{ periodEnd: 'sameNumberedDay' }] }],
    });
  });
});

it('on the first day of the last period its expiry is that of this period, also if another reading still counts the one before', () => {
  const protocol = { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2022-01-01', changes: { text: 'a new art. 6' } };
  for (const list of [inForce, [...inForce, protocol]])
    expect(on('2023-03-10', list, once)).toMatchObject({ period: { number: 2 }, decision: { question: 'expiry', due: '2025-03-09' } });
});
