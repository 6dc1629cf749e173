/** A database that can keep a register: an SQLite file or a schema of a PostgreSQL database. The tables are the same in both. */
import type { Kysely } from 'kysely';
import { RegisterInUse } from './errors.ts';
import type { Tables } from './tables.ts';

export type Dialect = 'sqlite' | 'postgres';

export interface Store {
  readonly dialect: Dialect;
  /** What it is called in messages: the path of the file, or the database and its schema. Never a password. */
  readonly name: string;
  readonly db: Kysely<Tables>;
  /** Does the work alone: no other writer comes between its reads and its writes. If it throws, nothing is written. */
  readonly alone: <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /** Reads in one state of the database, whoever writes meanwhile, and holds up no other process. */
  readonly snapshot: <T>(read: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
}

/** How long a write waits for its turn, in milliseconds. */
export const defaultPatience = 10_000;

export const waitedInVain = (register: string, milliseconds: number, cause: unknown): RegisterInUse =>
  new RegisterInUse({ code: 'inUse', register, milliseconds }, { cause });
