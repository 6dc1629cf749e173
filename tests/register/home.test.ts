/** The home folder and its two registers: invented facts are never stored with real ones. */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { homeFrom } from '../../register/home-folder.ts';
import { KeptElsewhere, openRegisters } from '../../register/home.ts';
import { openRegister } from '../../register/register.ts';
import { openSqlite } from '../../register/sqlite.ts';
import type { Register } from '../../register/types.ts';
import { act, entered, ids, signed } from './given.ts';
import { enter } from '../support/enter.ts';
import { saidOf } from '../support/failures.ts';

let folder: string;
let file: string;
let register: Register;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servanda-register-'));
  file = join(folder, 'home', 'register.db');
  register = await openRegister(file);
});

afterEach(async () => {
  await register.close();
  await rm(folder, { recursive: true });
});

/** A connection that knows nothing of the register's code. */
function raw<T>(use: (db: Database.Database) => T): T {
  const db = new Database(file);
  try {
    return use(db);
  } finally {
    db.close();
  }
}

const all = (db: Database.Database, query: string) => db.prepare(query).all([]);

describe('the register’s file', () => {
  it('is created with its folder, and keeps its content when opened again', async () => {
    await enter(register, 'a', signed('s'), entered);
    await register.close();
    register = await openRegister(file);
    expect(ids(await register.rows('a'))).toEqual(['s']);
  });

  it('keeps a write-ahead log, so that readers never wait', () => {
    expect(raw(db => all(db, 'pragma journal_mode'))).toEqual([{ journal_mode: 'wal' }]);
  });

  it('is flushed to disk before an append returns, and writers wait ten seconds for it', async () => {
    const { db } = await openSqlite(file);
    const pragma = async (name: string) =>
      Object.values((await sql.raw<Record<string, number>>(`pragma ${name}`).execute(db)).rows[0] ?? {})[0];
    const full = 2;
    expect([await pragma('synchronous'), await pragma('foreign_keys'), await pragma('busy_timeout')]).toEqual([full, 1, 10_000]);
    await db.destroy();
  });

  it('can be opened by many at once when it is new', async () => {
    const fresh = join(folder, 'fresh', 'register.db');
    const registers = await Promise.all(Array.from({ length: 8 }, () => openRegister(fresh)));
    await Promise.all(registers.map((r, n) => enter(r, 'a', signed(`s${n}`), entered)));
    expect(await registers[0]!.verifyAll()).toMatchObject({ sound: true, lines: 8 });
    await Promise.all(registers.map(r => r.close()));
  });

  it('that is not a register is refused with what to check', async () => {
    const other = join(folder, 'other.db');
    await writeFile(other, 'not a database, but a text that is long enough to be taken for one '.repeat(20));
    expect(await saidOf(openRegister(other))).toMatch(
      /The register .*other\.db can’t be opened: it is not a register, or it is damaged \(“file is not a database”\)\. Check the path/,
    );
  });

  it('written by a newer servanda is refused and left unchanged', async () => {
    raw(db => db.exec(`insert into kysely_migration values ('9999-from-the-future', '2099-01-01T00:00:00.000Z')`));
    expect(await saidOf(openRegister(file))).toMatch(/a newer version of servanda has written it.*9999-from-the-future/);
  });
});

describe('the home of the registers', () => {
  it.each([
    [{}, '/srv/desk/.servanda'],
    [{ SERVANDA_HOME: '' }, '/srv/desk/.servanda'],
    [{ SERVANDA_HOME: 'elsewhere' }, '/srv/desk/elsewhere'],
    [{ SERVANDA_HOME: '/var/lib/servanda' }, '/var/lib/servanda'],
  ])('with %o is %s', (env, home) => {
    expect(homeFrom(env, '/srv/desk')).toBe(home);
  });

  it('has a separate file for rehearsals', async () => {
    const registers = await openRegisters(join(folder, 'two'));
    await enter(registers.of(false), 'real', signed('s'), entered);
    await enter(registers.of(true), 'invented', signed('s'), entered);
    await registers.of(true).perform('invented', [{ step: 'performed', body: act('x') }], 1);
    expect(await registers.of(false).agreements()).toEqual(['real']);
    expect(await registers.of(true).agreements()).toEqual(['invented']);
    expect(await registers.of(false).outbox('invented')).toEqual([]);
    expect(await registers.find('real')).toEqual({ rehearsal: false, register: registers.of(false) });
    expect(await registers.find('invented')).toEqual({ rehearsal: true, register: registers.of(true) });
    expect(await registers.find('unheard-of')).toBeUndefined();
    expect((await stat(join(folder, 'two', 'rehearsals.db'))).isFile()).toBe(true);
    await registers.close();
  });

  it('refuses an agreement in one register that is already in the other, and says what to do', async () => {
    const registers = await openRegisters(join(folder, 'two'));
    await enter(registers.of(false), 'real', signed('s'), entered);
    await enter(registers.of(true), 'invented', signed('s'), entered);

    expect(await registers.open('real', false)).toBe(registers.of(false));
    expect(await registers.open('new', true)).toBe(registers.of(true));
    await expect(registers.open('invented', false)).rejects.toThrow(KeptElsewhere);
    expect(await saidOf(registers.open('real', true))).toMatch(
      /real can’t be opened as a rehearsal: .*register\.db keeps it as a real agreement.* Give the new one another id/,
    );
    expect(await saidOf(enter(registers.of(false), 'invented', signed('t'), entered))).toMatch(
      /keeps it as a rehearsal, .*may be moved away/,
    );
    await expect(registers.of(true).perform('real', [], 1)).rejects.toThrow(KeptElsewhere);
    expect(await registers.of(false).agreements()).toEqual(['real']);
    await registers.close();
  });
});
