/**
 * The permanent record, in an SQLite file or a schema of PostgreSQL: entries, acts, letters and rules, each sealed in the
 * journal. Loses nothing and changes nothing.
 */
import { rm } from 'node:fs/promises';
import { sql, type Kysely } from 'kysely';
import type { Instant } from '../clauses/calendar.ts';
import { beginning, rowOf, verifyChain } from './chain.ts';
import { deliveryLines, writeDelivery } from './deliveries.ts';
import { LinesMissing, RegisterNotOpened } from './errors.ts';
import { lastSeal, sealAt } from './journal.ts';
import { migrate } from './migrations.ts';
import { outboxLines } from './outbox.ts';
import { openPostgres } from './postgres.ts';
import { currentProjections, writeProjections } from './projections.ts';
import { assertRight, authorisationLines, trustedKeys, writeRevocation, writeTrust } from './rights.ts';
import { ruleLines } from './rules.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import { lines, storedOf, transactionIn } from './transaction.ts';
import type { Head, Register } from './types.ts';
import { readLines, restoreLines } from './transfer.ts';
import { verifyRegister } from './verify.ts';

/** An SQLite file, or a schema of the PostgreSQL database of a URL. */
export type Place = string | { url: string; schema: string };

interface How {
  /** How long a write waits for another writer, in milliseconds. */
  patience?: number;
  /** Of a file alone, one that nobody writes: it is read as it is, and nothing is written beside it. */
  readOnly?: boolean;
  /** By which rights expire: the clock of the wall. */
  clock?: () => Instant;
}

/**
 * Opens the register at a place, made when there is none. Any number of processes may have it open.
 */
export async function openRegister(place: Place, { clock = Date.now, ...how }: How = {}): Promise<Register> {
  const store = await open(place, how);
  const { dialect, name, db, alone, snapshot } = store;
  const transact: Register['transact'] = (agreement, work) => alone(async one => work(await transactionIn(one, agreement, clock)));
  return {
    name,
    append: (agreement, knownHead, entry, entered, check, authority) =>
      transact(agreement, async transaction => {
        const { rows } = transaction;
        const last = rows.at(-1)?.seq ?? 0;
        if (last < knownHead) throw new LinesMissing(agreement, name, knownHead, last);
        const unknown = rows.filter(row => row.seq > knownHead);
        const {
          rows: [row],
          existing,
        } = await transaction.append([entry], entered, authority);
        if (existing) return { row: row!, existing, rows: unknown };
        check?.(rows);
        return { row: row!, existing, rows: [...unknown, row!] };
      }),
    transact,
    rows: async (agreement, after) => (await lines(db, agreement, after)).map(rowOf),
    has: async agreement => (await db.selectFrom('entries').select('seq').where('agreement', '=', agreement).limit(1).execute()).length > 0,
    agreements: async () =>
      (await db.selectFrom('entries').select('agreement').distinct().orderBy('agreement').execute()).map(line => line.agreement),
    project: projections => alone(one => writeProjections(one, projections)),
    projections: () => currentProjections(db),
    verify: async agreement => verifyChain(await lines(db, agreement)),
    perform: (agreement, steps, at) => transact(agreement, t => t.perform(steps, at)),
    outbox: agreement => outboxLines(db, agreement),
    delivered: (agreement, delivery, at) => alone(one => writeDelivery(one, agreement, delivery, at)),
    deliveries: agreement => deliveryLines(db, agreement),
    rules: agreement => ruleLines(db, agreement),
    trusted: () => trustedKeys(db),
    authorities: () => db.selectFrom('authorities').selectAll().orderBy('seq').execute(),
    trust: (change, entered, authority) => alone(one => writeTrust(one, change, entered, authority, clock())),
    revoke: (revocation, entered, authority) => alone(one => writeRevocation(one, revocation, entered, authority, clock())),
    assertRight: authority => assertRight(db, authority, clock()),
    revocations: () => db.selectFrom('revocations').selectAll().orderBy('seq').execute(),
    authorisations: agreement => authorisationLines(db, agreement),
    stateOf: agreement =>
      snapshot(async one => ({
        ...(await storedOf(one, agreement)),
        headOfAgreement: await headOf(one, agreement),
        head: await headOf(one),
      })),
    head: agreement => headOf(db, agreement),
    headAt: async (seq, agreement) => {
      const there = await sealAt(db, seq, agreement);
      return there && { seq, hash: there.hash };
    },
    verifyAll: () => snapshot(one => verifyRegister(one, dialect)),
    everything: read => snapshot(one => readLines(one, read)),
    restore: from => alone(one => restoreLines(one, from, store)),
    copyTo: file =>
      dialect === 'sqlite' ? vacuumInto(db, file) : linesInto(restore => snapshot(one => readLines(one, (_, all) => restore(all))), file),
    close: () => db.destroy(),
  };
}

/** SQLite's own copy of one state, compact, with its triggers: it is one more reader, and no writer waits for it. */
async function vacuumInto(db: Kysely<Tables>, file: string): Promise<void> {
  await sql`vacuum into ${file}`.execute(db);
}

/**
 * From another database line by line, as an import does it: with their seals, verified in the new file. By way of a file aside, since
 * part of what libsql writes stays in the write-ahead log beside it, also when it is closed.
 */
async function linesInto(read: (restore: Register['restore']) => Promise<void>, file: string): Promise<void> {
  const aside = `${file}.lines`;
  const copy = await openRegister(aside);
  try {
    await read(lines => copy.restore(lines));
    await copy.copyTo(file);
  } finally {
    await copy.close();
    for (const part of ['', '-wal', '-shm']) await rm(`${aside}${part}`, { force: true });
  }
}

async function open(place: Place, { patience, readOnly = false }: How): Promise<Store> {
  const [at, schema] = typeof place === 'string' ? [place] : [`in schema ${place.schema} of PostgreSQL`, place.schema];
  try {
    const store =
      typeof place === 'string' ? await openSqlite(place, patience, readOnly) : await openPostgres(place.url, place.schema, patience);
    if (readOnly) return store;
    await migrate(store, schema).catch(async (cause: unknown) => {
      await store.db.destroy();
      throw cause;
    });
    return store;
  } catch (cause) {
    throw new RegisterNotOpened(
      `The register ${at} could not be opened: ${cause instanceof Error ? cause.message : String(cause)}. ` +
        (schema
          ? 'Check DATABASE_URL, that the server answers, that its user may make tables, and that no newer servanda has written it.'
          : 'Check that it is a register, that its folder can be written to, and that no newer servanda has written it.'),
      { cause },
    );
  }
}

async function headOf(db: Kysely<Tables>, agreement?: string): Promise<Head> {
  const last = await lastSeal(db, agreement);
  return { seq: (agreement === undefined ? last?.seq : last?.place) ?? 0, hash: last?.hash ?? beginning };
}
