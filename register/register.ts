/** The permanent record, in one SQLite file: entries chained by hash, and the outbox of acts. Loses nothing and changes nothing. */
import type { Kysely } from 'kysely';
import { canonical } from './canonical.ts';
import { nextLine, rowOf, stored, verifyChain } from './chain.ts';
import { deliveryLines, writeDelivery } from './deliveries.ts';
import { IdConflict, LinesMissing } from './errors.ts';
import { migrate } from './migrations.ts';
import { lastSteps, outboxLines, writeSteps } from './outbox.ts';
import { openSqlite, type SqliteFile } from './sqlite.ts';
import type { EntryLine, Tables } from './tables.ts';
import type { Register } from './types.ts';

/**
 * Opens the register in a file, made with its folder when there is none. Any number of processes may have it open.
 * `patience`: how long a write waits for another writer, in milliseconds.
 */
export async function openRegister(file: string, { patience }: { patience?: number } = {}): Promise<Register> {
  const { db, alone } = await open(file, patience);
  return {
    file,
    append: (agreement, knownHead, entry, entered, check) =>
      alone(async one => {
        const rows = (await lines(one, agreement)).map(rowOf);
        const last = rows.at(-1);
        if ((last?.seq ?? 0) < knownHead) throw new LinesMissing(agreement, file, knownHead, last?.seq ?? 0);
        const unknown = rows.filter(row => row.seq > knownHead);
        const existing = rows.find(row => row.entry.id === entry.id);
        if (existing) {
          if (canonical(existing.entry) !== canonical(entry)) throw new IdConflict(existing, entry);
          return { row: existing, existing: true, rows: unknown };
        }
        check?.(rows);
        const line = stored(nextLine(last, { agreement, entry, entered }));
        await one.insertInto('entries').values(line).execute();
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
    close: () => db.destroy(),
  };
}

async function open(file: string, patience?: number): Promise<SqliteFile<Tables>> {
  try {
    const sqlite = await openSqlite<Tables>(file, patience);
    await sqlite.alone(migrate).catch(async (cause: unknown) => {
      await sqlite.db.destroy();
      throw cause;
    });
    return sqlite;
  } catch (cause) {
    throw new Error(
      `The register ${file} could not be opened: ${cause instanceof Error ? cause.message : String(cause)}. ` +
        `Check that it is a register, that its folder can be written to, and that no newer servanda has written it.`,
      { cause },
    );
  }
}

function lines(db: Kysely<Tables>, agreement: string, after = 0): Promise<EntryLine[]> {
  return db.selectFrom('entries').selectAll().where('agreement', '=', agreement).where('seq', '>', after).orderBy('seq').execute();
}
