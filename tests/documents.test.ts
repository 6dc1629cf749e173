/** Documents next to the register: stored by hash, checked when read, refused if invalid. */
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DocumentRefused, documentLimit, DocumentUnsound, readDocument, storeDocument } from '../register/documents.ts';
import { Keyring, KeyMissing, noKeys } from '../secrets/keyring.ts';
import { temporaryFolder } from './support/cli.ts';
import { saidOf } from './support/failures.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

const stored = (sha256: string): string => join(folder.path, 'documents', sha256.slice(0, 2), sha256);
const files = (): string[] =>
  readdirSync(join(folder.path, 'documents'), { recursive: true, withFileTypes: true })
    .filter(f => f.isFile())
    .map(f => f.name);

it('documents are stored once by their bytes, read-only, and returned unchanged', async () => {
  const bytes = Buffer.from('%PDF-1.7 note');
  const file = folder.file('scan.pdf', bytes.toString());
  const first = await storeDocument(folder.path, file, noKeys);
  expect(first).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length });
  expect(await storeDocument(folder.path, folder.file('copy.pdf', bytes.toString()), noKeys)).toEqual(first);
  expect(files()).toEqual([first.sha256]);
  expect(statSync(stored(first.sha256)).mode & 0o777).toBe(0o400);
  expect(await readDocument(folder.path, first, noKeys)).toEqual(bytes);
});

it.each([
  ['changed', (path: string) => writeFileSync(path, '%PDF-1.7 nota'), 'is no longer the document that was attached'],
  ['cut off', (path: string) => truncateSync(path, 4), 'is no longer the document that was attached'],
  ['missing', (path: string) => rmSync(path), 'Put it back from a copy'],
])('documents that are %s are not returned', async (_, harm, why) => {
  const document = await storeDocument(folder.path, folder.file('scan.pdf', '%PDF-1.7 note'), noKeys);
  chmodSync(stored(document.sha256), 0o600);
  harm(stored(document.sha256));
  await expect(readDocument(folder.path, document, noKeys)).rejects.toThrow(DocumentUnsound);
  expect(await saidOf(readDocument(folder.path, document, noKeys))).toContain(why);
});

it('changed documents are reported when the same bytes are attached again, and nothing is overwritten', async () => {
  const file = folder.file('scan.pdf', '%PDF-1.7 note');
  const document = await storeDocument(folder.path, file, noKeys);
  chmodSync(stored(document.sha256), 0o600);
  writeFileSync(stored(document.sha256), 'other');
  await expect(storeDocument(folder.path, file, noKeys)).rejects.toThrow(DocumentUnsound);
  expect(files()).toEqual([document.sha256]);
});

it.each([
  ['that is missing', () => join(folder.path, 'none.pdf'), 'There is no file'],
  ['that is a folder', () => folder.path, 'is not a file'],
  ['that is empty', () => folder.file('empty.pdf', ''), 'is empty'],
])('a document %s is refused', async (_, fileOf, why) => {
  const file = fileOf();
  await expect(storeDocument(folder.path, file, noKeys)).rejects.toThrow(DocumentRefused);
  expect(await saidOf(storeDocument(folder.path, file, noKeys))).toContain(why);
});

it('a document larger than the limit is refused before it is read', async () => {
  const file = folder.file('big.pdf', 'x');
  truncateSync(file, documentLimit + 1);
  expect(await saidOf(storeDocument(folder.path, file, noKeys))).toContain('a document may have 20');
  truncateSync(file, documentLimit);
  expect((await storeDocument(folder.path, file, noKeys)).size).toBe(documentLimit);
});

describe('documents under keys', () => {
  const key = (id: string, letter: string) => ({ id, bytes: Buffer.alloc(32, letter) });
  const [first, second] = [key('2025', 'a'), key('2026', 'b')];
  const [old, rotated, fresh] = [[first], [second, first], [second]].map(keys => new Keyring(keys)) as [Keyring, Keyring, Keyring];
  const text = '%PDF-1.7 whimbrel';
  const scan = (): string => folder.file('scan.pdf', text);

  it('are encrypted under their hash, and read back unchanged, also after a rotation', async () => {
    const document = await storeDocument(folder.path, scan(), old);
    expect(files()).toEqual([document.sha256]);
    const kept = readFileSync(stored(document.sha256));
    expect([kept.includes('whimbrel'), kept.subarray(0, 22).toString()]).toEqual([false, 'servanda sealed 1 2025']);
    for (const keys of [old, rotated]) expect((await readDocument(folder.path, document, keys)).toString()).toBe(text);
    expect(await storeDocument(folder.path, scan(), rotated)).toEqual(document);
  });

  it('name a key that is not configured', async () => {
    const document = await storeDocument(folder.path, scan(), old);
    for (const keys of [fresh, noKeys]) await expect(readDocument(folder.path, document, keys)).rejects.toThrow(KeyMissing);
    expect(await saidOf(storeDocument(folder.path, scan(), fresh))).toContain('under the key 2025');
  });

  it('stored before there were keys are read unchanged', async () => {
    const document = await storeDocument(folder.path, scan(), noKeys);
    expect((await readDocument(folder.path, document, rotated)).toString()).toBe(text);
    expect(await storeDocument(folder.path, scan(), rotated)).toEqual(document);
  });

  it.each([
    ['in the sealed bytes', (bytes: Buffer) => void (bytes[40]! ^= 1), 'does not open with the key 2025'],
    ['in the line that names the key', (bytes: Buffer) => void bytes.write('x', 0), 'its SHA-256 is'],
    ['in the name of the key', (bytes: Buffer) => void bytes.write('6', 21), 'does not open with the key 2026'],
  ])('that were changed %s are not returned', async (_, change, why) => {
    const document = await storeDocument(folder.path, scan(), old);
    const bytes = readFileSync(stored(document.sha256));
    change(bytes);
    chmodSync(stored(document.sha256), 0o600);
    writeFileSync(stored(document.sha256), bytes);
    await expect(readDocument(folder.path, document, rotated)).rejects.toThrow(DocumentUnsound);
    expect(await saidOf(readDocument(folder.path, document, rotated))).toContain(why);
  });

  it('that were swapped are not returned', async () => {
    const one = await storeDocument(folder.path, scan(), old);
    const other = await storeDocument(folder.path, folder.file('other.pdf', '%PDF-1.7 dotterel'), old);
    chmodSync(stored(one.sha256), 0o600);
    writeFileSync(stored(one.sha256), readFileSync(stored(other.sha256)));
    await expect(readDocument(folder.path, one, old)).rejects.toThrow(DocumentUnsound);
  });

  it('that begin like an encrypted one are stored like any other', async () => {
    const strange = folder.file('strange.txt', `servanda sealed 1 2024\n${'x'.repeat(60)}`);
    for (const keys of [noKeys, old]) {
      const document = await storeDocument(folder.path, strange, keys);
      expect(await readDocument(folder.path, document, keys)).toHaveLength(document.size);
    }
  });
});
