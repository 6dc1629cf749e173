/**
 * The register's lines form one hash chain: each is sealed with the hash of the line before it, whatever its agreement. The last hash
 * attests to the whole register, and an agreement's last hash to its part: changing any earlier line changes both.
 */
import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { isText } from '../machines/limits.ts';
import type { Instant } from '../clauses/calendar.ts';
import { NotText, UnreadableLine } from './errors.ts';
import { packed, unpacked } from './packed.ts';
import type { Kind, LineRow, Tables } from './tables.ts';
import type { Head, SealedLine } from './types.ts';

/** The hash that precedes the first line. */
export const genesisHash = Buffer.alloc(32);

/** A hash in the form used for people and JSON. */
export const inHex = (hash: Uint8Array): `sha256:${string}` => `sha256:${Buffer.from(hash).toString('hex')}`;

/** SHA-256 of the previous hash, the line's position, who recorded it and when (as JSON, up to its line feed), and its bytes. */
export function seal(previous: Uint8Array, { seq, agreement, place, kind, by, at, body }: Omit<SealedLine, 'hash'>): Buffer {
  const head = JSON.stringify([seq, agreement, place, kind, by, at]);
  return createHash('sha256').update(previous).update(`${head}\n`).update(body).digest();
}

/** A line to be written; its content must be valid JSON. */
export interface Unsealed {
  kind: Kind;
  by: string;
  at: Instant;
  body: object;
}

/** The name under which servanda itself makes entries. */
export const serviceName = 'servanda';

/** Appends lines of one agreement. Call within `alone`. @throws NotText */
export async function write(db: Kysely<Tables>, agreement: string, ...unsealed: readonly Unsealed[]): Promise<SealedLine[]> {
  for (const [what, value] of [['agreement', agreement], ...unsealed.map(({ by }) => ['entered_by', by])] as const)
    if (!isText(value)) throw new NotText(what);
  const { number, last, own } = await endsOf(db, agreement);
  const lines: SealedLine[] = [];
  for (const { body, ...line } of unsealed)
    lines.push(sealedAfter(lines.at(-1) ?? last, lines.at(-1) ?? own, { agreement, ...line, body: packed(body) }));
  await insert(db, lines, new Map(number === null ? [] : [[agreement, number]]));
  return lines;
}

/** The last lines of the register and of the agreement, which the next one follows; in one query. */
async function endsOf(db: Kysely<Tables>, agreement: string) {
  const asked = sql<{ number: number | null; seq: number | null; hash: Uint8Array | null; place: number | null }>`
    select a.number, l.seq, l.hash, (select max(place) from lines where agreement = a.number) as place
    from (select 1 as one) as always
    left join (select number from agreements where id = ${agreement}) as a on true
    left join (select seq, hash from lines order by seq desc limit 1) as l on true`;
  const { number, seq, hash, place } = (await asked.execute(db)).rows[0]!;
  return { number, last: seq === null ? undefined : { seq, hash: Buffer.from(hash!) }, own: place === null ? undefined : { place } };
}

/** Seals a line as the successor of the register's last line and its agreement's last line. */
export function sealedAfter(
  last: Pick<SealedLine, 'seq' | 'hash'> | undefined,
  own: Pick<SealedLine, 'place'> | undefined,
  unsealed: Omit<SealedLine, 'seq' | 'place' | 'hash'>,
): SealedLine {
  const line = { seq: (last?.seq ?? 0) + 1, place: (own?.place ?? 0) + 1, ...unsealed };
  return { ...line, hash: seal(last?.hash ?? genesisHash, line) };
}

/** Inserts sealed lines unchanged; the trigger checks each. `numbers`: the agreements' known numbers; missing ones are added. */
export async function insert(db: Kysely<Tables>, lines: readonly SealedLine[], numbers: Map<string, number>): Promise<void> {
  const unknown = new Set(lines.map(({ agreement }) => agreement).filter(id => !numbers.has(id)));
  if (unknown.size) await number(db, unknown, numbers);
  const rows = lines.map(({ agreement, by, at, ...line }): LineRow => ({
    ...line,
    agreement: numbers.get(agreement)!,
    entered_by: by,
    entered_at: at,
  }));
  await db.insertInto('lines').values(rows).execute();
}

/** Gives agreements without lines the next numbers. */
async function number(db: Kysely<Tables>, fresh: ReadonlySet<string>, numbers: Map<string, number>): Promise<void> {
  const last = await db.selectFrom('agreements').select('number').orderBy('number', 'desc').limit(1).executeTakeFirst();
  const rows = [...fresh].map((id, i) => ({ id, number: (last?.number ?? 0) + 1 + i }));
  await db.insertInto('agreements').values(rows).execute();
  for (const row of rows) numbers.set(row.id, row.number);
}

