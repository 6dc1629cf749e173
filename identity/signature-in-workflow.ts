/**
 * Whether a key of Ed25519 has signed, in the sandbox of workflows, which has no crypto of Node's: a right is refused there before the history
 * has an event of it. A hundred times slower than `signature.ts`, so what was found good is remembered.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** An identity is shown with every right, and a right for every entry of what is opened with it. */
const good = new Set<string>();
/** Some megabytes: then it begins anew. */
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
    // By RFC 8032 as it stands, and not the laxer rules of ZIP 215.
    return ed25519.verify(signature, signed, key, { zip215: false });
  } catch {
    return false;
  }
}
