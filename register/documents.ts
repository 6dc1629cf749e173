/**
 * Documents beside the register: each stored once under its SHA-256, encrypted if there are keys. They are returned unchanged and checked
 * at every reading; nothing here executes or renders them.
 */
import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OwnFailure } from '../machines/own-failure.ts';
import { SealBroken, type Keyring } from '../secrets/keyring.ts';
import { openFile, sealFile } from '../secrets/sealed-file.ts';
import type { DocumentFault } from './faults.ts';

/** In bytes: enough for a scan of a note with its annexes, but not for an archive. */
export const documentLimit = 20 * 1024 * 1024;

export interface StoredDocument {
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: string;
  /** In bytes. */
  size: number;
}

/** The file can't be accepted as a document; nothing was stored. */
export class DocumentRefused extends OwnFailure<DocumentFault> {
  override readonly name = 'DocumentRefused';
}

/** The document is missing, or its bytes have changed since it was stored. */
export class DocumentUnsound extends OwnFailure<DocumentFault> {
  override readonly name = 'DocumentUnsound';
}

/** The path of a document in a home. */
export const pathOf = (home: string, sha256: string): string => join(home, 'documents', sha256.slice(0, 2), sha256);

/** Stores a file's bytes. Storing them again is idempotent; the document keeps its first key. @throws DocumentRefused */
export const storeDocument = async (home: string, file: string, keys: Keyring): Promise<StoredDocument> =>
  storeBytes(home, await bytesOf(file), keys);

/** Stores bytes already in memory. */
export async function storeBytes(home: string, bytes: Buffer, keys: Keyring): Promise<StoredDocument> {
  const sha256 = hashOf(bytes);
  const path = pathOf(home, sha256);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const fresh = `${path}.${randomUUID()}`;
  try {
    const handle = await open(fresh, 'wx', 0o400);
    try {
      await handle.writeFile(keys.isEmpty ? bytes : await sealFile(bytes, keys));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(fresh, path).catch(async (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause;
      await readDocument(home, { sha256, size: bytes.length }, keys);
    });
  } finally {
    await rm(fresh, { force: true });
  }
  return { sha256, size: bytes.length };
}

/** The bytes, checked against their hash; not decrypted if older than the keys. @throws DocumentUnsound, KeyMissing */
export async function readDocument(home: string, { sha256, size }: StoredDocument, keys: Keyring): Promise<Buffer> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new DocumentUnsound({ code: 'noHash', sha256: sha256.slice(0, 100) });
  const path = pathOf(home, sha256);
  const isIt = (bytes: Buffer): boolean => bytes.length === size && hashOf(bytes) === sha256;
  const kept = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') throw new DocumentUnsound({ code: 'documentMissing', sha256, folder: join(home, 'documents') });
    throw cause;
  });
  // Check the raw bytes first: an attached file may itself look like an encrypted document.
  if (isIt(kept)) return kept;
  const opened = await openFile(kept, keys).catch((cause: unknown) => {
    if (cause instanceof SealBroken) throw new DocumentUnsound({ code: 'documentSealBroken', file: path, key: cause.key });
    throw cause;
  });
  const bytes = Buffer.from(opened ?? kept);
  if (isIt(bytes)) return bytes;
  throw new DocumentUnsound({ code: 'documentChanged', file: path, is: hashOf(bytes) });
}

async function bytesOf(file: string): Promise<Buffer> {
  const found = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') throw new DocumentRefused({ code: 'noFile', file });
    throw cause;
  });
  if (!found.isFile()) throw new DocumentRefused({ code: 'notFile', file });
  if (found.size === 0) throw new DocumentRefused({ code: 'emptyFile', file });
  if (found.size > documentLimit)
    throw new DocumentRefused({ code: 'documentTooLarge', file, megabytes: megabytes(found.size), limit: megabytes(documentLimit) });
  return readFile(file);
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const megabytes = (size: number): string => (size / 1024 / 1024).toFixed(1).replace(/\.0$/, '');
