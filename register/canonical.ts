/** Canonical JSON (RFC 8785) and its hash: equal content gives the same text everywhere. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** `sha256:…` of the canonical content. @throws TypeError when the value can't be expressed in JSON */
export function contentHash(value: unknown): `sha256:${string}` {
  return `sha256:${createHash('sha256').update(canonical(value), 'utf8').digest('hex')}`;
}

/** The canonical text: keys sorted, no spaces, undefined fields left out. @throws TypeError when JSON can't express the value */
export function canonical(value: unknown): string {
  try {
    const text = serialize(value) ?? '';
    // The package accepts undefined, and writes functions and holes in lists as text that can't be parsed again.
    JSON.parse(text);
    return text;
  } catch (cause) {
    throw new TypeError('This content has no canonical JSON: it holds something other than strings, finite numbers, lists and objects.', {
      cause,
    });
  }
}

// The types declare a default export but the module is the function itself; under Node's own resolution the two differ.
const serialize = canonicalize as unknown as (value: unknown) => string | undefined;
