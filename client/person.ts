/** Who asks: the person of an identity, or the user of the machine. */
import { userInfo } from 'node:os';
import { readText } from '../agreements/read-text.ts';
import type { HeldIdentity } from '../identity/authority.ts';

/** `identity`: its file, or what stands in it. A file that can't be read is said by who signs with it. */
export function userOf(identity: string | HeldIdentity | undefined, env: Readonly<Record<string, string | undefined>>): string {
  try {
    if (identity) return personIn(typeof identity === 'string' ? (JSON.parse(readText(identity)) as HeldIdentity) : identity);
  } catch {
    // said later
  }
  try {
    return userInfo().username;
  } catch {
    return env['USER'] ?? 'unknown';
  }
}

function personIn({ identity }: Pick<HeldIdentity, 'identity'>): string {
  const { sub } = JSON.parse(Buffer.from(identity.split('.')[1]!, 'base64url').toString('utf8')) as { sub?: unknown };
  if (typeof sub !== 'string') throw new TypeError('it names nobody');
  return sub;
}

export { isSamePerson } from '../machines/persons.ts';
