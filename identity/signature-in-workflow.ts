/**
 * Verifies Ed25519 signatures in the workflow sandbox, which lacks Node's crypto, so that a right is refused before it leaves an event in
 * the history. A hundred times slower than `signature.ts`, so valid signatures are cached.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The same identity comes with every right, and the same right with every entry of a newly opened agreement. */
const good = new Set<string>();
/** The cache is cleared at this size, a few megabytes. */
const mostGood = 1_000;

export function isSigned(key: Uint8Array, signed: Uint8Array, signature: Uint8Array): boolean {
  const asked = [key, signed, signature].map(bytesToHex).join(' ');
  if (good.has(asked)) return true;
  if (!verified(key, signed, signature)) return false;
  if (good.size >= mostGood) good.clear();
  good.add(asked);
  return true;
}

function verified(key: Uint8Array, signed: Uint8Array, signature: Uint8Array): boolean {
  try {
    // Strictly RFC 8032, not the laxer rules of ZIP 215.
    return ed25519.verify(signature, signed, key, { zip215: false });
  } catch {
    return false;
  }
}
