/** The hash of a request, in the workflow's sandbox and outside: of its name and of all that it says, save the right itself. RFC 8785. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** `sha256:…`. @throws TypeError when it can't be said in JSON */
export function requestHash(name: string, request: object): `sha256:${string}` {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(serialize({ name, request: without(request) })!)))}`;
}

/** The request as it is checked and kept: without the right that it carries. */
export function without<R extends object>(request: R): Omit<R, 'right'> {
  if (typeof request !== 'object' || request === null) return request;
  const { right: _, ...rest } = request as R & { right?: unknown };
  return rest;
}

// Its types declare a default export, the module is the function itself: under Node's own resolution the two differ.
const serialize = canonicalize as unknown as (value: unknown) => string | undefined;
