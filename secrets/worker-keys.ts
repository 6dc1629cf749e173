/**
 * Which keys a worker has, said in its identity, which Temporal shows to whoever describes the task queue: a desk that encrypts under a key
 * that no worker has is refused before it sends anything. Ids alone; they stand in clear in every payload too.
 */
import { hostname } from 'node:os';
import type { Keyring } from './keyring.ts';

/** As Temporal's own, with the ids of the keys after it: `4711@host keys=2026b,2026a`; without keys as it is. */
export const workerIdentity = ({ ids }: Pick<Keyring, 'ids'>): string =>
  [`${process.pid}@${hostname()}`, ...(ids.length ? [`keys=${ids.join(',')}`] : [])].join(' ');

/**
 * A worker without this key, where none of these has it. One that has stopped is listed for some minutes more, so that after a rotation old
 * and new ones stand side by side; one that does not say which keys it has is asked, and answers for itself.
 */
export function workerWithout(key: string, identities: readonly string[]): string | undefined {
  const keysOf = (identity: string): string[] | undefined => / keys=(\S+)$/.exec(identity)?.[1]?.split(',');
  return identities.every(one => keysOf(one)?.includes(key) === false) ? identities[0] : undefined;
}
