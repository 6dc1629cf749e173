/** Letters to programs: a POST signed according to Standard Webhooks, with the same id on every attempt. */
import type { RequestOptions } from 'node:http';
import type { LookupFunction } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { Instant } from '../clauses/calendar.ts';
import type { Act } from '../machines/acts.ts';
import { detailOf } from './detail.ts';
import { NotTaken, Undeliverable } from './undeliverable.ts';
import { ClosedAddress, isNamed, openAddresses, whyUrlNotAllowed, type NamedOrigins } from './webhook-addresses.ts';

export interface WebhookBody {
  type: 'servanda.act' | 'servanda.act.withdrawn';
  agreement: string;
  recipient: string;
  /** The id of the act. */
  id: string;
  act: Act;
}

export type SendWebhook = (told: WebhookBody, url: string, messageId: string, now: Instant) => Promise<string>;

/** In milliseconds. */
const patience = 15_000;

/** Resolves to the status. @throws Undeliverable on 410 Gone or if the URL is not allowed; NotTaken on any other status except 2xx */
export function webhookSignedWith(secret: string, named: NamedOrigins = [], lookup: LookupFunction = openAddresses()): SendWebhook {
  const signer = new Webhook(secret);
  return async (told, url, messageId, now) => {
    const why = whyUrlNotAllowed(url, named);
    if (why) throw new Undeliverable(detailOf(why === 'http' ? 'notHttps' : 'closedAddress'));
    const body = JSON.stringify(told);
    const timestamp = new Date(now);
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'servanda',
      'webhook-id': messageId,
      'webhook-timestamp': `${Math.floor(timestamp.getTime() / 1000)}`,
      'webhook-signature': signer.sign(messageId, timestamp, body),
    };
    const status = await posted(url, body, { headers, ...(isNamed(url, named) ? {} : { lookup }) });
    if (status >= 200 && status < 300) return `HTTP ${status}`;
    if (status === 410) throw new Undeliverable(`HTTP ${status}`);
    throw new NotTaken(`HTTP ${status}`);
  };
}

/** The status; the rest of the answer is not read, and redirects are not followed. */
async function posted(url: string, body: string, options: RequestOptions): Promise<number> {
  const { request } = url.startsWith('https:') ? await import('node:https') : await import('node:http');
  return new Promise<number>((resolve, reject) => {
    const asked = request(url, { ...options, method: 'POST', agent: false, signal: AbortSignal.timeout(patience) }, answer => {
      resolve(answer.statusCode!);
      answer.destroy();
    });
    asked.once('error', failure => {
      const cause = onlyOneOf(failure);
      reject(cause instanceof ClosedAddress ? new Undeliverable(cause.message) : cause);
    });
    asked.end(body);
  });
}

/** If a name has several addresses, Node joins the failures of each in an AggregateError without a message of its own. */
const onlyOneOf = (failure: Error): Error => (failure instanceof AggregateError ? (failure.errors[0] as Error) : failure);
