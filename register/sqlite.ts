/**
 * One SQLite file, shared by any number of processes: writes wait for one another, reads never wait. A returned transaction survives the
 * loss of the process or of power (WAL, synchronous FULL).
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
import { defaultPatience, lockTimedOut, type Store } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * Opens a file and creates it with its folder if missing. `patience`: how long a write waits for its turn, in milliseconds. `alone`: a file
 * that no other process uses, without a log beside it.
 */
export async function openSqlite(file: string, patience = defaultPatience, alone?: 'read' | 'write'): Promise<Store> {
  if (!alone) await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // SQLite gives the files that it creates beside this one the same mode.
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
 * Opens a file that can't be written (read-only medium, full disk) and leaves nothing beside it. If a killed process left a log, reads a
 * copy of both. A missing file is an empty register.
 */
export async function openUnwritable(file: string): Promise<Store & { isNew: boolean }> {
  const isNew = !existsSync(file);
  const log = await stat(`${file}-wal`).catch(() => undefined);
  if (isNew) return { ...storeOf(new Database(':memory:'), file, defaultPatience), isNew };
  // Needs neither lock nor log, since nobody else can write the file either.
  if (!log?.size)
    return { ...storeOf(new Database(`${pathToFileURL(file).href}?immutable=1`, { readonly: true }), file, defaultPatience), isNew };
  const folder = await mkdtemp(join(tmpdir(), 'servanda-reading-'));
  try {
    const copy = join(folder, 'register.db');
    await copyFile(file, copy);
    await copyFile(`${file}-wal`, `${copy}-wal`);
    const connection = new Database(copy);
    connection.exec('pragma journal_mode = delete'); // merges the log into the file
    return { ...storeOf(connection, file, defaultPatience), isNew };
  } finally {
    // An open file stays readable until it is closed, even after its name is removed.
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

/**
 * Whether a file is intact, its schema is valid text, and its indexes match its tables. The driver aborts the process on invalid text, so
 * the schema is read first, as bytes.
 */
export function isIntact(file: string): boolean {
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

/** The system's errors for a file or folder that can't be written. */
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
    // Releases the connection between attempts, so that this process can read while a write waits.
    alone: work => inTurn(file, patience, () => db.connection().execute(one => inOneTransaction(connection, patience, () => work(one)))),
    snapshot: read => db.connection().execute(one => inOneReading(connection, () => read(one))),
  };
}

/** Caches prepared statements: Kysely prepares one for each run, which takes as long as running it. There are a few dozen. */
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

/** With a write-ahead log, all reads in a transaction see the state at the first one. */
async function inOneReading<T>(connection: Database.Database, read: () => Promise<T>): Promise<T> {
  connection.exec('begin');
  try {
    return await read();
  } finally {
    connection.exec('rollback');
  }
}

/**
 * SQLite waits by blocking the whole process, so two connections in one process would block each other until both fail. So BEGIN fails at
 * once and `inTurn` waits. It uses `exec` because libsql leaves a rejected prepared BEGIN open, and the next COMMIT fails with "SQL
 * statements in progress".
 */
function beginWithoutWaiting(connection: Database.Database, patience: number): void {
  connection.exec('pragma busy_timeout = 0');
  try {
    connection.exec('begin immediate');
  } finally {
    connection.exec(`pragma busy_timeout = ${patience}`);
  }
}

/** Retries until the file is free, waiting a little longer each time, and fails once its patience runs out. */
async function inTurn<T>(file: string, patience: number, attempt: () => T | Promise<T>): Promise<T> {
  for (let waited = 0, pause = 1; ; waited += pause, pause = Math.min(pause * 2, 20)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (waited >= patience) throw lockTimedOut(file, patience, error);
    }
    await wait(pause);
  }
}

const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
