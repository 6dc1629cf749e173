/** Verifies Ed25519 signatures with Node's crypto, strictly by RFC 8032. */
import { createPublicKey, verify } from 'node:crypto';

/** The ASN.1 prefix of a 32-byte public key (RFC 8410). */
const asn1 = Buffer.from('302a300506032b6570032100', 'hex');

export function isSigned(key: Uint8Array, signed: Uint8Array, signature: Uint8Array): boolean {
  if (key.length !== 32 || signature.length !== 64 || isWeak(key)) return false;
  return verify(null, signed, createPublicKey({ key: Buffer.concat([asn1, key]), format: 'der', type: 'spki' }), signature);
}

/** 2^255 - 19. */
const p = 2n ** 255n - 19n;
const numberIn = (littleEndian: Uint8Array): bigint => BigInt(`0x${Buffer.from(littleEndian).reverse().toString('hex')}`);

/** The points of small order by their y, those of order 8 last: a signature by such a key is valid for many texts. */
const smallOrder = new Set([
  0n,
  1n,
  p - 1n,
  ...[
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  ].map(hex => numberIn(Buffer.from(hex, 'hex'))),
]);

/** A key with a non-canonical encoding (section 5.1.3) or of small order. OpenSSL accepts both. */
function isWeak(key: Uint8Array): boolean {
  const y = numberIn(key) & (2n ** 255n - 1n);
  return y >= p || smallOrder.has(y);
}
