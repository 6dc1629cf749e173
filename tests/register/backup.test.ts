/** A backup made while others write is the register at one moment, and restored elsewhere it is the same register. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { date } from '../../clauses/calendar.ts';
import { backUp } from '../../register/backup.ts';
import { storeDocument } from '../../register/documents.ts';
import { openRegisters } from '../../register/home.ts';
import { openRegister } from '../../register/register.ts';
import { restoreBackup } from '../../register/restore.ts';
import type { Register } from '../../register/types.ts';
import { checkKeysInUse } from '../../secrets/keys-in-use.ts';
import { Keyring, noKeys } from '../../secrets/keyring.ts';
import { newSigningKey, publicKeyOf, SigningKey } from '../../secrets/signing-key.ts';
import { databaseKinds, onEachDatabase, sqliteStatement } from '../support/databases.ts';
import { writer } from '../support/writer.ts';
import { both, entered, freshRegister, ids, signed } from './given.ts';
import { enter } from '../support/enter.ts';
import { saidOf, sentenceOf } from '../support/failures.ts';

const signing = new SigningKey(newSigningKey());
const signedBy = publicKeyOf(signing.publicJwk);
const keys = new Keyring([{ id: '2026', bytes: Buffer.alloc(32, 'k') }]);
const now = Date.UTC(2026, 10, 22, 12);
const how = { keys: noKeys, signing, now };

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'servanda-backup-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

/** Stores a document in a home, with the entry that names it. */
async function attach(register: Register, home: string, text: string, ring = noKeys): Promise<string> {
  writeFileSync(at('note'), text);
  const stored = await storeDocument(home, at('note'), ring);
  const named = {
    id: 'd1',
    type: 'document.attached',
    on: date('2004-03-02'),
    person: 'registry',
    to: 's1',
    name: 'note',
    ...stored,
  } as const;
  await enter(register, 'a', named, entered);
  return join('documents', stored.sha256.slice(0, 2), stored.sha256);
}

onEachDatabase('a backup', kind => {
  const [on, rehearsals] = [freshRegister(kind), freshRegister(kind)];
  const registers = () => both(on.register, rehearsals.register, at('home'));

  it.each(databaseKinds())(
    'a backup made while two processes write is one moment of the register, and can be continued when restored in $name',
    async other => {
      const writers = ['left', 'right'].map(prefix => writer(on.database.place, prefix, 100_000));
      await Promise.all(writers.map(w => w.said('ready')));
      for (const w of writers) w.go();
      await Promise.all(writers.map(w => w.said(`${w.prefix}-20`)));
      const acknowledged = writers.flatMap(w => w.lines.slice(1));
      const copied = await backUp(registers(), at('copy'), how);
      const during = writers.map(w => w.lines.length);
      await Promise.all(writers.map((w, i) => w.said(`${w.prefix}-${during[i]! + 5}`)));
      for (const w of writers) w.kill();
      await Promise.all(writers.map(w => w.ended));

      const copy = await openRegisters(at('copy'));
      const rows = await copy.of(false).rows('a');
      const all = await on.register.rows('a');
      expect(rows.length).toBeLessThan(all.length);
      expect(rows).toEqual(all.slice(0, rows.length));
      expect(ids(rows)).toEqual(expect.arrayContaining(acknowledged));
      expect(await on.register.headAt(copied.heads.agreements.seq)).toEqual(copied.heads.agreements);
      expect(await copy.of(false).verifyAll()).toMatchObject({ sound: true, head: copied.heads.agreements });
      await copy.close();

      const [real, invented] = [await other.fresh(), await other.fresh()];
      const elsewhere = both(await openRegister(real.place), await openRegister(invented.place), at('elsewhere'));
      await restoreBackup(at('copy'), elsewhere, { keys: noKeys, signedBy });
      expect(await elsewhere.of(false).rows('a')).toEqual(rows);
      expect(await elsewhere.of(false).verifyAll()).toMatchObject({ sound: true, head: copied.heads.agreements });
      expect((await enter(elsewhere.of(false), 'a', signed('next'), entered)).row.seq).toBe(rows.length + 1);
      await elsewhere.close();
      for (const d of [real, invented]) await d.remove();
    },
  );

  it('a backup has both registers, every document including those of struck entries, the names of keys in use, and no key', async () => {
    await checkKeysInUse(at('home'), keys);
    writeFileSync(join(at('home'), 'keys'), 'hush');
    writeFileSync(join(at('home'), 'temporal.db'), 'not part of it');
    await enter(on.register, 'a', signed('s1'), entered);
    const path = await attach(on.register, at('home'), 'Note verbale No. 17', keys);
    await enter(on.register, 'a', { id: 'k', type: 'struck', of: 'd1', recorded: date('2004-03-03'), reason: 'sent in error' }, entered);
    await enter(rehearsals.register, 'r', signed('s1'), entered);
    expect(await backUp(registers(), at('copy'), { ...how, keys })).toMatchObject({
      heads: { agreements: { seq: 3 }, rehearsals: { seq: 1 } },
      documents: 1,
      unchecked: 0,
    });
    expect(readdirSync(at('copy')).toSorted()).toEqual(['documents', 'heads.json', 'keys-in-use.json', 'register.db', 'rehearsals.db']);
    expect(readFileSync(join(at('copy'), path))).toEqual(readFileSync(join(at('home'), path)));
    expect(readFileSync(join(at('copy'), path), 'utf8')).not.toContain('verbale');
    expect((statSync(at('copy')).mode & 0o777).toString(8)).toBe('700');
    expect((statSync(join(at('copy'), 'register.db')).mode & 0o777).toString(8)).toBe('600');
  });

  it('a backup needs no keys: what it can’t decrypt it copies unchanged, and says so, and the keys open it when restored', async () => {
    await checkKeysInUse(at('home'), keys);
    await enter(on.register, 'a', signed('s1'), entered);
    const path = await attach(on.register, at('home'), 'Note verbale No. 17', keys);
    expect(await backUp(registers(), at('copy'), how)).toMatchObject({ documents: 1, unchecked: 1 });
    const elsewhere = await openRegisters(at('elsewhere'));
    expect(await restoreBackup(at('copy'), elsewhere, { keys, signedBy: undefined })).toMatchObject({ documents: 1, unchecked: 0 });
    expect(existsSync(join(at('elsewhere'), path))).toBe(true);
    expect(await saidOf(checkKeysInUse(at('elsewhere'), noKeys))).toContain('encrypted under the key 2026');
    await elsewhere.close();
  });

  it('a backup of a register that is not sound, or lacks a document, is not created at all', async () => {
    await enter(on.register, 'a', signed('s1'), entered);
    const path = await attach(on.register, at('home'), 'Note verbale No. 17');
    rmSync(join(at('home'), path));
    expect(await saidOf(backUp(registers(), at('copy'), how))).toContain('Put it back from a copy');
    await on.database.tamper(`update lines set entered_by = 'another' where seq = 1`);
    expect(await saidOf(backUp(registers(), at('copy'), how))).toContain('line 1 (a) was changed after it was written');
    expect(readdirSync(folder).toSorted()).toEqual(['home', 'note']);
  });

  it('a backup is not restored into a register that has lines of its own', async () => {
    await enter(on.register, 'a', signed('s1'), entered);
    await backUp(registers(), at('copy'), how);
    await enter(rehearsals.register, 'r', signed('s1'), entered);
    expect(await saidOf(restoreBackup(at('copy'), registers(), { keys: noKeys, signedBy }))).toContain('is not empty');
  });
});

