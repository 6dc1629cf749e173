/**
 * The input and output of the API's typed client, as the compiler sees them: `npm run typecheck` fails if one of these lines changes its
 * meaning.
 */
import { apiClient } from '../../web/api/client.ts';

export async function whatMayBeAsked(): Promise<void> {
  const api = apiClient('https://desk.example.org/api');
  const param = { agreement: 'a' };

  const standing = await (await api.agreements[':agreement'].$get({ param, query: { asOf: '2028-02-01' } })).json();
  standing.status satisfies string;
  standing.period?.lastDayForNotice?.sendBy satisfies string | null | undefined;
  const { items, next } = await (await api.deadlines.$get({ query: { within: 'P18M' } })).json();
  items[0]?.daysLeftToSend satisfies number | null | undefined;
  next satisfies string | null;

  await api.agreements[':agreement'].facts.$post({
    param,
    query: {},
    json: { type: 'termination.notified', by: 'KZ', received: '2026-12-01' },
  });
  const steps = api.agreements[':agreement'].notices[':notice'].steps;
  await steps.$post({ param: { ...param, notice: '2026-1' }, query: {}, json: { step: 'dispatch', on: '2026-12-01' } });

  // @ts-expect-error -- there is no such operation
  await api.agreements[':agreement'].letters.$get({ param });
  // @ts-expect-error -- there is no such fact
  await api.agreements[':agreement'].facts.$post({ param, query: {}, json: { type: 'termination.notifed', by: 'KZ' } });
  // @ts-expect-error -- receipt without proof has no effect
  await steps.$post({ param: { ...param, notice: '2026-1' }, query: {}, json: { step: 'confirmReceipt', received: '2026-12-01' } });
  // @ts-expect-error -- a status is one of those there are
  standing.status satisfies 'open';
}
