/**
 * Keys by id: the first encrypts and all decrypt, so that a key can be replaced while its ciphertexts stay readable. AES-256-GCM (NIST SP
 * 800-38D) with a fresh 96-bit nonce each time, by Node's WebCrypto.
 */
import { webcrypto } from 'node:crypto';
import { OwnFailure } from '../machines/own-failure.ts';
import type { KeyFault } from './faults.ts';

/** In bytes: AES-256. */
export const keyLength = 32;
const nonceLength = 12;

export interface Key {
  id: string;
  bytes: Uint8Array;
}

/** Encrypted bytes, and the id of the key that decrypts them. */
export interface Sealed {
  key: string;
  /** Nonce, ciphertext, authentication tag. */
  bytes: Uint8Array;
}

/** What is encrypted; authenticated with it, so that one can't be passed off as the other. */
export type Purpose = 'payload' | 'document';

export class Keyring {
  /** The ids, starting with the encrypting key. */
  readonly ids: readonly string[];
  // A private field, so that neither logs nor inspection print it.
  readonly #keys: ReadonlyMap<string, Uint8Array>;
  readonly #imported = new Map<string, Promise<webcrypto.CryptoKey>>();

  constructor(keys: readonly Key[]) {
    this.ids = keys.map(k => k.id);
    this.#keys = new Map(keys.map(k => [k.id, k.bytes]));
  }

  /** Nothing is encrypted if there are no keys. */
  get isEmpty(): boolean {
    return this.ids.length === 0;
  }

  /** Encrypts with the first key. @throws Error when there is none */
  async seal(clear: Uint8Array, purpose: Purpose): Promise<Sealed> {
    const [id] = this.ids;
    if (id === undefined) throw new Error('There is no key to encrypt with.');
    const nonce = webcrypto.getRandomValues(new Uint8Array(nonceLength));
    const encrypted = await webcrypto.subtle.encrypt(algorithm(nonce, id, purpose), await this.#key(id), clear);
    return { key: id, bytes: Buffer.concat([nonce, new Uint8Array(encrypted)]) };
  }

  /** The clear bytes. @throws KeyMissing, SealBroken */
  async open({ key: id, bytes }: Sealed, purpose: Purpose): Promise<Uint8Array> {
    if (!this.#keys.has(id)) throw new KeyMissing(id, this.ids);
    const [nonce, encrypted] = [bytes.subarray(0, nonceLength), bytes.subarray(nonceLength)];
    const key = await this.#key(id);
    const opening = webcrypto.subtle.decrypt(algorithm(nonce, id, purpose), key, encrypted);
    return new Uint8Array(
      await opening.catch(() => {
        throw new SealBroken(id);
      }),
    );
  }

  /** A keyed hash of a text under the first key: stable, and reveals nothing about the text. @throws Error when there is no key */
  async mark(text: string): Promise<string> {
    const [id] = this.ids;
    if (id === undefined) throw new Error('There is no key to mark with.');
    // A derived key, so that no key serves two purposes (RFC 5869).
    const from = await webcrypto.subtle.importKey('raw', this.#keys.get(id)!, 'HKDF', false, ['deriveKey']);
    const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: Buffer.from('servanda mark 1') };
    const key = await webcrypto.subtle.deriveKey(how, from, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
    return Buffer.from(await webcrypto.subtle.sign('HMAC', key, Buffer.from(text))).toString('hex');
  }

  async #key(id: string): Promise<webcrypto.CryptoKey> {
    const imported =
      this.#imported.get(id) ?? webcrypto.subtle.importKey('raw', this.#keys.get(id)!, 'AES-GCM', false, ['encrypt', 'decrypt']);
    this.#imported.set(id, imported);
    return imported;
  }
}

export const noKeys = new Keyring([]);

const algorithm = (iv: Uint8Array, id: string, purpose: Purpose): webcrypto.AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: Buffer.from(`servanda ${purpose} 1 ${id}`),
});

/** Encrypted under a key that is not configured. */
export class KeyMissing extends OwnFailure<KeyFault> {
  override readonly name = 'KeyMissing';

  constructor(
    readonly key: string,
    configured: readonly string[],
    home: string | null = null,
  ) {
    super({ code: 'keyMissing', key, configured, home });
  }
}

/** Changed since it was encrypted, or encrypted under another key with the same id. */
export class SealBroken extends OwnFailure<KeyFault> {
  override readonly name = 'SealBroken';

  constructor(readonly key: string) {
    super({ code: 'sealBroken', key });
  }
}
