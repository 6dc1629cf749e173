/** The hash of a request, inside and outside the workflow sandbox: of its name and all its fields except the right. RFC 8785. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** `sha256:…`. @throws TypeError when it can't be expressed in JSON */
export function requestHash(name: string, request: object): `sha256:${string}` {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(serialize({ name, request: without(request) })!)))}`;
}

/** The request without its right, as checked and stored. */
export function without<R extends object>(request: R): Omit<R, 'right'> {
  if (typeof request !== 'object' || request === null) return request;
  const { right: _, ...rest } = request as R & { right?: unknown };
  return rest;
}

// The types declare a default export but the module is the function itself; under Node's own resolution the two differ.
const serialize = canonicalize as unknown as (value: unknown) => string | undefined;
