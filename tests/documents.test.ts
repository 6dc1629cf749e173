/** Documents beside the register: kept by hash, checked on reading, refused when they are none. */
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DocumentRefused, documentLimit, DocumentUnsound, readDocument, storeDocument } from '../register/documents.ts';
import { temporaryFolder } from './support/cli.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

const stored = (sha256: string): string => join(folder.path, 'documents', sha256.slice(0, 2), sha256);
const files = (): string[] =>
  readdirSync(join(folder.path, 'documents'), { recursive: true, withFileTypes: true })
    .filter(f => f.isFile())
    .map(f => f.name);

it('are stored once by their bytes, read-only, and given back as they were', async () => {
  const bytes = Buffer.from('%PDF-1.7 note');
  const file = folder.file('scan.pdf', bytes.toString());
  const first = await storeDocument(folder.path, file);
  expect(first).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length });
  expect(await storeDocument(folder.path, folder.file('copy.pdf', bytes.toString()))).toEqual(first);
  expect(files()).toEqual([first.sha256]);
  expect(statSync(stored(first.sha256)).mode & 0o777).toBe(0o400);
  expect(await readDocument(folder.path, first)).toEqual(bytes);
});

it.each([
  ['changed', (path: string) => writeFileSync(path, '%PDF-1.7 nota'), 'is no longer the document that was attached'],
  ['cut off', (path: string) => truncateSync(path, 4), 'is no longer the document that was attached'],
  ['gone', (path: string) => rmSync(path), 'Put it back from a copy'],
])('that are %s are not given back', async (_, harm, why) => {
  const document = await storeDocument(folder.path, folder.file('scan.pdf', '%PDF-1.7 note'));
  chmodSync(stored(document.sha256), 0o600);
  harm(stored(document.sha256));
  await expect(readDocument(folder.path, document)).rejects.toThrow(DocumentUnsound);
  await expect(readDocument(folder.path, document)).rejects.toThrow(why);
});

it('that were changed are said when the same bytes are attached again, and nothing is written over', async () => {
  const file = folder.file('scan.pdf', '%PDF-1.7 note');
  const document = await storeDocument(folder.path, file);
  chmodSync(stored(document.sha256), 0o600);
  writeFileSync(stored(document.sha256), 'other');
  await expect(storeDocument(folder.path, file)).rejects.toThrow(DocumentUnsound);
  expect(files()).toEqual([document.sha256]);
});

it.each([
  ['that is not there', () => join(folder.path, 'none.pdf'), 'There is no file'],
  ['that is a folder', () => folder.path, 'is no file'],
  ['that is empty', () => folder.file('empty.pdf', ''), 'is empty'],
])('a file %s is refused', async (_, fileOf, why) => {
  const file = fileOf();
  await expect(storeDocument(folder.path, file)).rejects.toThrow(DocumentRefused);
  await expect(storeDocument(folder.path, file)).rejects.toThrow(why);
});

it('a file above the limit is refused before it is read', async () => {
  const file = folder.file('big.pdf', 'x');
  truncateSync(file, documentLimit + 1);
  await expect(storeDocument(folder.path, file)).rejects.toThrow('a document may have 20');
  truncateSync(file, documentLimit);
  expect((await storeDocument(folder.path, file)).size).toBe(documentLimit);
});
