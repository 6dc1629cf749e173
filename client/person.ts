/** The caller: the person of an identity, or the operating system's user. */
import { userInfo } from 'node:os';
import { readText } from '../agreements/read-text.ts';
import type { HeldIdentity } from '../identity/authority.ts';

/** `identity`: a path or the content. A file that can't be read is reported later, when it is needed to sign. */
export function userOf(identity: string | HeldIdentity | undefined, env: Readonly<Record<string, string | undefined>>): string {
  try {
    if (identity) return personIn(typeof identity === 'string' ? (JSON.parse(readText(identity)) as HeldIdentity) : identity);
  } catch {
    // reported when it is needed to sign
  }
  try {
    return userInfo().username;
  } catch {
    return env['USER'] ?? 'unknown';
  }
}

function personIn({ identity }: Pick<HeldIdentity, 'identity'>): string {
  const { sub } = JSON.parse(Buffer.from(identity.split('.')[1]!, 'base64url').toString('utf8')) as { sub?: unknown };
  if (typeof sub !== 'string') throw new TypeError('the identity names no person');
  return sub;
}

export { isSamePerson } from '../machines/persons.ts';
