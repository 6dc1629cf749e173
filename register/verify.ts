/** Verifies the register: every line against its seal along the whole chain. Lists each fault. */
import { isUtf8 } from 'node:buffer';
import { sql, type Kysely } from 'kysely';
import { allLines, genesisHash, inHex, seal } from './lines.ts';
import { registerWide, type Tables } from './tables.ts';
import type { Dialect } from './store.ts';
import type { Fault, LineFault } from './faults.ts';
import type { SealedLine, Soundness } from './types.ts';

type UncheckedLine = Omit<SealedLine, 'agreement'> & { agreement: string | null };

/** Call on one snapshot of the database. Keeps in memory only the last place of each agreement and the faults. */
export async function verifyRegister(db: Kysely<Tables>, dialect: Dialect): Promise<Soundness> {
  // The driver aborts the process on invalid text, so this is checked first, on bytes.
  const unreadable = dialect === 'sqlite' ? await notOfText(db) : [];
  if (unreadable.length) return { sound: false, faults: unreadable };
  const chain = new Chain();
  for await (const line of allLines(db)) chain.take(line);
  const { faults, last, lines, agreements } = chain;
  faults.push(...(await withoutLines(db)));
  if (dialect === 'sqlite') faults.push(...(await cutOff(db)));
  return faults.length ? { sound: false, faults } : { sound: true, lines, agreements, head: { seq: last.seq, hash: inHex(last.hash) } };
}

/** Recomputes the seals line by line. After a fault it continues from the stored hash, so that one change is one fault. */
class Chain {
  readonly faults: Fault[] = [];
  last: { seq: number; hash: Buffer } = { seq: 0, hash: genesisHash };
  /** The expected hash of the last line, if it differed. */
  private instead: Buffer | undefined;
  private readonly places = new Map<string, number>();

  get lines(): number {
    return this.last.seq;
  }

  get agreements(): number {
    return this.places.size - (this.places.has(registerWide) ? 1 : 0);
  }

  take(line: UncheckedLine): void {
    const { seq, hash } = line;
    const agreement = line.agreement ?? '';
    const next = this.last.seq + 1;
    const place = this.places.get(agreement) ?? 0;
    const why = seq === next ? this.fault({ ...line, agreement }, place) : ({ code: 'missing', next: seq } as const);
    if (why) this.faults.push({ line: next, agreement, why });
    this.places.set(agreement, line.place);
    this.last = { seq, hash };
  }

  private fault(line: SealedLine, place: number): LineFault | undefined {
    const [should, ...others] = [this.last.hash, ...(this.instead ? [this.instead] : [])].map(previous => seal(previous, line));
    const isSealed = [should!, ...others].some(hash => hash.equals(line.hash));
    this.instead = isSealed ? undefined : (others[0] ?? should);
    if (!isSealed) return { code: 'changed' };
    return line.place === place + 1 ? undefined : { code: 'outOfOrder' };
  }
}

async function notOfText(db: Kysely<Tables>): Promise<Fault[]> {
  const bytes = (column: string) => sql<Buffer | null>`cast(${sql.ref(column)} as blob)`;
  const ids = await db.selectFrom('agreements').select(bytes('id').as('id')).execute();
  const lines = await db
    .selectFrom('lines')
    .select(['seq', bytes('kind').as('kind'), bytes('entered_by').as('by')])
    .orderBy('seq')
    .execute();
  const why = { code: 'notUtf8' } as const;
  return [
    ...ids.filter(({ id }) => !isUtf8(id ?? empty)).map(({ id }): Fault => ({ line: 0, agreement: id!.toString('latin1'), why })),
    ...lines
      .filter(({ kind, by }) => ![kind, by].every(b => isUtf8(b ?? empty)))
      .map(({ seq }): Fault => ({ line: seq, agreement: '', why })),
  ];
}

const empty = Buffer.alloc(0);

/** Finds agreements inserted without any line. */
async function withoutLines(db: Kysely<Tables>): Promise<Fault[]> {
  const found = await db
    .selectFrom('agreements as a')
    .select('a.id')
    .where(sql<boolean>`not exists (select 1 from lines l where l.agreement = a.number)`)
    .execute();
  return found.map(({ id }) => ({ line: 0, agreement: id, why: { code: 'noLines' } }));
}

/** SQLite stores what follows a NUL byte in a text but never returns it, so no hash would show it. */
async function cutOff(db: Kysely<Tables>): Promise<Fault[]> {
  const hides = (column: string) => sql<boolean>`instr(cast(${sql.ref(column)} as blob), x'00') > 0`;
  const found = await db
    .selectFrom('lines as l')
    .leftJoin('agreements as a', 'a.number', 'l.agreement')
    .select(['l.seq', 'a.id'])
    .where(eb => eb.or([hides('l.kind'), hides('l.entered_by'), hides('a.id')]))
    .orderBy('l.seq')
    .execute();
  return found.map(({ seq, id }) => ({ line: seq, agreement: id ?? '', why: { code: 'nulByte' } }));
}
