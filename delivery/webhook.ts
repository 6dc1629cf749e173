/** Letters to programs: a POST signed as Standard Webhooks says, with the same id on every attempt. */
import { Webhook } from 'standardwebhooks';
import type { Instant } from '../clauses/calendar.ts';
import type { Act } from '../machines/acts.ts';
import { NotTaken, Undeliverable } from './undeliverable.ts';

export interface Told {
  type: 'servanda.act' | 'servanda.act.withdrawn';
  agreement: string;
  recipient: string;
  /** The id of the act. */
  id: string;
  act: Act;
}

export type SendWebhook = (told: Told, url: string, messageId: string, now: Instant) => Promise<string>;

/** In milliseconds. */
const patience = 15_000;

/** Resolves to the status. @throws Undeliverable on 410 Gone, NotTaken on any other status but 2xx. */
export function webhookSignedWith(secret: string): SendWebhook {
  const signer = new Webhook(secret);
  return async (told, url, messageId, now) => {
    const body = JSON.stringify(told);
    const timestamp = new Date(now);
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
      headers: {
        'content-type': 'application/json',
        'user-agent': 'servanda',
        'webhook-id': messageId,
        'webhook-timestamp': `${Math.floor(timestamp.getTime() / 1000)}`,
        'webhook-signature': signer.sign(messageId, timestamp, body),
      },
      body,
    });
    await answer.body?.cancel();
    if (answer.ok) return `HTTP ${answer.status}`;
    if (answer.status === 410) throw new Undeliverable('HTTP 410: the receiver is gone');
    throw new NotTaken(`The webhook answered HTTP ${answer.status}.`);
  };
}