/** Lines of an agreement from a place on, or of all agreements, in order. `recent`: a kind that matters only for a time, and since when. */
export async function linesOf(
  db: Kysely<Tables>,
  kinds: readonly Kind[],
  agreement?: string,
  { from = 0, recent }: { from?: number; recent?: { kind: Kind; since: Instant } } = {},
): Promise<SealedLine[]> {
  const named = selected(db).where('l.kind', 'in', kinds);
  const all = recent ? named.where(eb => eb.or([eb('l.kind', '<>', recent.kind), eb('l.entered_at', '>=', recent.since)])) : named;
  const inOrder =
    agreement === undefined ? all.orderBy('l.seq') : all.where('a.id', '=', agreement).where('l.place', '>=', from).orderBy('l.place');
  return (await inOrder.execute()).map(fromRow);
}

/** Lines of one kind after a line of the register, in order. */
export const linesAfter = async (db: Kysely<Tables>, kind: Kind, seq: number): Promise<SealedLine[]> =>
  (await selected(db).where('l.kind', '=', kind).where('l.seq', '>', seq).orderBy('l.seq').execute()).map(fromRow);

/** Lines of some kinds, newest first. `before`: only lines before this one. */
export async function latestLines(
  db: Kysely<Tables>,
  kinds: readonly Kind[],
  { most, before, agreement }: { most: number; before?: number | undefined; agreement?: string | undefined },
): Promise<SealedLine[]> {
  const all = selected(db).where('l.kind', 'in', kinds).orderBy('l.seq', 'desc').limit(most);
  const of = agreement === undefined ? all : all.where('a.id', '=', agreement);
  return (await (before === undefined ? of : of.where('l.seq', '<', before)).execute()).map(fromRow);
}

/** The place of the last line about an agreement, for one or all agreements; in one query. */
export async function placesIn(db: Kysely<Tables>, agreement?: string): Promise<Map<string, number>> {
  const all = db
    .selectFrom('lines as l')
    .innerJoin('agreements as a', 'a.number', 'l.agreement')
    .select(eb => ['a.id', eb.fn.max('l.place').as('place')])
    .where('l.kind', 'in', ['entry', 'step', 'acts'])
    .groupBy('a.id');
  const rows = await (agreement === undefined ? all : all.where('a.id', '=', agreement)).execute();
  return new Map(rows.map(({ id, place }) => [id, place]));
}

/** The last line of the register or of an agreement, whose lines are numbered by place; undefined if there is none. */
export async function lastLine(db: Kysely<Tables>, agreement?: string): Promise<SealedLine | undefined> {
  const last =
    agreement === undefined ? selected(db).orderBy('l.seq', 'desc') : selected(db).where('a.id', '=', agreement).orderBy('l.place', 'desc');
  const row = await last.limit(1).executeTakeFirst();
  return row && fromRow(row);
}

/** The head of the register or of an agreement when it had that many lines; undefined if it never had. */
export async function headAt(db: Kysely<Tables>, seq: number, agreement?: string): Promise<Head | undefined> {
  const there =
    agreement === undefined ? selected(db).where('l.seq', '=', seq) : selected(db).where('a.id', '=', agreement).where('l.place', '=', seq);
  const row = await there.executeTakeFirst();
  return row && { seq, hash: inHex(row.hash) };
}

export async function headOf(db: Kysely<Tables>, agreement?: string): Promise<Head> {
  const last = await lastLine(db, agreement);
  return { seq: (agreement === undefined ? last?.seq : last?.place) ?? 0, hash: inHex(last?.hash ?? genesisHash) };
}

/** Lines per page, so that memory use does not grow with the register. */
const page = 500;

/** All lines in order, read in pages; `agreement` is null if its row is missing. Call on one snapshot of the database. */
export async function* allLines(db: Kysely<Tables>): AsyncGenerator<Omit<SealedLine, 'agreement'> & { agreement: string | null }> {
  for (let last = 0; ;) {
    const rows = await db
      .selectFrom('lines as l')
      .leftJoin('agreements as a', 'a.number', 'l.agreement')
      .select(columns)
      .where('l.seq', '>', last)
      .orderBy('l.seq')
      .limit(page)
      .execute();
    for (const row of rows) yield fromRow(row);
    if (rows.length < page) return;
    last = rows.at(-1)!.seq;
  }
}

/** @throws UnreadableLine */
export function contentOf({ agreement, place, body }: SealedLine): unknown {
  try {
    return unpacked(body);
  } catch (cause) {
    throw new UnreadableLine({ code: 'unreadableLine', agreement, line: place }, { cause });
  }
}

const columns = [
  'l.seq',
  'a.id as agreement',
  'l.place',
  'l.kind',
  'l.entered_by as by',
  'l.entered_at as at',
  'l.body',
  'l.hash',
] as const;

const selected = (db: Kysely<Tables>) =>
  db.selectFrom('lines as l').innerJoin('agreements as a', 'a.number', 'l.agreement').select(columns);

/** Converts the databases' byte types; a tampered file may have null here, which no seal matches. */
const fromRow = <R extends { body: Uint8Array | null; hash: Uint8Array | null }>(row: R): R & { body: Buffer; hash: Buffer } => ({
  ...row,
  body: Buffer.from(row.body ?? []),
  hash: Buffer.from(row.hash ?? []),
});
