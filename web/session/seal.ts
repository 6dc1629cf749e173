/** What the desk signs for itself: cookies and the tokens of forms, under a key that stays in the home. HMAC-SHA-256 (RFC 2104). */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Seal {
  /** `purpose` keeps what was sealed for one thing from being used for another. */
  seal(purpose: string, text: string): string;
  /** The text, where it was sealed for this purpose. */
  open(purpose: string, sealed: string | undefined): string | undefined;
}

export function sealWith(key: Buffer): Seal {
  const mac = (purpose: string, text: string): Buffer => createHmac('sha256', key).update(`${purpose}\n${text}`).digest();
  return {
    seal: (purpose, text) => `${text}.${mac(purpose, text).toString('base64url')}`,
    open: (purpose, sealed = '') => {
      const at = sealed.lastIndexOf('.');
      if (at < 1) return undefined;
      const text = sealed.slice(0, at);
      const given = Buffer.from(sealed.slice(at + 1), 'base64url');
      const own = mac(purpose, text);
      return given.length === own.length && timingSafeEqual(given, own) ? text : undefined;
    },
  };
}

/** 256 bits that nobody guesses. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

export const hashed = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** The key of a home, made when there is none. Only its owner may read it. */
export async function keyOf(home: string): Promise<Buffer> {
  const file = join(home, 'desk-key');
  await mkdir(home, { recursive: true, mode: 0o700 });
  // Two processes that start at once: one writes, both read what was written.
  await writeFile(file, randomToken(), { mode: 0o600, flag: 'wx' }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') throw cause;
  });
  return Buffer.from(await readFile(file, 'utf8'), 'base64url');
}
