/** Whether the register is as it was written: every line against its seal, every chain from its beginning. Names each fault. */
import type { Kysely } from 'kysely';
import { beginning, verifyChain } from './chain.ts';
import { linesOf, rowHash, sealHash } from './journal.ts';
import { registerWide, sealedTables, type EntryLine, type SealedTable, type SealRow, type Tables } from './tables.ts';
import type { Fault, Soundness } from './types.ts';

/** To be called on one state of the database. */
export async function verifyRegister(db: Kysely<Tables>): Promise<Soundness> {
  const seals = await db.selectFrom('journal').selectAll().orderBy('seq').execute();
  const rows = new Map<SealedTable, Line[]>();
  for (const table of sealedTables) rows.set(table, await linesOf(db, table));
  const faults = [...faultsOfJournal(seals), ...faultsOfLines(seals, rows), ...faultsOfChains(rows.get('entries') as EntryLine[])];
  const last = seals.at(-1);
  return faults.length
    ? { sound: false, faults: once(faults) }
    : {
        sound: true,
        lines: seals.length,
        agreements: new Set(seals.map(s => s.agreement).filter(a => a !== registerWide)).size,
        head: { seq: last?.seq ?? 0, hash: last?.hash ?? beginning },
      };
}

type Line = Tables[SealedTable];

/** The seals in their two chains. After a fault it goes on with what stands there, so that one change is one fault. */
function faultsOfJournal(seals: readonly SealRow[]): Fault[] {
  const faults: Fault[] = [];
  const own = new Map<string, SealRow>();
  let last: SealRow | undefined;
  for (const seal of seals) {
    const fault = (why: string) => faults.push({ table: 'journal', agreement: seal.agreement, line: seal.seq, why });
    const before = own.get(seal.agreement);
    const next = (last?.seq ?? 0) + 1;
    if (seal.seq !== next)
      faults.push({ table: 'journal', agreement: seal.agreement, line: next, why: `is missing; the next is ${seal.seq}` });
    else if (seal.previous_of_all !== (last?.hash ?? beginning)) fault('does not follow the seal before it');
    else if (seal.place !== (before?.place ?? 0) + 1 || seal.previous !== (before?.hash ?? beginning))
      fault('does not follow the seal before it of the same agreement');
    if (sealHash(seal) !== seal.hash) fault('was changed: its hash is not that of what it says');
    own.set(seal.agreement, seal);
    last = seal;
  }
  return faults;
}

const key = (table: string, agreement: string, line: number): string => JSON.stringify([table, agreement, line]);

/** Each line against its seal, and each seal against its line. */
function faultsOfLines(seals: readonly SealRow[], rows: ReadonlyMap<SealedTable, readonly Line[]>): Fault[] {
  const found = new Map([...rows].flatMap(([table, lines]) => lines.map(row => [key(table, row.agreement, row.seq), row] as const)));
  const sealed = new Set(seals.map(s => key(s.kept_in, s.agreement, s.line)));
  const broken = seals.flatMap(({ kept_in: table, agreement, line, content }): Fault[] => {
    const row = found.get(key(table, agreement, line));
    if (!row) return [{ table, agreement, line, why: 'is missing' }];
    return rowHash(row) === content ? [] : [{ table, agreement, line, why: 'was changed after it was written' }];
  });
  const unsealed = [...rows].flatMap(([table, lines]) =>
    lines
      .filter(row => !sealed.has(key(table, row.agreement, row.seq)))
      .map(({ agreement, seq: line }): Fault => ({ table, agreement, line, why: 'was put in: the journal has no seal of it' })),
  );
  return [...broken, ...unsealed];
}

/** The chain of each agreement's entries, by itself. */
function faultsOfChains(entries: readonly EntryLine[]): Fault[] {
  const chains = new Map<string, EntryLine[]>();
  for (const entry of entries) {
    const chain = chains.get(entry.agreement);
    if (chain) chain.push(entry);
    else chains.set(entry.agreement, [entry]);
  }
  return [...chains].flatMap(([agreement, lines]): Fault[] => {
    const verdict = verifyChain(lines);
    return verdict.sound ? [] : [{ table: 'entries', agreement, line: verdict.seq, why: verdict.why }];
  });
}

/** One fault for each line: the first that was found. */
function once(faults: readonly Fault[]): Fault[] {
  const seen = new Map<string, Fault>();
  for (const f of faults) if (!seen.has(key(f.table, f.agreement, f.line))) seen.set(key(f.table, f.agreement, f.line), f);
  return [...seen.values()];
}
