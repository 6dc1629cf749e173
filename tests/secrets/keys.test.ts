/** Keys by id: the first encrypts, all decrypt; faults in their file are reported by line, and no key is repeated. */
import { chmodSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { inspect } from 'node:util';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkKeysInUse } from '../../secrets/keys-in-use.ts';
import { newKeyLine, readKeysFile } from '../../secrets/keys-file.ts';
import { KeyMissing, Keyring, noKeys, SealBroken } from '../../secrets/keyring.ts';
import { inProcess, temporaryFolder } from '../support/cli.ts';
import { keysFileFaultsOf, saidOf } from '../support/failures.ts';

const key = (id: string, letter: string) => ({ id, bytes: Buffer.alloc(32, letter) });
const [first, second] = [key('2025', 'a'), key('2026', 'b')];
const line = ({ id, bytes }: ReturnType<typeof key>): string => `${id}:${bytes.toString('base64')}`;
const clear = Buffer.from('Note verbale No. 17');

describe('a keyring', () => {
  it('encrypts with its first key, differently each time, and decrypts with any', async () => {
    const before = await new Keyring([first]).seal(clear, 'payload');
    const rotated = new Keyring([second, first]);
    const after = await rotated.seal(clear, 'payload');
    expect([before.key, after.key]).toEqual(['2025', '2026']);
    expect(Buffer.from(await rotated.open(before, 'payload'))).toEqual(clear);
    expect(Buffer.from(await rotated.open(after, 'payload'))).toEqual(clear);
    expect(after.bytes).not.toEqual((await rotated.seal(clear, 'payload')).bytes);
    expect(Buffer.from(after.bytes).includes('verbale')).toBe(false);
  });

  it('names the key that is missing, and says what to do', async () => {
    const sealed = await new Keyring([first]).seal(clear, 'payload');
    await expect(new Keyring([second]).open(sealed, 'payload')).rejects.toThrow(KeyMissing);
    expect(await saidOf(new Keyring([second]).open(sealed, 'payload'))).toMatch(/key 2025, which is not among those configured \(2026\)/);
    expect(await saidOf(noKeys.open(sealed, 'payload'))).toMatch(/key 2025, and no keys are configured.*SERVANDA_KEYS_FILE/);
  });

  it.each([
    ['in its nonce', (bytes: Uint8Array) => void (bytes[0]! ^= 1)],
    ['in its text', (bytes: Uint8Array) => void (bytes[15]! ^= 1)],
    ['in its tag', (bytes: Uint8Array) => void (bytes[bytes.length - 1]! ^= 1)],
  ])('decrypts nothing that was changed %s', async (_, change) => {
    const sealed = await new Keyring([first]).seal(clear, 'payload');
    change(sealed.bytes);
    await expect(new Keyring([first]).open(sealed, 'payload')).rejects.toThrow(SealBroken);
  });

  it('decrypts nothing for another purpose, under another key of the same id, or cut off', async () => {
    const keys = new Keyring([first]);
    const { key: id, bytes } = await keys.seal(clear, 'payload');
    await expect(keys.open({ key: id, bytes }, 'document')).rejects.toThrow(SealBroken);
    await expect(new Keyring([key('2025', 'c')]).open({ key: id, bytes }, 'payload')).rejects.toThrow(SealBroken);
    await expect(keys.open({ key: id, bytes: bytes.subarray(0, 8) }, 'payload')).rejects.toThrow(SealBroken);
    await expect(keys.open({ key: id, bytes: new Uint8Array() }, 'payload')).rejects.toThrow(SealBroken);
  });

  it('gives a text a pseudonym that reveals nothing of it, the same each time, and another one under another key', async () => {
    const mark = await new Keyring([first]).mark('n-2022-01-10-KZ');
    expect(mark).toMatch(/^[0-9a-f]{64}$/);
    expect(await new Keyring([first, second]).mark('n-2022-01-10-KZ')).toBe(mark);
    expect(await new Keyring([second, first]).mark('n-2022-01-10-KZ')).not.toBe(mark);
    expect(await new Keyring([first]).mark('n-2022-01-10-AZ')).not.toBe(mark);
  });

  it('reveals no key, however it is printed', () => {
    const keys = new Keyring([first]);
    const printed = inspect(keys, { depth: 9, showHidden: true }) + JSON.stringify(keys);
    expect(printed).toContain('2025');
    expect(printed).not.toMatch(/97|6161|YWFh|aaaa/);
  });
});

