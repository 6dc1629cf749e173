/**
 * The permanent record, in an SQLite file or a schema of PostgreSQL: entries, acts, letters and rules, each sealed in the
 * journal. Loses nothing and changes nothing.
 */
import type { Kysely } from 'kysely';
import { canonical } from './canonical.ts';
import { beginning, nextLine, rowOf, stored, verifyChain } from './chain.ts';
import { deliveryLines, writeDelivery } from './deliveries.ts';
import { IdConflict, LinesMissing, RegisterNotOpened } from './errors.ts';
import { insertSealed, lastSeal } from './journal.ts';
import { migrate } from './migrations.ts';
import { lastSteps, outboxLines, writeSteps } from './outbox.ts';
import { openPostgres } from './postgres.ts';
import { isFoldedBy, ruleLines, writeRules } from './rules.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';
import type { EntryLine, Tables } from './tables.ts';
import type { Register } from './types.ts';
import { readLines, restoreLines } from './transfer.ts';
import { verifyRegister } from './verify.ts';

/** An SQLite file, or a schema of the PostgreSQL database of a URL. */
export type Place = string | { url: string; schema: string };

/**
 * Opens the register at a place, made when there is none. Any number of processes may have it open.
 * `patience`: how long a write waits for another writer, in milliseconds.
 */
export async function openRegister(place: Place, { patience }: { patience?: number } = {}): Promise<Register> {
  const store = await open(place, patience);
  const { name, db, alone, snapshot } = store;
  return {
    name,
    append: (agreement, knownHead, entry, entered, check) =>
      alone(async one => {
        const rows = (await lines(one, agreement)).map(rowOf);
        const last = rows.at(-1);
        if ((last?.seq ?? 0) < knownHead) throw new LinesMissing(agreement, name, knownHead, last?.seq ?? 0);
        const unknown = rows.filter(row => row.seq > knownHead);
        const existing = rows.find(row => row.entry.id === entry.id);
        if (existing) {
          if (canonical(existing.entry) !== canonical(entry)) throw new IdConflict(existing, entry);
          return { row: existing, existing: true, rows: unknown };
        }
        check?.(rows);
        const line = stored(nextLine(last, { agreement, entry, entered }));
        await insertSealed(one, 'entries', line);
        const row = rowOf(line);
        return { row, existing: false, rows: [...unknown, row] };
      }),
    rows: async (agreement, after) => (await lines(db, agreement, after)).map(rowOf),
    has: async agreement => (await db.selectFrom('entries').select('seq').where('agreement', '=', agreement).limit(1).execute()).length > 0,
    agreements: async () =>
      (await db.selectFrom('entries').select('agreement').distinct().orderBy('agreement').execute()).map(line => line.agreement),
    verify: async agreement => verifyChain(await lines(db, agreement)),
    actsDone: agreement => lastSteps(db, agreement),
    perform: (agreement, steps, at) => alone(one => writeSteps(one, agreement, steps, at)),
    outbox: agreement => outboxLines(db, agreement),
    delivered: (agreement, delivery, at) => alone(one => writeDelivery(one, agreement, delivery, at)),
    deliveries: agreement => deliveryLines(db, agreement),
    foldedBy: async (agreement, rules, at) => {
      if (!(await isFoldedBy(db, agreement, rules))) await alone(one => writeRules(one, agreement, rules, at));
    },
    rules: agreement => ruleLines(db, agreement),
    head: async agreement => {
      const last = await lastSeal(db, agreement);
      return { seq: (agreement === undefined ? last?.seq : last?.place) ?? 0, hash: last?.hash ?? beginning };
    },
    verifyAll: () => snapshot(verifyRegister),
    everything: read => snapshot(one => readLines(one, read)),
    restore: from => alone(one => restoreLines(one, from, name)),
    close: () => db.destroy(),
  };
}

async function open(place: Place, patience?: number): Promise<Store> {
  const [at, schema] = typeof place === 'string' ? [place] : [`in schema ${place.schema} of PostgreSQL`, place.schema];
  try {
    const store = typeof place === 'string' ? await openSqlite(place, patience) : await openPostgres(place.url, place.schema, patience);
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

function lines(db: Kysely<Tables>, agreement: string, after = 0): Promise<EntryLine[]> {
  return db.selectFrom('entries').selectAll().where('agreement', '=', agreement).where('seq', '>', after).orderBy('seq').execute();
}
