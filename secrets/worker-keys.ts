/**
 * Publishes the key ids of a worker in its identity, which Temporal shows to anyone who describes the task queue: a desk that encrypts
 * under a key no worker has is refused before it sends anything. Only ids, which are in clear in every payload too.
 */
import { hostname } from 'node:os';
import type { Keyring } from './keyring.ts';

/** Like Temporal's own, followed by the key ids: `4711@host keys=2026b,2026a`; unchanged if there are no keys. */
export const workerIdentity = ({ ids }: Pick<Keyring, 'ids'>): string =>
  [`${process.pid}@${hostname()}`, ...(ids.length ? [`keys=${ids.join(',')}`] : [])].join(' ');

/**
 * A worker without this key, if none of them has it. A stopped worker stays listed for some minutes, so after a rotation old and new ones
 * appear together; one that does not publish its keys is sent the request and answers for itself.
 */
export function workerWithout(key: string, identities: readonly string[]): string | undefined {
  const keysOf = (identity: string): string[] | undefined => / keys=(\S+)$/.exec(identity)?.[1]?.split(',');
  return identities.every(one => keysOf(one)?.includes(key) === false) ? identities[0] : undefined;
}