describe('a file of keys', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => (folder = temporaryFolder()));
  afterEach(() => folder.remove());
  const file = (text: string): string => {
    const path = folder.file('keys', text);
    chmodSync(path, 0o600);
    return path;
  };

  it('has one key per line, and comments and empty lines are ignored', () => {
    const { keys, faults } = readKeysFile(file(`# since May\n${line(second)}\n\n  ${line(first)}\r\n`));
    expect([keys.ids, faults]).toEqual([['2026', '2025'], []]);
  });

  it('accepts what keys new prints', () => {
    const made = newKeyLine('2027');
    expect(readKeysFile(file(`${made}\n`))).toMatchObject({ keys: { ids: ['2027'] }, faults: [] });
    expect(newKeyLine('2027')).not.toBe(made);
  });

  it.each([
    ['no colon', 'abcdef', 'line 1: must be an id, a colon and 32 bytes in Base64, as npx servanda keys new prints it'],
    ['31 bytes', `k:${Buffer.alloc(31).toString('base64')}`, 'line 1: must be an id, a colon and 32 bytes in Base64, as npx'],
    ['33 bytes', `k:${Buffer.alloc(33).toString('base64')}`, 'line 1: must be an id, a colon and 32 bytes'],
    ['an id with a space', `a b:${first.bytes.toString('base64')}`, 'line 1: must be an id'],
    ['a repeated id', `${line(first)}\n${line({ ...second, id: '2025' })}`, 'line 2: the id 2025 is already in line 1'],
    ['a repeated key', `${line(first)}\n${line({ ...first, id: 'x' })}`, 'line 2: is the key of line 1 under another id'],
    ['no key', '# none\n', 'has no key; npx servanda keys new prints one'],
  ])('with %s is rejected, and none of it is repeated', (_, text, said) => {
    const { keys, faults } = readKeysFile(file(text));
    const problems = keysFileFaultsOf(faults);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(said);
    expect(problems[0]).not.toMatch(/[A-Za-z0-9+/]{20}=/);
    expect(keys.isEmpty).toBe(true);
  });

  it('that others may read is rejected, as is a folder, a missing file, and one that is too long', () => {
    const open = file(line(first));
    chmodSync(open, 0o640);
    expect(keysFileFaultsOf(readKeysFile(open).faults)).toEqual(['is readable by others; only its owner may read it: chmod 600 FILE']);
    mkdirSync(join(folder.path, 'folder'));
    for (const none of ['folder', 'none'])
      expect(keysFileFaultsOf(readKeysFile(join(folder.path, none)).faults)[0]).toContain('must name a file that exists');
    const long = file(line(first));
    truncateSync(long, 64 * 1024 + 1);
    expect(keysFileFaultsOf(readKeysFile(long).faults)).toEqual(['must be smaller than 64 kB']);
  });
});

describe('keys in use', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => (folder = temporaryFolder()));
  afterEach(() => folder.remove());
  const check = (...keys: ReturnType<typeof key>[]) => checkKeysInUse(join(folder.path, 'home'), new Keyring(keys));

  it('are recorded, and a missing one is reported at the start, with the home that needs it', async () => {
    await check();
    await check(first);
    await check(second, first);
    await check(first, second);
    expect(await saidOf(check(second))).toMatch(/^Part of what .*home keeps is encrypted under the key 2025, which is not among those/);
    await expect(check()).rejects.toThrow(KeyMissing);
  });

  it('are recognised by the key itself and not only by its id', async () => {
    await check(first);
    await expect(check(key('2025', 'c'))).rejects.toThrow(SealBroken);
    expect(JSON.parse(readFileSync(join(folder.path, 'home', 'keys-in-use.json'), 'utf8'))).toHaveProperty('2025');
  });
});

describe('keys new', () => {
  it('prints a line for the file once, with the day as id, and says that it is not stored', async () => {
    const made = await inProcess(['keys', 'new']);
    expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining('stored nowhere') });
    expect(made.stdout).toMatch(/^2026-11-22:[A-Za-z0-9+/]{43}=\n$/);
    expect((await inProcess(['keys', 'new', '--id', 'autumn'])).stdout).toMatch(/^autumn:/);
  });

  it('refuses an id that the file could not contain', async () => {
    expect(await inProcess(['keys', 'new', '--id', 'a:b'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('1 to 40 letters'),
    });
  });
});
