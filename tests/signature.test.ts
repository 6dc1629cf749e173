/** Verification of Ed25519 signatures: in workflows and outside by different code, under the same rules, those of RFC 8032. */
import { createPublicKey, verify } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, it } from 'vitest';
import { isSigned as byNode } from '../identity/signature.ts';
import { isSigned as inWorkflow } from '../identity/signature-in-workflow.ts';

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
const fromNumber = (n: bigint): Buffer => bytes(n.toString(16).padStart(64, '0')).reverse();
const toNumber = (littleEndian: Uint8Array): bigint => BigInt(`0x${Buffer.from(littleEndian).reverse().toString('hex')}`);

/** RFC 8032, section 7.1, the first three. */
const vectors = [
  {
    key: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    text: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    key: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    text: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    key: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    text: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
].map(v => ({ key: bytes(v.key), text: bytes(v.text), signature: bytes(v.signature) }));

const p = 2n ** 255n - 19n;
const order = 2n ** 252n + 27742317777372353535851937790883648493n;
const order8 = [
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
].map(bytes);
const sign = (y: Buffer): Buffer => Buffer.from(y.map((byte, i) => (i === 31 ? byte | 0x80 : byte)));

/** Every encoding of a point of small order, canonical or not. */
const weakKeys = [0n, 1n, p - 1n, p, p + 1n]
  .map(fromNumber)
  .concat(order8)
  .flatMap(y => [y, sign(y)]);

/** For a key of small order: R with any S is valid for each text whose hash is a multiple of that order. */
const S = 7n;
const forged = Buffer.concat([Buffer.from(ed25519.Point.BASE.multiply(S).toBytes()), fromNumber(S)]);

/** With OpenSSL only. */
function isTakenByOpenSsl(key: Buffer, text: Buffer): boolean {
  const asn1 = Buffer.concat([bytes('302a300506032b6570032100'), key]);
  return verify(null, text, createPublicKey({ key: asn1, format: 'der', type: 'spki' }), forged);
}

describe.each([
  ['by Node’s own crypto', byNode],
  ['in a workflow', inWorkflow],
])('a signature %s', (_, isSigned) => {
  it.each(vectors)('from RFC 8032 is valid, for its text only: $text', ({ key, text, signature }) => {
    expect(isSigned(key, text, signature)).toBe(true);
    expect(isSigned(key, Buffer.concat([text, bytes('00')]), signature)).toBe(false);
    expect(isSigned(vectors.find(v => !v.key.equals(key))!.key, text, signature)).toBe(false);
    for (const at of [0, 31, 32, 63]) {
      const other = Buffer.from(signature);
      other[at]! ^= 1;
      expect(isSigned(key, text, other), `byte ${at}`).toBe(false);
    }
  });

  it('whose S is not in canonical form is invalid', () => {
    for (const { key, text, signature } of vectors) {
      const s = toNumber(signature.subarray(32)) + order;
      expect(isSigned(key, text, Buffer.concat([signature.subarray(0, 32), fromNumber(s)]))).toBe(false);
    }
  });

  it('or a key of another length is invalid, and nothing is thrown', () => {
    const [{ key, text, signature }] = vectors as [(typeof vectors)[number]];
    for (const other of [signature.subarray(1), Buffer.concat([signature, bytes('00')]), Buffer.alloc(0)])
      expect(isSigned(key, text, other)).toBe(false);
    for (const other of [key.subarray(1), Buffer.concat([key, bytes('00')]), Buffer.alloc(0)])
      expect(isSigned(other, text, signature)).toBe(false);
  });

  it('by a key of small order is invalid, however the key is encoded, and even if OpenSSL accepts it', () => {
    const taken = weakKeys.filter(key => {
      const text = Array.from({ length: 200 }, (_each, n) => Buffer.from([n])).find(t => isTakenByOpenSsl(key, t));
      for (const t of [text ?? Buffer.from([0])]) expect(isSigned(key, t, forged), key.toString('hex')).toBe(false);
      return text;
    });
    expect(taken.length).toBeGreaterThan(8);
  });

  it('by a key whose y is beyond the field is invalid', () => {
    for (let y = p; y < 2n ** 255n; y++)
      for (const key of [fromNumber(y), sign(fromNumber(y))]) expect(isSigned(key, Buffer.from('x'), forged)).toBe(false);
  });
});
