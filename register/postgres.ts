/**
 * A schema in a PostgreSQL database, shared by any number of processes: an advisory lock serializes writes, reads never wait. A returned
 * transaction is as durable as the server's configuration allows (it asks for synchronous_commit).
 */
import { Kysely, PostgresDialect, sql } from 'kysely';
import { DatabaseError, Pool, types } from 'pg';
import { defaultPatience, lockTimedOut, type Store } from './store.ts';
import type { Tables } from './tables.ts';

/** `bigint` holds instants in milliseconds and line numbers, all exact as JavaScript numbers. */
const BIGINT = 20;

/** Opens a schema and creates it if missing. `patience`: how long a write waits for the lock, in milliseconds. */
export async function openPostgres(url: string, schema: string, patience = defaultPatience): Promise<Store> {
  await ensureSchema(url, schema);
  const pool = new Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: patience,
    options: `-c search_path=${schema} -c synchronous_commit=on`,
    types: { getTypeParser: (oid, format) => (oid === BIGINT ? Number : types.getTypeParser(oid, format)) as never },
  });
  // The pool replaces an idle connection that breaks; a query that needs one reports the error.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const name = nameOf(url, schema);
  return {
    dialect: 'postgres',
    name,
    db,
    alone: work =>
      db
        .transaction()
        .execute(async one => {
          await sql`select set_config('lock_timeout', ${`${patience}ms`}, true)`.execute(one);
          await sql`select pg_advisory_xact_lock(hashtext('servanda register'), hashtext(${schema}))`.execute(one);
          return work(one);
        })
        .catch((cause: unknown) => {
          throw isTimeout(cause) ? lockTimedOut(name, patience, cause) : cause;
        }),
    snapshot: read => db.transaction().setIsolationLevel('repeatable read').execute(read),
  };
}

async function ensureSchema(url: string, schema: string): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: defaultPatience });
  try {
    const { rowCount } = await pool.query('select 1 from pg_namespace where nspname = $1', [schema]);
    if (!rowCount) await pool.query(`create schema if not exists ${schema}`).catch(unlessMade);
  } finally {
    await pool.end();
  }
}

/** Ignores that another process created it at the same moment. */
function unlessMade(cause: unknown): void {
  if (!(cause instanceof DatabaseError && (cause.code === UNIQUE_VIOLATION || cause.code === DUPLICATE_SCHEMA))) throw cause;
}

const UNIQUE_VIOLATION = '23505';
const DUPLICATE_SCHEMA = '42P06';
const LOCK_NOT_AVAILABLE = '55P03';

const isTimeout = (cause: unknown): boolean => cause instanceof DatabaseError && cause.code === LOCK_NOT_AVAILABLE;

/** Host, database and schema, for people; no password. */
function nameOf(url: string, schema: string): string {
  const { host, pathname } = new URL(url);
  return `PostgreSQL ${host}${pathname}, schema ${schema}`;
}
