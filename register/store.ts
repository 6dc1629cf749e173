/** A database that can hold a register: an SQLite file or a PostgreSQL schema. Both have the same tables. */
import type { Kysely } from 'kysely';
import { RegisterInUse } from './errors.ts';
import type { Tables } from './tables.ts';

export type Dialect = 'sqlite' | 'postgres';

export interface Store {
  readonly dialect: Dialect;
  /** Its name in messages: the file's path, or the database and its schema. Never a password. */
  readonly name: string;
  readonly db: Kysely<Tables>;
  /**
   * Runs the work in one transaction under the write lock, so that no other writer comes between its reads and writes. If it throws, nothing
   * is written. A function that says "Call within `alone`" takes the `db` of that work: outside it, what it has read may be out of date when
   * it writes.
   */
  readonly alone: <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /** Reads one snapshot of the database, unaffected by writers and without blocking other processes. */
  readonly snapshot: <T>(read: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
}

/** How long a write waits for its turn, in milliseconds. */
export const defaultPatience = 10_000;

export const lockTimedOut = (register: string, milliseconds: number, cause: unknown): RegisterInUse =>
  new RegisterInUse({ code: 'inUse', register, milliseconds }, { cause });
