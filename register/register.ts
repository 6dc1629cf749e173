/** The permanent record in an SQLite file or a PostgreSQL schema: one chain of sealed lines. It loses nothing and changes nothing. */
import type { Instant } from '../clauses/calendar.ts';
import { calendarTokensIn } from './calendar-tokens.ts';
import { writeAll } from './copying.ts';
import { RegisterNotOpened } from './errors.ts';
import type { Unopened } from './faults.ts';
import { letters, writeLetter } from './letters.ts';
import { allLines, headAt, headOf, placesIn } from './lines.ts';
import { noticesRead } from './notices.ts';
import { openPostgres } from './postgres.ts';
import { projectionsRead, writeProjections } from './projections.ts';
import { assertRight, authorisations, authorities, revocations, trustedKeys, writeRevocation, writeSpent, writeTrust } from './rights.ts';
import { migrate } from './schema.ts';
import { isUnwritable, openSqlite, openUnwritable } from './sqlite.ts';
import { sessionsIn } from './sessions.ts';
import type { Store } from './store.ts';
import { columns, registerWide } from './tables.ts';
import { changesIn, storedOf, transactionIn, type LastRead } from './transaction.ts';
import type { Register, SealedLine } from './types.ts';
import { verifyRegister } from './verify.ts';

/** An SQLite file, or a schema in the PostgreSQL database of a URL. */
export type Place = string | { url: string; schema: string };

interface How {
  /** How long a write waits for another writer, in milliseconds. */
  patience?: number;
  /** For a file that no other process uses: `read` an existing one, or `write` a new one. No log file beside it. */
  alone?: 'read' | 'write';
  /** The caller only reads, so a file on a read-only medium is opened too. */
  reading?: boolean;
  /** The clock for the expiry of rights: wall time. */
  clock?: () => Instant;
}

/** Opens the register at a place and creates it if missing. Any number of processes may open it. */
export async function openRegister(place: Place, { clock = Date.now, ...how }: How = {}): Promise<Register> {
  const store = await open(place, how);
  const { dialect, name, db, alone, snapshot } = store;
  const last: LastRead = new Map();
  const transact: Register['transact'] = (agreement, work) =>
    alone(async one => {
      const { transaction, written } = await transactionIn(one, agreement, clock, last);
      const result = await work(transaction);
      await written();
      return result;
    });
  const stored = (agreement: string) => storedOf(db, agreement);
  return {
    name,
    transact,
    perform: (agreement, steps, at) => transact(agreement, t => t.perform(steps, at)),
    delivered: (agreement, delivery, at) => alone(one => writeLetter(one, agreement, delivery, at)),
    rows: async agreement => (await stored(agreement)).rows,
    outbox: async agreement => (await stored(agreement)).outbox,
    deliveries: agreement => letters(db, agreement),
    changes: asked => changesIn(db, asked),
    places: agreement => placesIn(db, agreement),
    notices: noticesRead(db),
    calendarTokens: calendarTokensIn(store),
    has: async agreement => (await db.selectFrom('agreements').select('number').where('id', '=', agreement).execute()).length > 0,
    agreements: async () =>
      (await db.selectFrom('agreements').select('id').where('id', '<>', registerWide).orderBy('id').execute()).map(({ id }) => id),
    countAgreements: async () => {
      const counted = db.selectFrom('agreements').select(eb => eb.fn.countAll().as('count'));
      return Number((await counted.where('id', '<>', registerWide).executeTakeFirstOrThrow()).count);
    },
    project: projections => alone(one => writeProjections(one, projections)),
    projections: projectionsRead(db),
    trusted: () => trustedKeys(db),
    authorities: () => authorities(db),
    trust: (change, entered, authority) => alone(one => writeTrust(one, change, entered, authority, clock())),
    revoke: (revocation, entered, authority) => alone(one => writeRevocation(one, revocation, entered, authority, clock())),
    assertRight: authority => assertRight(db, authority, clock()),
    revocations: () => revocations(db),
    spend: spent => alone(one => writeSpent(one, spent, clock())),
    authorisations: agreement => authorisations(db, agreement),
    stateOf: agreement =>
      snapshot(async one => ({
        ...(await storedOf(one, agreement)),
        headOfAgreement: await headOf(one, agreement),
        head: await headOf(one),
      })),
    head: agreement => headOf(db, agreement),
    headAt: (seq, agreement) => headAt(db, seq, agreement),
    verifyAll: () => snapshot(one => verifyRegister(one, dialect)),
    everything: read => snapshot(one => read(allLines(one) as AsyncIterable<SealedLine>)),
    restore: lines => alone(one => writeAll(one, lines, store)),
    sessions: sessionsIn(store),
    close: () => db.destroy(),
  };
}

async function open(place: Place, { patience, alone, reading }: How): Promise<Store> {
  const schema = typeof place === 'string' ? undefined : place.schema;
  try {
    const store =
      typeof place === 'string' ? await openSqlite(place, patience, alone) : await openPostgres(place.url, place.schema, patience);
    try {
      if (alone !== 'read') await migrate(store, schema);
      await checkColumns(store);
    } catch (cause) {
      await store.db.destroy();
      throw cause;
    }
    return store;
  } catch (cause) {
    if (reading && typeof place === 'string' && isUnwritable(cause)) return readOnly(place);
    const said = { because: whyUnopened(cause), why: cause instanceof Error ? cause.message : String(cause) };
    throw new RegisterNotOpened(
      typeof place === 'string' ? { code: 'notOpened', file: place, ...said } : { code: 'schemaNotOpened', schema: place.schema, ...said },
      { cause },
    );
  }
}

/** Even an intact file may lack the register's columns. Checked once at opening rather than by every request. */
async function checkColumns({ db }: Store): Promise<void> {
  for (const table of Object.keys(columns) as (keyof typeof columns)[])
    await db
      .selectFrom(table)
      .select(columns[table] as never)
      .limit(0)
      .execute();
}

function whyUnopened(cause: unknown): Unopened {
  const { code, message } = { code: '', message: '', ...(cause as object), ...(cause instanceof Error ? { message: cause.message } : {}) };
  if (/^(SQLITE_(NOTADB|CORRUPT))/.test(code) || /^no such (column|table)/.test(message)) return 'notRegister';
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code)) return 'full';
  // Kysely found a migration unknown to this version.
  if (message.startsWith('corrupted migrations: previously executed migration')) return 'newer';
  return isUnwritable(cause) ? 'unwritable' : 'other';
}

async function readOnly(file: string): Promise<Store> {
  const { isNew, ...store } = await openUnwritable(file);
  if (isNew) await migrate(store);
  await checkColumns(store);
  return store;
}
