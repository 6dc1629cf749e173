/** Copies documents from one home to another as stored, encrypted or not, so that no keys are needed. */
import { randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { KeyMissing, type Keyring } from '../secrets/keyring.ts';
import { attachedDocuments } from './attached-documents.ts';
import { pathOf, readDocument, type StoredDocument } from './documents.ts';
import { syncToDisk } from './durable.ts';
import type { Registers } from './home.ts';

export interface CopiedDocuments {
  documents: number;
  /** Documents whose content could not be checked because their key is missing: the bytes match the other home's. */
  unchecked: number;
}

/** Copies every document attached in two registers. @throws DocumentUnsound */
export async function copyDocuments(named: Registers, from: string, to: string, keys: Keyring): Promise<CopiedDocuments> {
  const all = [...(await attachedDocuments(named.of(false))), ...(await attachedDocuments(named.of(true)))];
  let unchecked = 0;
  for (const document of all) if (!(await copyDocument(from, to, document, keys))) unchecked += 1;
  return { documents: all.length, unchecked };
}

/**
 * Copies a document and checks the copy. False if its key is missing here: then only the bytes are known to match the other home's. @throws
 * DocumentUnsound
 */
async function copyDocument(from: string, to: string, document: StoredDocument, keys: Keyring): Promise<boolean> {
  const isChecked = await check(from, document, keys);
  const path = pathOf(to, document.sha256);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const fresh = `${path}.${randomUUID()}`;
  try {
    await copyFile(pathOf(from, document.sha256), fresh);
    await syncToDisk(fresh);
    await link(fresh, path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause;
    });
  } finally {
    await rm(fresh, { force: true });
  }
  return (await check(to, document, keys)) && isChecked;
}

const check = (home: string, document: StoredDocument, keys: Keyring): Promise<boolean> =>
  readDocument(home, document, keys).then(
    () => true,
    (cause: unknown) => {
      if (cause instanceof KeyMissing) return false;
      throw cause;
    },
  );