it('a backup that was changed, cut off or signed by another key is refused, and nothing is written', async () => {
  const from = await openRegisters(at('home'));
  for (const id of ['s1', 's2']) await enter(from.of(false), 'a', signed(id), entered);
  await attach(from.of(false), at('home'), 'Note verbale No. 17');
  const attempt = async (spoil: (copy: string) => void, by = signedBy) => {
    rmSync(at('copy'), { recursive: true, force: true });
    await backUp(from, at('copy'), how);
    spoil(at('copy'));
    const to = await openRegisters(at('empty'));
    const said = await restoreBackup(at('copy'), to, { keys: noKeys, signedBy: by }).catch((cause: Error) =>
      cause.name === 'SignatureRefused' ? cause.message : sentenceOf(cause),
    );
    expect(await to.of(false).head()).toMatchObject({ seq: 0 });
    await to.close();
    return said;
  };
  const cut = 'drop trigger lines_no_delete; delete from lines where seq = 3';
  expect(await attempt(copy => sqliteStatement(join(copy, 'register.db'), cut))).toMatch(
    /heads.json says line 3, .* and its lines end at 2/,
  );
  const changed = `drop trigger lines_no_update; update lines set entered_by = 'x' where seq = 1`;
  expect(await attempt(copy => sqliteStatement(join(copy, 'register.db'), changed))).toContain('line 1 (a) was changed');
  expect(await attempt(copy => rmSync(join(copy, 'rehearsals.db')))).toContain('is not a backup: it lacks rehearsals.db');
  expect(await attempt(copy => writeFileSync(join(copy, 'heads.json'), '{}'))).toContain('heads.json is not as it was made');
  expect(await attempt(copy => rmSync(join(copy, 'documents'), { recursive: true, force: true }))).toContain('Put it back from a copy');
  expect(await attempt(() => {}, publicKeyOf({ ...newSigningKey() }))).toContain('otherKey');
  const forge = (copy: string): void => {
    const [a] = readdirSync(join(copy, 'documents'));
    const [b] = readdirSync(join(copy, 'documents', a!));
    chmodSync(join(copy, 'documents', a!, b!), 0o600);
    writeFileSync(join(copy, 'documents', a!, b!), 'forged');
  };
  for (const page of [2, 4, 6]) {
    const damage = (copy: string): void => {
      const bytes = readFileSync(join(copy, 'register.db'));
      writeFileSync(join(copy, 'register.db'), bytes.fill(0xff, page * 4096, page * 4096 + 8));
    };
    expect(await attempt(damage)).toContain('register.db is not as it was made: it is damaged.');
  }
  for (const [table, column] of [
    ['lines', 'kind'],
    ['calendar_tokens', 'made_by'],
  ])
    expect(
      await attempt(copy => sqliteStatement(join(copy, 'register.db'), `alter table ${table} rename column ${column} to other`)),
    ).toContain('register.db is not as it was made: it is damaged.');
  expect(await attempt(forge)).toContain('is no longer the document that was attached');
  await from.close();
});

it('an interrupted restoration can be repeated and then continued', async () => {
  const from = await openRegisters(at('home'));
  await enter(from.of(false), 'a', signed('s1'), entered);
  await enter(from.of(true), 'r', signed('s1'), entered);
  await backUp(from, at('copy'), how);
  const to = await openRegisters(at('elsewhere'));
  await from.of(false).everything(lines => to.of(false).restore(lines));
  await restoreBackup(at('copy'), to, { keys: noKeys, signedBy });
  expect([(await to.of(false).head()).seq, (await to.of(true).head()).seq]).toEqual([1, 1]);
  expect(readdirSync(at('elsewhere')).filter(name => name.startsWith('restoring'))).toEqual([]);
  for (const r of [from, to]) await r.close();
});
