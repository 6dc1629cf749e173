/** How the tables came to be. A released migration is never edited: the next change is a new one, named to come after it. */
import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import { beginning } from './chain.ts';
import type { Tables } from './tables.ts';

const entries = `create table entries (
  agreement text not null,
  seq integer not null,
  id text not null,
  type text not null,
  body text not null,
  content_hash text not null,
  previous text not null,
  hash text not null,
  entered_by text not null,
  entered_at integer not null,
  primary key (agreement, seq),
  unique (agreement, id)
) strict, without rowid`;

const outbox = `create table outbox (
  seq integer primary key,
  agreement text not null,
  act text not null,
  step text not null,
  body text not null,
  at integer not null
) strict`;

const deliveries = `create table deliveries (
  seq integer primary key,
  agreement text not null,
  outbox integer not null,
  recipient text not null,
  way text not null,
  became text not null,
  detail text not null,
  at integer not null,
  unique (outbox, recipient, way)
) strict`;

const stepsOfAnAct = 'create index outbox_by_act on outbox (agreement, act, seq)';

/** Refuses UPDATE and DELETE, whoever asks. */
const unchanging = (table: keyof Tables, instead: string) =>
  ['update', 'delete'].map(
    done => `create trigger ${table}_no_${done} before ${done} on ${table}
      begin select raise(abort, 'The register is append-only: no ${done} of ${table}. ${instead}'); end`,
  );

/** Refuses what does not follow the last line. Without it, INSERT OR REPLACE would change a line and fire no other trigger. */
const following = (table: keyof Tables, broken: string) =>
  `create trigger ${table}_only_follow before insert on ${table} when ${broken}
    begin select raise(abort, 'The register is append-only: this line of ${table} does not follow the last one.'); end`;

const offTheChain = `
  new.seq is not (select coalesce(max(seq), 0) + 1 from entries where agreement = new.agreement)
  or new.previous is not coalesce((select hash from entries where agreement = new.agreement order by seq desc limit 1), '${beginning}')
  or exists (select 1 from entries where agreement = new.agreement and id = new.id)`;

const outOfTurn = (table: keyof Tables) => `new.seq is not (select coalesce(max(seq), 0) + 1 from ${table})`;

const deliveredBefore = 'exists (select 1 from deliveries where outbox = new.outbox and recipient = new.recipient and way = new.way)';

const migrations: Record<string, Migration> = {
  '0001-entries-and-outbox': up(
    entries,
    outbox,
    stepsOfAnAct,
    following('entries', offTheChain),
    ...unchanging('entries', 'Enter a correction or a strike instead.'),
    following('outbox', outOfTurn('outbox')),
    ...unchanging('outbox', 'Write a further step of the act instead.'),
  ),
  '0002-deliveries': up(
    deliveries,
    following('deliveries', `${outOfTurn('deliveries')} or ${deliveredBefore}`),
    ...unchanging('deliveries', 'What became of a letter stands.'),
  ),
};

function up(...statements: readonly string[]): Migration {
  return {
    up: async db => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

/** Brings a file to the present tables. To be called inside a transaction: Kysely's own lock does nothing on SQLite. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const { error } = await new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } }).migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('The register could not be migrated.', { cause: error });
}
