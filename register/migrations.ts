/** How the tables came to be. A released migration is never edited: the next change is a new one, named to come after it. */
import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import { beginning } from './chain.ts';
import { appendOnly, type Table } from './ddl.ts';
import { sealLines } from './journal.ts';
import type { Dialect, Store } from './store.ts';
import type { Tables } from './tables.ts';

const outOfTurn = (table: keyof Tables): string => `new.seq is distinct from (select coalesce(max(seq), 0) + 1 from ${table})`;

const entries: Table = {
  name: 'entries',
  columns: {
    agreement: 'text',
    seq: 'integer',
    id: 'text',
    type: 'text',
    body: 'text',
    content_hash: 'text',
    previous: 'text',
    hash: 'text',
    entered_by: 'text',
    entered_at: 'integer',
  },
  constraints: ['primary key (agreement, seq)', 'unique (agreement, id)'],
  broken: `
    new.seq is distinct from (select coalesce(max(seq), 0) + 1 from entries where agreement = new.agreement)
    or new.previous is distinct from
      coalesce((select hash from entries where agreement = new.agreement order by seq desc limit 1), '${beginning}')
    or exists (select 1 from entries where agreement = new.agreement and id = new.id)`,
  instead: 'Enter a correction or a strike instead.',
};

const outbox: Table = {
  name: 'outbox',
  columns: { seq: 'integer', agreement: 'text', act: 'text', step: 'text', body: 'text', at: 'integer' },
  constraints: ['primary key (seq)'],
  broken: outOfTurn('outbox'),
  instead: 'Write a further step of the act instead.',
};

const deliveries: Table = {
  name: 'deliveries',
  columns: {
    seq: 'integer',
    agreement: 'text',
    outbox: 'integer',
    recipient: 'text',
    way: 'text',
    became: 'text',
    detail: 'text',
    at: 'integer',
  },
  constraints: ['primary key (seq)', 'unique (outbox, recipient, way)'],
  broken: `${outOfTurn('deliveries')}
    or exists (select 1 from deliveries where outbox = new.outbox and recipient = new.recipient and way = new.way)`,
  instead: 'What became of a letter stands.',
};

const rules: Table = {
  name: 'rules',
  columns: { seq: 'integer', agreement: 'text', law: 'text', description: 'text', reading: 'text', at: 'integer' },
  constraints: ['primary key (seq)'],
  broken: outOfTurn('rules'),
  instead: 'By which rules it was folded stands.',
};

const authorities: Table = {
  name: 'authorities',
  columns: {
    seq: 'integer',
    agreement: 'text',
    kid: 'text',
    public_key: 'text',
    state: 'text',
    reason: 'text',
    entered_by: 'text',
    at: 'integer',
  },
  constraints: ['primary key (seq)'],
  broken: outOfTurn('authorities'),
  instead: 'Enter that the key is trusted no longer.',
};

const revocations: Table = {
  name: 'revocations',
  columns: { seq: 'integer', agreement: 'text', identity: 'text', person: 'text', reason: 'text', entered_by: 'text', at: 'integer' },
  constraints: ['primary key (seq)'],
  broken: outOfTurn('revocations'),
  instead: 'What was revoked stays revoked; issue a new identity.',
};

const authorisations: Table = {
  name: 'authorisations',
  columns: {
    seq: 'integer',
    agreement: 'text',
    entry: 'text',
    identity: 'text',
    person: 'text',
    acts_for: 'text',
    roles: 'text',
    issuer: 'text',
    token_id: 'text',
    token: 'text',
    at: 'integer',
  },
  constraints: ['primary key (seq)', 'unique (agreement, entry)'],
  broken: `${outOfTurn('authorisations')}
    or exists (select 1 from authorisations where agreement = new.agreement and entry = new.entry)`,
  instead: 'On what authority an entry was made stands.',
};

const journal: Table = {
  name: 'journal',
  columns: {
    seq: 'integer',
    agreement: 'text',
    place: 'integer',
    kept_in: 'text',
    line: 'integer',
    content: 'text',
    previous: 'text',
    previous_of_all: 'text',
    hash: 'text',
  },
  constraints: ['primary key (seq)', 'unique (agreement, place)', 'unique (kept_in, agreement, line)'],
  broken: `${outOfTurn('journal')}
    or new.previous_of_all is distinct from coalesce((select hash from journal order by seq desc limit 1), '${beginning}')
    or exists (select 1 from journal where agreement = new.agreement and place = new.place)
    or exists (select 1 from journal where kept_in = new.kept_in and agreement = new.agreement and line = new.line)`,
  instead: 'It seals what the other tables hold.',
};

const migrationsFor = (dialect: Dialect): Record<string, Migration> => ({
  '0001-entries-and-outbox': up([
    ...appendOnly(dialect, entries),
    ...appendOnly(dialect, outbox),
    'create index outbox_by_act on outbox (agreement, act, seq)',
  ]),
  '0002-deliveries': up(appendOnly(dialect, deliveries)),
  '0003-rules-and-journal': up([...appendOnly(dialect, rules), ...appendOnly(dialect, journal)], db =>
    sealLines(db, ['entries', 'outbox', 'deliveries', 'rules']),
  ),
  '0004-rights': up([
    ...[authorities, revocations, authorisations].flatMap(table => appendOnly(dialect, table)),
    'create index authorisations_by_token on authorisations (token_id)',
  ]),
  // What is asked of one agreement must not read those of all others.
  '0005-by-agreement': up([
    'create index deliveries_by_agreement on deliveries (agreement, seq)',
    'create index rules_by_agreement on rules (agreement, seq)',
  ]),
  '0006-projections': up([
    dialect === 'sqlite'
      ? 'create table projections (agreement text not null primary key, line integer not null, day text not null, rules text not null, body text not null) strict'
      : 'create table projections (agreement text collate "C" not null primary key, line bigint not null, day text not null, rules text not null, body text not null)',
  ]),
});

function up(statements: readonly string[], then: (db: Kysely<Tables>) => Promise<void> = async () => {}): Migration {
  return {
    up: async db => {
      for (const statement of statements) await sql.raw(statement).execute(db);
      await then(db as Kysely<Tables>);
    },
  };
}

/** Brings a database to the present tables, alone. Kysely's own lock and transaction serve on PostgreSQL; on SQLite they do nothing. */
export function migrate({ dialect, db, alone }: Store, schema?: string): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve(migrationsFor(dialect)) };
  const to = async (one: Kysely<Tables>): Promise<void> => {
    const { error } = await new Migrator({ db: one, provider, ...(schema ? { migrationTableSchema: schema } : {}) }).migrateToLatest();
    if (error) throw error instanceof Error ? error : new Error('The register could not be migrated.', { cause: error });
  };
  return dialect === 'sqlite' ? alone(to) : to(db);
}
