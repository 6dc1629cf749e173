/**
 * Documents beside the register: bytes under their SHA-256, once each, encrypted where there are keys. They are kept and given
 * back as they are, checked on every reading; nothing here runs or draws them.
 */
import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SealBroken, type Keyring } from '../secrets/keyring.ts';
import { openFile, sealFile } from '../secrets/sealed-file.ts';

/** In bytes: a scan of a note and its annexes, not an archive. */
export const documentLimit = 20 * 1024 * 1024;

export interface StoredDocument {
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: string;
  /** In bytes. */
  size: number;
}

/** The file is no document that can be kept; nothing was stored. */
export class DocumentRefused extends Error {
  override readonly name = 'DocumentRefused';
}

/** The document is not there any more, or its bytes are others than those that were stored. */
export class DocumentUnsound extends Error {
  override readonly name = 'DocumentUnsound';
}

/** Where a document is kept in a home. */
export const pathOf = (home: string, sha256: string): string => join(home, 'documents', sha256.slice(0, 2), sha256);

/** Stores the bytes of a file. The same bytes twice are one document, and it stays under the key that it had. @throws DocumentRefused */
export async function storeDocument(home: string, file: string, keys: Keyring): Promise<StoredDocument> {
  const bytes = await bytesOf(file);
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

/** The bytes, checked against their hash; one from before there were keys is read as it is. @throws DocumentUnsound, KeyMissing */
export async function readDocument(home: string, { sha256, size }: StoredDocument, keys: Keyring): Promise<Buffer> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new DocumentUnsound(`sha256:${sha256.slice(0, 100)} is the hash of no document.`);
  const path = pathOf(home, sha256);
  const isIt = (bytes: Buffer): boolean => bytes.length === size && hashOf(bytes) === sha256;
  const kept = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT')
      throw new DocumentUnsound(`The document sha256:${sha256} is not in ${join(home, 'documents')}. Put it back from a copy.`);
    throw cause;
  });
  // First as it is: what was attached may itself begin as an encrypted document does.
  if (isIt(kept)) return kept;
  const opened = await openFile(kept, keys).catch((cause: unknown) => {
    if (cause instanceof SealBroken) throw new DocumentUnsound(`${changed(path)}: ${cause.message} Put it back from a copy.`);
    throw cause;
  });
  const bytes = Buffer.from(opened ?? kept);
  if (isIt(bytes)) return bytes;
  throw new DocumentUnsound(`${changed(path)}: its SHA-256 is ${hashOf(bytes)}. Put it back from a copy.`);
}

const changed = (path: string): string => `${path} is no longer the document that was attached`;

async function bytesOf(file: string): Promise<Buffer> {
  const found = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') throw new DocumentRefused(`There is no file ${file}.`);
    throw cause;
  });
  if (!found.isFile()) throw new DocumentRefused(`${file} is no file.`);
  if (found.size === 0) throw new DocumentRefused(`${file} is empty.`);
  if (found.size > documentLimit)
    throw new DocumentRefused(
      `${file} has ${megabytes(found.size)} MB; a document may have ${megabytes(documentLimit)}. Attach the note alone, or a smaller scan.`,
    );
  return readFile(file);
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const megabytes = (size: number): string => (size / 1024 / 1024).toFixed(1).replace(/\.0$/, '');
