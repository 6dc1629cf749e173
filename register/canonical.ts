/** Content in its one canonical form, and the hash of it: the same content is the same text everywhere. RFC 8785. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** `sha256:…` of the canonical content. @throws TypeError when the value can't be said in JSON. */
export function contentHash(value: unknown): `sha256:${string}` {
  return `sha256:${createHash('sha256').update(canonical(value), 'utf8').digest('hex')}`;
}

/** The canonical text: keys in order, no spaces; a field that is undefined is left out. @throws TypeError when JSON can't say it. */
export function canonical(value: unknown): string {
  try {
    const text = serialize(value) ?? '';
    // The package says nothing of undefined, and writes a function or a hole in a list as text that can't be read back.
    JSON.parse(text);
    return text;
  } catch (cause) {
    throw new TypeError('This content has no canonical JSON: it holds something other than texts, finite numbers, lists and objects.', {
      cause,
    });
  }
}

// Its types declare a default export, the module is the function itself: under Node's own resolution the two differ.
const serialize = canonicalize as unknown as (value: unknown) => string | undefined;
