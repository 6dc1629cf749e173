/** Whether the register is as it was written: every line against its seal, every chain from its beginning. Names each fault. */
import { sql, type Kysely } from 'kysely';
import { beginning, Chain } from './chain.ts';
import { rowHash, sealHash } from './journal.ts';
import { key, linesOf, sealsWithLines, type Sealed } from './pages.ts';
import { registerWide, sealedTables, type EntryLine, type SealedTable, type SealRow, type Tables } from './tables.ts';
import type { Dialect } from './store.ts';
import type { Fault, Soundness } from './types.ts';

/** To be called on one state of the database of this dialect. Of each agreement it remembers the last seal, of the lines only the faults. */
export async function verifyRegister(db: Kysely<Tables>, dialect: Dialect): Promise<Soundness> {
  const journal = new Journal();
  const broken: Fault[] = [];
  for await (const { seal, row } of sealsWithLines(db)) {
    journal.take(seal);
    broken.push(...faultsOfLine(seal, row));
  }
  const faults = [...journal.faults, ...broken, ...(await unsealed(db)), ...(await faultsOfChains(db))];
  if (dialect === 'sqlite') faults.push(...(await cutOff(db)));
  const { lines, agreements, last } = journal;
  return faults.length
    ? { sound: false, faults: once(faults) }
    : { sound: true, lines, agreements, head: { seq: last?.seq ?? 0, hash: last?.hash ?? beginning } };
}

/** The seals in their two chains. After a fault it goes on with what stands there, so that one change is one fault. */
class Journal {
  readonly faults: Fault[] = [];
  lines = 0;
  last: Pick<SealRow, 'seq' | 'hash'> | undefined;
  private readonly own = new Map<string, Pick<SealRow, 'place' | 'hash'>>();

  get agreements(): number {
    return this.own.size - (this.own.has(registerWide) ? 1 : 0);
  }

  take(seal: SealRow): void {
    const { agreement, seq, place, hash } = seal;
    const fault = (why: string, line = seq) => this.faults.push({ table: 'journal', agreement, line, why });
    const before = this.own.get(agreement);
    const next = (this.last?.seq ?? 0) + 1;
    if (seq !== next) fault(`is missing; the next is ${seq}`, next);
    else if (seal.previous_of_all !== (this.last?.hash ?? beginning)) fault('does not follow the seal before it');
    else if (place !== (before?.place ?? 0) + 1 || seal.previous !== (before?.hash ?? beginning))
      fault('does not follow the seal before it of the same agreement');
    if (sealHash(seal) !== hash) fault('was changed: its hash is not that of what it says');
    this.own.set(agreement, { place, hash });
    this.last = { seq, hash };
    this.lines += 1;
  }
}

function faultsOfLine({ kept_in: table, agreement, line, content }: SealRow, row: Sealed | undefined): Fault[] {
  if (!row) return [{ table, agreement, line, why: 'is missing' }];
  return rowHash(row) === content ? [] : [{ table, agreement, line, why: 'was changed after it was written' }];
}

/** Lines of which the journal knows nothing. */
async function unsealed(db: Kysely<Tables>): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const table of sealedTables)
    for (const { agreement, seq } of await linesWithoutSeal(db, table))
      faults.push({ table, agreement, line: seq, why: 'was put in: the journal has no seal of it' });
  return faults;
}

const linesWithoutSeal = (db: Kysely<Tables>, table: SealedTable): Promise<Pick<EntryLine, 'agreement' | 'seq'>[]> =>
  db
    .selectFrom(`${table} as t` as 'entries as t')
    .select(['t.agreement', 't.seq'])
    .where(sql<boolean>`not exists (select 1 from journal j where j.kept_in = ${table} and j.agreement = t.agreement and j.line = t.seq)`)
    .orderBy('t.agreement')
    .orderBy('t.seq')
    .execute();

/** SQLite keeps what stands behind a NUL byte of a text, and gives it to nobody: no hash would show it. */
async function cutOff(db: Kysely<Tables>): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const table of [...sealedTables, 'journal'] as const) {
    const { rows: columns } = await sql<{ name: string }>`select name from pragma_table_info(${table}) where upper(type) = 'TEXT'`.execute(
      db,
    );
    const isCutOff = columns.map(({ name }) => sql`instr(cast(${sql.ref(name)} as blob), x'00') > 0`);
    const found = sql<{
      agreement: string;
      seq: number;
    }>`select agreement, seq from ${sql.table(table)} where ${sql.join(isCutOff, sql` or `)}`;
    for (const { agreement, seq } of (await found.execute(db)).rows)
      faults.push({ table, agreement, line: seq, why: 'was changed after it was written: a text has a NUL byte' });
  }
  return faults;
}

/** The chain of each agreement's entries, by itself; of each its first fault. */
async function faultsOfChains(db: Kysely<Tables>): Promise<Fault[]> {
  const faults: Fault[] = [];
  let [agreement, chain]: [string?, Chain?] = [];
  for await (const line of linesOf(db, 'entries')) {
    if (line.agreement !== agreement) [agreement, chain] = [line.agreement, new Chain()];
    const why = chain?.take(line as EntryLine);
    if (!chain || !why) continue;
    faults.push({ table: 'entries', agreement: line.agreement, line: chain.seq, why });
    chain = undefined;
  }
  return faults;
}

/** One fault for each line: the first that was found. */
function once(faults: readonly Fault[]): Fault[] {
  const seen = new Map<string, Fault>();
  for (const f of faults) if (!seen.has(key(f.table, f.agreement, f.line))) seen.set(key(f.table, f.agreement, f.line), f);
  return [...seen.values()];
}
