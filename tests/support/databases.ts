/** The databases for tests of the register: an SQLite file always, a PostgreSQL schema if it is installed. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { Client } from 'pg';
import { describe, inject } from 'vitest';
import type { Place } from '../../register/register.ts';

/** An empty place for a register, and a connection to it that knows nothing of the register's code. */
export interface TestDatabase {
  place: Place;
  raw: (statements: string) => Promise<Record<string, unknown>[]>;
  /** As someone with full control of the database: without the triggers, with every privilege. */
  tamper: (statements: string) => Promise<void>;
  /** Another writer, in the middle of writing. */
  hold: () => Promise<{ commit: () => Promise<void> }>;
  remove: () => Promise<void>;
}

export interface Kind {
  name: 'SQLite' | 'PostgreSQL';
  /** An empty machine: without a URL the registers are files in a home folder; with one, in a database that nobody else uses. */
  freshMachine: () => Promise<{ databaseUrl?: string; remove: () => Promise<void> }>;
  fresh: () => Promise<TestDatabase>;
}

const postgres = inject('postgres');
const required = Boolean(process.env['CI']);

const kinds: Kind[] = [
  { name: 'SQLite', fresh: sqlite, freshMachine: async () => ({ remove: async () => {} }) },
  ...('url' in postgres || required ? [{ name: 'PostgreSQL' as const, fresh: schemaOfPostgres, freshMachine: databaseOfPostgres }] : []),
];

/** Runs the same tests on every database. In CI a missing PostgreSQL is a failure. */
export const onEachDatabase = (about: string, tests: (kind: Kind) => void): void =>
  kinds.forEach(kind =>
    describe(`${about}, in ${kind.name}`, () => {
      tests(kind);
    }),
  );

const tables = ['agreements', 'lines'];
const triggers = ['no_update', 'no_delete', 'only_follow'];

function sqlite(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-register-'));
  const place = join(folder, 'home', 'register.db');
  const use = <T>(work: (db: Database.Database) => T): T => {
    const db = new Database(place);
    try {
      return work(db);
    } finally {
      db.close();
    }
  };
  return Promise.resolve({
    place,
    raw: async statements =>
      use(db =>
        /^\s*(select|pragma)/i.test(statements) ? (db.prepare(statements).all([]) as Record<string, unknown>[]) : (db.exec(statements), []),
      ),
    tamper: async statements =>
      use(db => {
        for (const table of tables) for (const t of triggers) db.exec(`drop trigger if exists ${table}_${t}`);
        db.exec(statements);
      }),
    hold: async () => {
      const db = new Database(place);
      db.exec('begin immediate');
      return { commit: async () => void (db.exec('commit'), db.close()) };
    },
    remove: async () => rmSync(folder, { recursive: true }),
  });
}

let ownDatabase: Promise<string> | undefined;

/** For this test file's process only: a register looks at all schemas of its database, and fails if another file is just dropping one. */
const databaseOfThisFile = (): Promise<string> => (ownDatabase ??= databaseOfPostgres().then(({ databaseUrl }) => databaseUrl));

async function schemaOfPostgres(): Promise<TestDatabase> {
  const url = await databaseOfThisFile();
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  const connected = async (): Promise<Client> => {
    const client = new Client({ connectionString: url, options: `-c search_path=${schema}` });
    await client.connect();
    return client;
  };
  const raw = async (statements: string): Promise<Record<string, unknown>[]> => {
    const client = await connected();
    try {
      const { rows } = await client.query<Record<string, unknown>>(statements);
      return rows;
    } finally {
      await client.end();
    }
  };
  const disarm = tables.map(t => `alter table ${t} disable trigger all; grant all on ${t} to current_user`).join(';');
  return {
    place: { url, schema },
    raw,
    tamper: async statements => void (await raw(`${disarm};${statements}`)),
    hold: async () => {
      const client = await connected();
      await client.query(`begin; select pg_advisory_xact_lock(hashtext('servanda register'), hashtext('${schema}'))`);
      return {
        commit: async () => {
          await client.query('commit');
          await client.end();
        },
      };
    },
    remove: async () => void (await raw(`drop schema if exists ${schema} cascade`)),
  };
}

async function databaseOfPostgres(): Promise<{ databaseUrl: string; remove: () => Promise<void> }> {
  if ('why' in postgres) throw new Error(postgres.why);
  const name = `machine_${randomUUID().replaceAll('-', '')}`;
  const said = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: postgres.url });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await said(`create database ${name}`);
  const databaseUrl = new URL(postgres.url);
  databaseUrl.pathname = `/${name}`;
  return { databaseUrl: databaseUrl.href, remove: () => said(`drop database ${name} with (force)`) };
}

export const databaseKinds = (): readonly Kind[] => kinds;

/** Changes an SQLite file as someone with access to the disk could. */
export function sqliteStatement(file: string, statements: string): void {
  const db = new Database(file);
  db.exec(statements);
  db.close();
}
