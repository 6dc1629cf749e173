/** The register loses nothing and changes nothing: append-only, chained by hash, shared by processes, kept through a kill. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { date } from '../clauses/calendar.ts';
import type { Fact } from '../machines/facts.ts';
import { canonical, contentHash } from '../register/canonical.ts';
import { beginning, lineHash } from '../register/chain.ts';
import { IdConflict, LinesMissing } from '../register/errors.ts';
import { homeFrom, KeptElsewhere, openRegisters } from '../register/home.ts';
import { openRegister } from '../register/register.ts';
import { openSqlite } from '../register/sqlite.ts';
import type { Register, Row, Step } from '../register/types.ts';

const signed = (id: string, on = '2004-03-01'): Fact => ({ id, type: 'signed', on: date(on) });
const completion = (received: string): Fact => ({ id: 'n1', type: 'completion.notified', by: 'KZ', received: date(received) });
const entered = { by: 'desk officer', at: 1_100_000_000_000 };
const ids = (rows: readonly Row[]) => rows.map(row => row.entry.id);

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
function raw<T>(use: (db: Database.Database) => T, of = file): T {
  const db = new Database(of);
  try {
    return use(db);
  } finally {
    db.close();
  }
}

const all = (db: Database.Database, query: string) => db.prepare(query).all([]);

describe('content', () => {
  it('is the same text whatever the order of its fields', () => {
    expect(canonical({ b: [1, { d: null, c: 'ә' }], a: 1e21, z: undefined })).toBe('{"a":1e+21,"b":[1,{"c":"ә","d":null}]}');
    expect(contentHash({ a: 1, b: 2 })).toBe(contentHash({ b: 2, a: 1 }));
  });

  it('has the hash that any SHA-256 gives of its canonical text', () => {
    // printf '{"a":1,"b":2}' | sha256sum
    expect(contentHash({ b: 2, a: 1 })).toBe('sha256:43258cff783fe7036d8a43033f830adfc60ec037382473548ac742b888292777');
  });

  it.each([undefined, Number.NaN, { f: () => 1 }, { n: Number.POSITIVE_INFINITY }, 1n])('that JSON cannot say is refused: %o', value => {
    expect(() => contentHash(value)).toThrow(TypeError);
  });
});

describe('the file', () => {
  it('is made with its folder, and opened again finds what it held', async () => {
    await register.append('a', 0, signed('s'), entered);
    await register.close();
    register = await openRegister(file);
    expect(ids(await register.rows('a'))).toEqual(['s']);
  });

  it('keeps a write-ahead log, so that readers never wait', () => {
    expect(raw(db => all(db, 'pragma journal_mode'))).toEqual([{ journal_mode: 'wal' }]);
  });

  it('is written through to the disk before an append returns, and writers wait ten seconds', async () => {
    const { db } = await openSqlite(file);
    const pragma = async (name: string) =>
      Object.values((await sql.raw<Record<string, number>>(`pragma ${name}`).execute(db)).rows[0] ?? {})[0];
    const full = 2;
    expect([await pragma('synchronous'), await pragma('foreign_keys'), await pragma('busy_timeout')]).toEqual([full, 1, 10_000]);
    await db.destroy();
  });

  it('is opened by many at once when it is new', async () => {
    const fresh = join(folder, 'fresh', 'register.db');
    const registers = await Promise.all(Array.from({ length: 8 }, () => openRegister(fresh)));
    await Promise.all(registers.map((r, n) => r.append('a', 0, signed(`s${n}`), entered)));
    expect(await registers[0]?.verify('a')).toMatchObject({ sound: true, lines: 8 });
    await Promise.all(registers.map(r => r.close()));
  });

  it('that is no register is refused with what to check', async () => {
    const other = join(folder, 'other.db');
    await writeFile(other, 'not a database, but a text that is long enough to be taken for one '.repeat(20));
    await expect(openRegister(other)).rejects.toThrow(/The register .*other\.db could not be opened: .*Check that it is a register/);
  });

  it('written by a newer servanda is refused and left alone', async () => {
    raw(db => db.exec(`insert into kysely_migration values ('9999-from-the-future', '2099-01-01T00:00:00.000Z')`));
    await expect(openRegister(file)).rejects.toThrow(/9999-from-the-future.*no newer servanda/);
  });
});

describe('append', () => {
  it('numbers the lines of each agreement from 1 and chains them', async () => {
    const { row: first } = await register.append('a', 0, signed('s'), entered);
    const { row: second } = await register.append('a', 1, completion('2004-06-10'), entered);
    const { row: elsewhere } = await register.append('b', 0, signed('s'), entered);
    expect([first.seq, second.seq, elsewhere.seq]).toEqual([1, 2, 1]);
    expect([first.previous, second.previous, elsewhere.previous]).toEqual([beginning, first.hash, beginning]);
    expect(second.hash).toBe(lineHash(second));
    expect(await register.rows('a')).toEqual([first, second]);
    expect(await register.agreements()).toEqual(['a', 'b']);
    expect([await register.has('b'), await register.has('c')]).toEqual([true, false]);
  });

  it('returns every line after the head that the caller knew', async () => {
    for (const id of ['s1', 's2', 's3']) await register.append('a', 0, signed(id), entered);
    const { rows } = await register.append('a', 1, signed('s4'), entered);
    expect(ids(rows)).toEqual(['s2', 's3', 's4']);
    expect(ids(await register.rows('a', 2))).toEqual(['s3', 's4']);
  });

  it('of the same id and content gives the line there is, whoever enters it again and in whatever order of fields', async () => {
    const { row } = await register.append('a', 0, signed('s'), entered);
    await register.append('a', 1, signed('s2'), entered);
    const again = { on: date('2004-03-01'), type: 'signed', id: 's', note: undefined } as const;
    const refuse = () => {
      throw new Error('a repeat is not checked anew');
    };
    const answer = await register.append('a', 1, again, { by: 'another', at: 5 }, refuse);
    expect(answer).toEqual({ row, existing: true, rows: await register.rows('a', 1) });
    expect(await register.rows('a')).toHaveLength(2);
  });

  it('of the same id and other content is refused, with both contents in words', async () => {
    await register.append('a', 0, completion('2004-06-10'), entered);
    const refused = register.append('a', 1, completion('2004-06-11'), entered);
    await expect(refused).rejects.toThrow(IdConflict);
    await expect(refused).rejects.toThrow(
      'The id n1 is already used in a for other content. In the register, line 1, entered by desk officer: completion.notified (n1), by KZ, received 2004-06-10. ' +
        'Offered now: completion.notified (n1), by KZ, received 2004-06-11. Nothing was written.',
    );
    expect(await register.rows('a')).toHaveLength(1);
  });

  it('is refused by its check, which sees the ledger, and then nothing is written', async () => {
    await register.append('a', 0, signed('s'), entered);
    const seen: string[][] = [];
    const refused = register.append('a', 1, signed('s2'), entered, rows => {
      seen.push(ids(rows));
      throw new Error('signed already');
    });
    await expect(refused).rejects.toThrow('signed already');
    expect(seen).toEqual([['s']]);
    expect(await register.rows('a')).toHaveLength(1);
    expect((await register.append('a', 1, completion('2004-06-10'), entered)).row.seq).toBe(2);
  });

  it('is refused where the caller knows lines that the file has not', async () => {
    await register.append('a', 0, signed('s'), entered);
    const refused = register.append('a', 3, signed('s2'), entered);
    await expect(refused).rejects.toThrow(LinesMissing);
    await expect(refused).rejects.toThrow(
      /a is known up to line 3, but .*register\.db has it only up to line 1\. .*Put the right file back/,
    );
    expect(await register.rows('a')).toHaveLength(1);
  });

  it('keeps the description of an agreement as an entry', async () => {
    const content = { id: 'a', title: { en: 'A', kk: 'Ә' } };
    const description = { type: 'described', id: 'd1', hash: contentHash(content), content } as const;
    const { row } = await register.append('a', 0, description, entered);
    expect((await register.rows('a'))[0]).toEqual(row);
    expect(row.entry).toEqual(description);
  });
});

describe('writers at once', () => {
  it('in one process, through two openings of the file, neither lose a line nor number one twice', async () => {
    const other = await openRegister(file);
    const appends = Array.from({ length: 100 }, (_, n) => (n % 2 ? register : other).append('a', 0, signed(`s${n}`), entered));
    const seqs = (await Promise.all(appends)).map(({ row }) => row.seq);
    expect(new Set(seqs).size).toBe(100);
    expect(await register.verify('a')).toMatchObject({ sound: true, lines: 100 });
    await other.close();
  });

  it('wait for one that holds the file', async () => {
    const holder = new Database(file);
    holder.exec('begin immediate');
    const waiting = register.append('a', 0, signed('s'), entered);
    expect(await register.rows('a')).toEqual([]);
    holder.exec('commit');
    holder.close();
    expect((await waiting).row.seq).toBe(1);
  });

  it('that wait in vain are told so, and write once the file is free', async () => {
    const hurried = await openRegister(file, { patience: 5 });
    const holder = new Database(file);
    holder.exec('begin immediate');
    await expect(hurried.append('a', 0, signed('s'), entered)).rejects.toThrow(
      /register\.db was in use by another writer for 5 ms; nothing was written/,
    );
    holder.exec('rollback');
    holder.close();
    expect((await hurried.append('a', 0, signed('s'), entered)).existing).toBe(false);
    await hurried.close();
  });

  it('in two processes, a hundred entries each into one new file, neither lose a line nor number one twice', async () => {
    const shared = join(folder, 'shared', 'register.db');
    const writers = ['left', 'right'].map(prefix => writer(shared, prefix, 100));
    await Promise.all(writers.map(w => w.said('ready')));
    for (const w of writers) w.go();
    expect(await Promise.all(writers.map(w => w.ended))).toEqual([0, 0]);

    const after = await openRegister(shared);
    const rows = await after.rows('a');
    expect(rows.map(row => row.seq)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
    for (const prefix of ['left', 'right'])
      expect(ids(rows).filter(id => id.startsWith(prefix))).toEqual(Array.from({ length: 100 }, (_, n) => `${prefix}-${n + 1}`));
    expect(await after.verify('a')).toMatchObject({ sound: true, lines: 200 });
    expect((await after.outbox('a')).map(line => line.seq)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
    await after.close();
  }, 60_000);

  it('killed between commits lose nothing that was acknowledged', async () => {
    const victim = writer(file, 'victim', 100_000);
    await victim.said('ready');
    victim.go();
    await victim.said('victim-25');
    victim.kill();
    expect(await victim.ended).toBe('SIGKILL');

    const acknowledged = victim.lines.filter(line => line.startsWith('victim-'));
    const rows = await register.rows('a');
    expect(ids(rows).slice(0, acknowledged.length)).toEqual(acknowledged);
    // At most the one that was committed and not yet said.
    expect(rows.length - acknowledged.length).toBeLessThanOrEqual(1);
    expect(await register.verify('a')).toMatchObject({ sound: true, lines: rows.length });
    expect((await register.append('a', 0, signed('s'), entered)).row.seq).toBe(rows.length + 1);
  }, 60_000);
});

interface Writer {
  lines: string[];
  said: (line: string) => Promise<void>;
  go: () => void;
  kill: () => void;
  ended: Promise<number | NodeJS.Signals | null>;
}

/** A process of its own that appends entries to agreement `a`. */
function writer(to: string, prefix: string, count: number): Writer {
  const script = fileURLToPath(new URL('./support/append-entries.ts', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', script, to, 'a', prefix, String(count)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const heard = createInterface({ input: child.stdout ?? process.stdin });
  heard.on('line', line => lines.push(line));
  const closed = new Promise<void>(done => void heard.once('close', done));
  const ended = new Promise<number | NodeJS.Signals | null>(done => void child.once('exit', (code, signal) => done(signal ?? code)));
  return {
    lines,
    said: line =>
      new Promise((done, fail) => {
        const listen = () => lines.includes(line) && done();
        heard.on('line', listen);
        heard.once('close', () => fail(new Error(`The writer ended without saying ${line}; it said: ${lines.join(' ')}`)));
        listen();
      }),
    go: () => void child.stdin?.write('go\n'),
    kill: () => void child.kill('SIGKILL'),
    ended: Promise.all([ended, closed]).then(([how]) => how),
  };
}

describe('append-only', () => {
  const body = "'b', 'h', 'h', 'h', 'x', 1";
  const changes: [string, RegExp][] = [
    [`update entries set entered_by = 'x'`, /append-only: no update of entries\. Enter a correction/],
    ['delete from entries', /append-only: no delete of entries\. Enter a correction/],
    [
      `insert or replace into entries values ('a', 1, 's', 'signed', ${body})`,
      /append-only: this line of entries does not follow the last one/,
    ],
    [
      `insert or replace into entries values ('a', 2, 's', 'signed', ${body})`,
      /append-only: this line of entries does not follow the last one/,
    ],
    [`insert into entries values ('a', 2, 'new', 'signed', ${body})`, /append-only: this line of entries does not follow the last one/],
    [`insert into entries values ('b', 2, 'new', 'signed', ${body})`, /append-only: this line of entries does not follow the last one/],
    [`update outbox set step = 'withdrawn'`, /append-only: no update of outbox\. Write a further step/],
    ['delete from outbox', /append-only: no delete of outbox\. Write a further step/],
    [
      `insert or replace into outbox values (1, 'a', 'x', 'withdrawn', '{}', 1)`,
      /append-only: this line of outbox does not follow the last one/,
    ],
    [
      `insert into outbox (agreement, act, step, body, at) values ('a', 'x', 'withdrawn', '{}', 1)`,
      /append-only: this line of outbox does not/,
    ],
    [`update deliveries set became = 'failed'`, /append-only: no update of deliveries\. What became of a letter stands/],
    ['delete from deliveries', /append-only: no delete of deliveries/],
    [
      `insert or replace into deliveries values (1, 'a', 1, 'officer', 'email', 'failed', '', 2)`,
      /append-only: this line of deliveries does not follow the last one/,
    ],
    [
      `insert or replace into deliveries values (2, 'a', 1, 'officer', 'email', 'failed', '', 2)`,
      /append-only: this line of deliveries does not follow the last one/,
    ],
  ];

  it.each(changes)('refuses from any connection: %s', async (statement, why) => {
    await register.append('a', 0, signed('s'), entered);
    await register.perform('a', [{ act: 'x', step: 'performed', body: {} }], 1);
    await register.delivered('a', { outbox: 1, recipient: 'officer', way: 'email', became: 'sent', detail: '250' }, 1);
    const all = async () => [await register.rows('a'), await register.outbox(), await register.deliveries()];
    const before = await all();
    expect(() => raw(db => db.exec(statement))).toThrow(why);
    expect(await all()).toEqual(before);
  });

  it('what became of a letter stands, whatever comes after', async () => {
    await register.perform('a', [{ act: 'x', step: 'performed', body: {} }], 1);
    const delivery = { outbox: 1, recipient: 'officer', way: 'email', became: 'sent', detail: '250' } as const;
    const first = await register.delivered('a', delivery, 1);
    expect(await register.delivered('a', { ...delivery, became: 'failed', detail: 'late' }, 2)).toEqual(first);
    await register.delivered('a', { ...delivery, way: 'webhook', detail: 'HTTP 204' }, 3);
    await register.perform('b', [{ act: 'y', step: 'performed', body: {} }], 1);
    await register.delivered('b', { ...delivery, outbox: 2 }, 4);
    expect((await register.deliveries('a')).map(l => [l.seq, l.way, l.became])).toEqual([
      [1, 'email', 'sent'],
      [2, 'webhook', 'sent'],
    ]);
    expect(await register.deliveries()).toHaveLength(3);
  });
});

describe('verify', () => {
  beforeEach(async () => {
    for (const id of ['s1', 's2', 's3', 's4']) await register.append('a', 0, signed(id), entered);
  });

  const tamper = (statement: string) =>
    raw(db => {
      for (const trigger of ['entries_no_update', 'entries_no_delete', 'entries_only_follow']) db.exec(`drop trigger ${trigger}`);
      db.exec(statement);
    });

  it('finds an untouched chain sound, and tells its head', async () => {
    const rows = await register.rows('a');
    expect(await register.verify('a')).toEqual({ sound: true, lines: 4, head: rows[3]?.hash });
    expect(await register.verify('unknown')).toEqual({ sound: true, lines: 0, head: beginning });
  });

  const third = { agreement: 'a', seq: 3, entry: signed('s3', '2005-03-01'), entered };
  it.each<[string, string, number, RegExp]>([
    ['a byte of content', `update entries set body = replace(body, '2004', '2005') where seq = 3`, 3, /content hash/],
    ['a byte that breaks the text', `update entries set body = substr(body, 2) where seq = 3`, 3, /canonical JSON/],
    ['a space', `update entries set body = replace(body, ',', ', ') where seq = 2`, 2, /canonical JSON/],
    ['content that is no entry', `update entries set body = '7' where seq = 2`, 2, /canonical JSON/],
    [
      'content and its hash',
      `update entries set body = '${canonical(third.entry)}', content_hash = '${contentHash(third.entry)}' where seq = 3`,
      3,
      /its hash is not/,
    ],
    ['who entered it', `update entries set entered_by = 'another' where seq = 2`, 2, /who entered it/],
    ['when it was entered', `update entries set entered_at = entered_at + 1 where seq = 1`, 1, /or when/],
    ['the id beside the content', `update entries set id = 's9' where seq = 4`, 4, /id or type/],
    [
      'the agreement it stands under',
      `insert into entries select 'b', seq, id, type, body, content_hash, previous, hash, entered_by, entered_at from entries where seq = 1; delete from entries where agreement = 'a' and seq = 1`,
      1,
      /missing/,
    ],
    ['a line taken out', 'delete from entries where seq = 2', 2, /line 2 is missing; the next there is line 3/],
    [
      'a line taken out and the rest moved up',
      'delete from entries where seq = 2; update entries set seq = seq - 1 where seq > 2',
      2,
      /does not follow/,
    ],
    ['a hash', `update entries set hash = '${beginning}' where seq = 4`, 4, /its hash is not/],
  ])('names the first line at which was changed: %s', async (_what, statement, seq, why) => {
    tamper(statement);
    expect(await register.verify('a')).toEqual({ sound: false, seq, why: expect.stringMatching(why) as string });
  });

  it('names the line after one that was changed together with its hash', async () => {
    const [, second] = await register.rows('a');
    const hash = lineHash({ ...third, previous: second?.hash ?? '' });
    tamper(
      `update entries set body = '${canonical(third.entry)}', content_hash = '${contentHash(third.entry)}', hash = '${hash}' where seq = 3`,
    );
    expect(await register.verify('a')).toMatchObject({ sound: false, seq: 4 });
  });

  it('is not needed to notice a text that can no longer be read', async () => {
    tamper(`update entries set body = '{' where seq = 3`);
    await expect(register.rows('a')).rejects.toThrow("Line 3 of a can't be read");
  });
});

describe('the outbox', () => {
  const step = (act: string, taken: Step['step']): Step => ({ act, step: taken, body: { what: act } });
  const said = async () => (await register.outbox()).map(({ seq, act, step: taken }) => `${seq} ${act} ${taken}`);

  it('takes a step once, however often it is written', async () => {
    expect(await register.perform('a', [step('x', 'performed'), step('y', 'history'), step('x', 'performed')], 7)).toEqual([
      { seq: 1, agreement: 'a', act: 'x', step: 'performed', body: { what: 'x' }, at: 7 },
      { seq: 2, agreement: 'a', act: 'y', step: 'history', body: { what: 'y' }, at: 7 },
    ]);
    expect(await register.perform('a', [step('y', 'history'), step('x', 'performed')], 8)).toEqual([]);
    expect(await said()).toEqual(['1 x performed', '2 y history']);
  });

  it('lets an act be withdrawn and performed again', async () => {
    for (const taken of ['performed', 'withdrawn', 'withdrawn', 'performed'] as const) await register.perform('a', [step('x', taken)], 1);
    expect(await said()).toEqual(['1 x performed', '2 x withdrawn', '3 x performed']);
  });

  it('tells the latest step of each act of an agreement', async () => {
    await register.perform('a', [step('x', 'performed'), step('y', 'performed'), step('x', 'withdrawn')], 1);
    await register.perform('b', [step('x', 'history')], 2);
    const done = await register.actsDone('a');
    expect([...done.values()].map(line => `${line.act} ${line.step}`).toSorted()).toEqual(['x withdrawn', 'y performed']);
    expect((await register.outbox('b')).map(line => line.seq)).toEqual([4]);
  });

  it('writes all steps of a call or none', async () => {
    const unsayable: Step = { act: 'z', step: 'performed', body: { n: Number.NaN } };
    await expect(register.perform('a', [step('x', 'performed'), unsayable], 1)).rejects.toThrow(TypeError);
    expect(await register.outbox()).toEqual([]);
  });

  it('takes a step once when two write it at the same time', async () => {
    const other = await openRegister(file);
    const written = await Promise.all([register, other, register, other].map(r => r.perform('a', [step('x', 'performed')], 1)));
    expect(written.flat()).toHaveLength(1);
    await other.close();
  });
});

describe('the home', () => {
  it.each([
    [{}, '/srv/desk/.servanda'],
    [{ SERVANDA_HOME: '' }, '/srv/desk/.servanda'],
    [{ SERVANDA_HOME: 'elsewhere' }, '/srv/desk/elsewhere'],
    [{ SERVANDA_HOME: '/var/lib/servanda' }, '/var/lib/servanda'],
  ])('of %o is %s', (env, home) => {
    expect(homeFrom(env, '/srv/desk')).toBe(home);
  });

  it('keeps rehearsals in a file of their own', async () => {
    const registers = await openRegisters(join(folder, 'two'));
    await registers.of(false).append('real', 0, signed('s'), entered);
    await registers.of(true).append('invented', 0, signed('s'), entered);
    await registers.of(true).perform('invented', [{ act: 'x', step: 'performed', body: {} }], 1);
    expect(await registers.of(false).agreements()).toEqual(['real']);
    expect(await registers.of(true).agreements()).toEqual(['invented']);
    expect(await registers.of(false).outbox()).toEqual([]);
    expect(await registers.find('real')).toEqual({ rehearsal: false, register: registers.of(false) });
    expect(await registers.find('invented')).toEqual({ rehearsal: true, register: registers.of(true) });
    expect(await registers.find('unheard-of')).toBeUndefined();
    expect((await stat(join(folder, 'two', 'rehearsals.db'))).isFile()).toBe(true);
    await registers.close();
  });

  it('refuses an agreement in one register that the other one keeps, and says what to do', async () => {
    const registers = await openRegisters(join(folder, 'two'));
    await registers.of(false).append('real', 0, signed('s'), entered);
    await registers.of(true).append('invented', 0, signed('s'), entered);

    expect(await registers.open('real', false)).toBe(registers.of(false));
    expect(await registers.open('new', true)).toBe(registers.of(true));
    await expect(registers.open('invented', false)).rejects.toThrow(KeptElsewhere);
    await expect(registers.open('real', true)).rejects.toThrow(
      /real can't be opened as a rehearsal: .*register\.db keeps it as a real agreement.* Give the new one another id/,
    );
    await expect(registers.of(false).append('invented', 0, signed('t'), entered)).rejects.toThrow(
      /keeps it as a rehearsal, .*may be moved away/,
    );
    await expect(registers.of(true).perform('real', [], 1)).rejects.toThrow(KeptElsewhere);
    expect(await registers.of(false).agreements()).toEqual(['real']);
    await registers.close();
  });
});
