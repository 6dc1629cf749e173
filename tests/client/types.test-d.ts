/** What a program may pass to the client, as the compiler sees it: `npm run typecheck` fails if one of these lines changes its meaning. */
import { createServanda } from '../../client/index.ts';

export async function whatMayBePassed(): Promise<void> {
  const servanda = createServanda({ address: '127.0.0.1:7233', home: '.servanda' });

  // A day is a string.
  await servanda.notice.dispatch('a', '2026-1', { on: '2026-12-01' });
  await servanda.notice.confirmReceipt('a', '2026-1', { received: '2026-12-01', evidence: 'note 41' });
  await servanda.record('a', { type: 'termination.notified', by: 'KZ', received: '2026-12-01' });
  await servanda.record('a', { type: 'signed', on: { notBefore: '1998-01-01', notAfter: '1998-12-31' } });
  await servanda.correct('a', 'n1', { received: '2026-12-02', evidence: null }, { reason: 'stamp misread' });
  await servanda.notice.draft('a', { kind: 'termination', by: 'KZ', names: { firstDayOut: '2029-01-01' } }, { channel: 'courier' });
  await servanda.protocol.propose('a', 'p1', { by: 'KZ', received: '2026-12-01', changes: { periodLength: 'P3Y' } });
  await servanda.protocol.sign('a', 'p1', { on: '2026-12-01' });

  // The person may be left out, or named.
  await servanda.notice.approve('a', '2026-1');
  await servanda.notice.approve('a', '2026-1', { by: 'head of department' });

  // @ts-expect-error -- there is no such field
  await servanda.notice.dispatch('a', '2026-1', { date: '2026-12-01' });
  // @ts-expect-error -- a day is no request
  await servanda.notice.approve('a', '2026-1', '2026-12-01');
  // @ts-expect-error -- when it left must be said
  await servanda.notice.dispatch('a', '2026-1');
  // @ts-expect-error -- receipt without proof has no effect
  await servanda.notice.confirmReceipt('a', '2026-1', { received: '2026-12-01' });
  // @ts-expect-error -- there is no such request
  await servanda.notice.send('a', '2026-1', { on: '2026-12-01' });
  // @ts-expect-error -- there is no such fact
  await servanda.record('a', { type: 'termination.notifed', by: 'KZ', received: '2026-12-01' });
  // @ts-expect-error -- a fact has its own fields
  await servanda.record('a', { type: 'signed', received: '2026-12-01' });
  // @ts-expect-error -- a notice of termination has an exact day
  await servanda.record('a', { type: 'termination.notified', by: 'KZ', received: { notBefore: '2026-12-01', notAfter: '2026-12-31' } });
  // @ts-expect-error -- no correction changes whose notice it was
  await servanda.correct('a', 'n1', { by: 'AZ' });
  // @ts-expect-error -- there is no such kind
  await servanda.notice.draft('a', { kind: 'cancellation', by: 'KZ' });
  // @ts-expect-error -- a strike has its reason
  await servanda.strike('a', 'n1', {});
  // @ts-expect-error -- there is no such decision
  await servanda.decide('a', { decision: 'wait', person: 'head', authority: 'instruction 17' });
  // @ts-expect-error -- a consequence of the type of the answer
  (await servanda.standing('a')).status satisfies 'open';
}
