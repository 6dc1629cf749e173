/** The desk's own signatures: cookies and form tokens, under a key stored in the home. HMAC-SHA-256 (RFC 2104). */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Seal {
  /** `purpose` keeps a value sealed for one thing from being used for another. */
  seal(purpose: string, text: string): string;
  /** The text, if it was sealed for this purpose. */
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

/** 256 random bits. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

export const hashed = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** The home's key, created if missing. Only its owner may read it. */
export async function keyOf(home: string): Promise<Buffer> {
  const file = join(home, 'desk-key');
  await mkdir(home, { recursive: true, mode: 0o700 });
  // If two processes start at once, one writes the file and both read it.
  await writeFile(file, randomToken(), { mode: 0o600, flag: 'wx' }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') throw cause;
  });
  return Buffer.from(await readFile(file, 'utf8'), 'base64url');
}
