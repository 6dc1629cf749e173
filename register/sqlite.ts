/**
 * One SQLite file, shared by any number of processes: writes take turns and wait for one another, reads never wait.
 * Once a transaction has returned, it survives the loss of the process and of power (WAL, synchronous FULL).
 */
import { isUtf8 } from 'node:buffer';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';
import Database from 'libsql';
import { defaultPatience, waitedInVain, type Store } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * Opens a file, made with its folder when there is none. `patience`: how long a write waits for its turn, in milliseconds.
 * `alone`: a file that nobody else has, without a log beside it.
 */
export async function openSqlite(file: string, patience = defaultPatience, alone?: 'read' | 'write'): Promise<Store> {
  if (!alone) await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // SQLite gives what it keeps beside the file the file's own mode.
  if (alone !== 'read' && !existsSync(file)) await (await open(file, 'a', 0o600)).close();
  const connection = new Database(file, { readonly: alone === 'read' });
  try {
    connection.exec(`pragma busy_timeout = ${patience}`);
    if (!alone) await inTurn(file, patience, () => connection.exec('pragma journal_mode = wal'));
    connection.exec('pragma synchronous = full');
    connection.exec('pragma foreign_keys = on');
  } catch (cause) {
    connection.close();
    throw cause;
  }
  return storeOf(connection, file, patience);
}

/**
 * Opens a file that can't be written, on a read-only medium or a full disk, and leaves nothing beside it. What a killed process left in
 * the log beside it is read from a copy of both. A file that is not there is an empty register.
 */
export async function openUnwritable(file: string): Promise<Store & { isNew: boolean }> {
  const isNew = !existsSync(file);
  const log = await stat(`${file}-wal`).catch(() => undefined);
  if (isNew) return { ...storeOf(new Database(':memory:'), file, defaultPatience), isNew };
  // No lock and no log: nobody else can write it either.
  if (!log?.size)
    return { ...storeOf(new Database(`${pathToFileURL(file).href}?immutable=1`, { readonly: true }), file, defaultPatience), isNew };
  const folder = await mkdtemp(join(tmpdir(), 'servanda-reading-'));
  try {
    const copy = join(folder, 'register.db');
    await copyFile(file, copy);
    await copyFile(`${file}-wal`, `${copy}-wal`);
    const connection = new Database(copy);
    connection.exec('pragma journal_mode = delete'); // takes what the log has into the file
    return { ...storeOf(connection, file, defaultPatience), isNew };
  } finally {
    // An open file is read until it is closed, also when its name is gone.
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

/**
 * Whether a file is whole, its tables called and made in text, and its indexes as its tables are. The driver ends the process where it meets
 * what is no text; so that is read as bytes, and first.
 */
export function isWhole(file: string): boolean {
  let connection: Database.Database | undefined;
  try {
    connection = new Database(file);
    const asked = connection.prepare(
      'select cast(name as blob) as a, cast(tbl_name as blob) as b, cast(sql as blob) as c from sqlite_master union all select cast(name as blob), cast(timestamp as blob), null from kysely_migration',
    );
    const rows = asked.all() as Record<string, Buffer | null>[];
    if (!rows.every(row => Object.values(row).every(bytes => bytes === null || isUtf8(bytes)))) return false;
    const checked = connection.prepare('select integrity_check as said from pragma_integrity_check(1)').all();
    return (checked as { said: string }[]).every(({ said }) => said === 'ok');
  } catch {
    return false;
  } finally {
    connection?.close();
  }
}

/** What a system says when a file or its folder can't be written. */
export const isUnwritable = (cause: unknown): boolean =>
  cause instanceof Error &&
  'code' in cause &&
  /^(SQLITE_(CANTOPEN|READONLY|IOERR|FULL|PERM|AUTH)|EROFS|ENOSPC|EDQUOT|EACCES|EPERM)/.test(String(cause.code));

function storeOf(connection: Database.Database, file: string, patience: number): Store {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: preparingOnce(connection) }) });
  return {
    dialect: 'sqlite',
    name: file,
    db,
    // The connection is given back between two attempts: reads of this process go on while a write waits.
    alone: work => inTurn(file, patience, () => db.connection().execute(one => inOneTransaction(connection, patience, () => work(one)))),
    snapshot: read => db.connection().execute(one => inOneReading(connection, () => read(one))),
  };
}

/** Kysely prepares a statement each time that it is run: as long as running it. There are some dozens. */
function preparingOnce(connection: Database.Database): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    prepare: sql => {
      let statement = prepared.get(sql);
      if (!statement) prepared.set(sql, (statement = connection.prepare(sql)));
      return statement;
    },
    close: () => connection.close(),
  };
}

async function inOneTransaction<T>(connection: Database.Database, patience: number, work: () => Promise<T>): Promise<T> {
  beginWithoutWaiting(connection, patience);
  try {
    const result = await work();
    connection.exec('commit');
    return result;
  } catch (refusal) {
    if (connection.inTransaction) connection.exec('rollback');
    throw refusal;
  }
}

/** With a write-ahead log, all reads of a transaction see the state at its first. */
async function inOneReading<T>(connection: Database.Database, read: () => Promise<T>): Promise<T> {
  connection.exec('begin');
  try {
    return await read();
  } finally {
    connection.exec('rollback');
  }
}

/**
 * SQLite waits by stopping the whole process: two connections of one process would then wait for each other until both fail.
 * So BEGIN gives up at once and `inTurn` does the waiting. `exec`, because libsql leaves a prepared BEGIN that was refused open, and
 * the next COMMIT fails with "SQL statements in progress".
 */
function beginWithoutWaiting(connection: Database.Database, patience: number): void {
  connection.exec('pragma busy_timeout = 0');
  try {
    connection.exec('begin immediate');
  } finally {
    connection.exec(`pragma busy_timeout = ${patience}`);
  }
}

/** Tries until the file is free, a little later each time, and says so when patience is at its end. */
async function inTurn<T>(file: string, patience: number, attempt: () => T | Promise<T>): Promise<T> {
  for (let waited = 0, pause = 1; ; waited += pause, pause = Math.min(pause * 2, 20)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (waited >= patience) throw waitedInVain(file, patience, error);
    }
    await wait(pause);
  }
}

const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
