/** Creates the tables in each database: the same columns, and triggers that allow lines only to be appended. */
import { Migrator, sql, type Kysely } from 'kysely';
import type { Dialect, Store } from './store.ts';
import type { Tables } from './tables.ts';

type Column = 'text' | 'integer' | 'bytes';

interface Table {
  name: keyof Tables;
  columns: Readonly<Record<string, Column>>;
  /** In SQL: primary key and unique constraints. */
  constraints: readonly string[];
}

interface AppendOnly extends Table {
  /** An SQL condition over `new`: true if the line does not follow the last one. */
  broken: string;
  /** What to do instead of changing a line; part of the error message. */
  instead: string;
}

const agreements: AppendOnly = {
  name: 'agreements',
  columns: { number: 'integer', id: 'text' },
  constraints: ['primary key (number)', 'unique (id)'],
  broken: `new.number is distinct from (select coalesce(max(number), 0) + 1 from agreements)
    or exists (select 1 from agreements where id = new.id)`,
  instead: 'Its lines are sealed under this id.',
};

const lines: AppendOnly = {
  name: 'lines',
  columns: {
    seq: 'integer',
    entered_at: 'integer',
    agreement: 'integer',
    place: 'integer',
    kind: 'text',
    entered_by: 'text',
    body: 'bytes',
    hash: 'bytes',
  },
  constraints: ['primary key (seq)', 'unique (agreement, place)'],
  broken: `new.seq is distinct from (select coalesce(max(seq), 0) + 1 from lines)
    or new.place is distinct from (select coalesce(max(place), 0) + 1 from lines where agreement = new.agreement)
    or length(new.hash) <> 32
    or not exists (select 1 from agreements where number = new.agreement)`,
  instead: 'Enter a correction or a strike instead.',
};

const projections: Table = {
  name: 'projections',
  columns: { agreement: 'integer', place: 'integer', day: 'text', rules: 'text', body: 'bytes' },
  constraints: ['primary key (agreement)'],
};

const sessions: Table = {
  name: 'sessions',
  columns: { id: 'text', person: 'text', began: 'integer', ends: 'integer' },
  constraints: ['primary key (id)'],
};

const calendarTokens: Table = {
  name: 'calendar_tokens',
  columns: { hash: 'text', id: 'text', scope: 'text', of: 'text', language: 'text', made_by: 'text', made_at: 'integer' },
  constraints: ['primary key (hash)', 'unique (id)'],
};

/** Texts sort by their bytes, as in the code. */
const types: Record<Dialect, Record<Column, string>> = {
  sqlite: { text: 'text', integer: 'integer', bytes: 'blob' },
  postgres: { text: 'text collate "C"', integer: 'bigint', bytes: 'bytea' },
};

function created(dialect: Dialect, { name, columns, constraints }: Table): string {
  const all = [...Object.entries(columns).map(([column, type]) => `${column} ${types[dialect][type]} not null`), ...constraints];
  return `create table ${name} (\n  ${all.join(',\n  ')}\n)${dialect === 'sqlite' ? ' strict' : ''}`;
}

const changed = ({ name, instead }: AppendOnly, done: string): string => `The register is append-only: no ${done} of ${name}. ${instead}`;
const outOfTurn = ({ name }: Table): string => `The register is append-only: this line of ${name} does not follow the last one.`;

/** Without the insert trigger, INSERT OR REPLACE would change a line and fire no other trigger. */
function triggersOfSqlite(table: AppendOnly): string[] {
  const { name, broken } = table;
  const trigger = (called: string, when: string, message: string): string =>
    `create trigger ${name}_${called} ${when} begin select raise(abort, '${message}'); end`;
  return [
    trigger('only_follow', `before insert on ${name} when ${broken}`, outOfTurn(table)),
    ...['update', 'delete'].map(done => trigger(`no_${done}`, `before ${done} on ${name}`, changed(table, done))),
  ];
}

/** As well as adding triggers, revokes the privileges, even from the owner, who would first have to grant them again. */
function triggersOfPostgres(table: AppendOnly): string[] {
  const { name, broken } = table;
  const trigger = (called: string, when: string, each: 'row' | 'statement', body: string): string[] => [
    `create function ${name}_${called}() returns trigger language plpgsql set search_path from current as $$ begin ${body} end $$`,
    `create trigger ${name}_${called} before ${when} on ${name} for each ${each} execute function ${name}_${called}()`,
  ];
  const refuse = (message: string): string => `raise exception '${message}';`;
  return [
    ...trigger('only_follow', 'insert', 'row', `if ${broken} then ${refuse(outOfTurn(table))} end if; return new;`),
    ...['update', 'delete'].flatMap(done => trigger(`no_${done}`, done, 'row', refuse(changed(table, done)))),
    ...trigger('no_truncate', 'truncate', 'statement', refuse(changed(table, 'truncate'))),
    `revoke update, delete, truncate on ${name} from public, current_user`,
  ];
}

function statements(dialect: Dialect): string[] {
  const triggers = dialect === 'sqlite' ? triggersOfSqlite : triggersOfPostgres;
  return [
    ...[agreements, lines].flatMap(table => [created(dialect, table), ...triggers(table)]),
    created(dialect, projections),
    created(dialect, sessions),
    created(dialect, calendarTokens),
  ];
}

/** By name. Never edit a released migration: add one whose name sorts after it. */
const migrationsFor = (dialect: Dialect) => ({
  '0001-lines': {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements(dialect)) await sql.raw(statement).execute(db);
    },
  },
});

/** Migrates a database to the current tables. Kysely locks it and uses a transaction on PostgreSQL but not on SQLite, hence `alone`. */
export function migrate({ dialect, db, alone }: Store, schema?: string): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve(migrationsFor(dialect)) };
  const to = async (one: Kysely<Tables>): Promise<void> => {
    const { error } = await new Migrator({ db: one, provider, ...(schema ? { migrationTableSchema: schema } : {}) }).migrateToLatest();
    if (error) throw error instanceof Error ? error : new Error('The register could not be migrated.', { cause: error });
  };
  return dialect === 'sqlite' ? alone(to) : to(db);
}
