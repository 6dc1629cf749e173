/**
 * A register as one JSON Lines file: first what it is and its head, then every line with its seal in the order in which they were
 * written, last the SHA-256 of all the bytes before, signed where there is a key. Read back, it is the same register to the byte.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { z } from 'zod';
import type { PublicKey, SigningKey } from '../secrets/signing-key.ts';
import { canonical } from './canonical.ts';
import { checkSigned, signed } from './signed.ts';
import { sealedTables, type Tables } from './tables.ts';
import type { Head, SealedLine } from './types.ts';

const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const count = z.int().min(0);

const opening = z.strictObject({
  servanda: z.literal('register'),
  /** 1 without a signature, as before there were any; 2 with one. */
  version: z.literal([1, 2]),
  rehearsals: z.boolean(),
  lines: count,
  head: z.strictObject({ seq: count, hash }),
});
export type Opening = z.infer<typeof opening>;

const line = z.strictObject({
  row: z.record(z.string().regex(/^[a-z_]{1,40}$/), z.union([z.string(), z.int()])),
  seal: z.strictObject({
    seq: count,
    agreement: z.string(),
    place: count,
    kept_in: z.enum(sealedTables),
    line: count,
    content: hash,
    previous: hash,
    previous_of_all: hash,
    hash,
  }),
});
const closing = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), signature: z.string().max(1000).optional() });
type Closing = z.infer<typeof closing>;

/** The texts of an export, line by line, signed where there is a key. `lines` are as many as the head counts. */
export async function* exportTexts(
  lines: AsyncIterable<SealedLine> | Iterable<SealedLine>,
  head: Head,
  rehearsals: boolean,
  key?: SigningKey,
): AsyncGenerator<string> {
  const sum = createHash('sha256');
  const said = (line: unknown): string => {
    const text = `${canonical(line)}\n`;
    sum.update(text, 'utf8');
    return text;
  };
  const first: Opening = { servanda: 'register', version: key ? 2 : 1, rehearsals, lines: head.seq, head };
  yield said(first);
  for await (const sealed of lines) yield said(sealed);
  yield `${canonical(await signed({ sha256: sum.digest('hex') }, 'export', key))}\n`;
}

/** Returns when the key has signed this export. @throws SignatureRefused */
export const checkExport = ({ sha256, signature }: Closing, by: PublicKey): Promise<void> =>
  checkSigned({ sha256, signature }, 'export', by);

/** The text is no export, or not as it was written; says the line. */
export class NotAnExport extends Error {
  override readonly name = 'NotAnExport';
}

/**
 * Reads an export from its lines. `all` throws as well, after the last line at the latest, and returns the closing line: what it has
 * given counts only once it has ended. Whether what they say is sound is found when they are restored. @throws NotAnExport
 */
export async function readExport(texts: AsyncIterable<string>): Promise<Opening & { all: AsyncGenerator<SealedLine, Closing> }> {
  const rest = texts[Symbol.asyncIterator]();
  const first = await rest.next();
  const head = readLine(opening, first.done ? '' : first.value, 1);
  return { ...head, all: sealedLines(first.value as string, rest, head) };
}

/** Reads an export to its end, and says how it begins and how it ends. @throws NotAnExport */
export async function readWhole(texts: AsyncIterable<string>, take: (line: SealedLine) => void = () => {}): Promise<Opening & Closing> {
  const { all, ...head } = await readExport(texts);
  for (let next = await all.next(); ; next = await all.next()) {
    if (next.done) return { ...head, ...next.value };
    take(next.value);
  }
}

/** The last line is known by that none follows it. */
async function* sealedLines(first: string, rest: AsyncIterator<string>, { lines, version }: Opening): AsyncGenerator<SealedLine, Closing> {
  const sum = createHash('sha256').update(`${first}\n`, 'utf8');
  let number = 1;
  let waiting = await rest.next();
  for (let next = await rest.next(); !next.done; waiting = next, next = await rest.next()) {
    const text = waiting.value as string;
    sum.update(`${text}\n`, 'utf8');
    const { row, seal } = readLine(line, text, ++number);
    yield { seal, row: row as unknown as Tables['entries'] };
  }
  const end = readLine(closing, waiting.done ? '' : waiting.value, number + 1);
  const found = sum.digest('hex');
  if (end.sha256 !== found) throw new NotAnExport(`its SHA-256 is ${found}, and its last line says ${end.sha256}: it was changed or cut`);
  if ((version === 2) !== (end.signature !== undefined))
    throw new NotAnExport(`its first line says that it is ${version === 2 ? '' : 'not '}signed, and its last line says otherwise`);
  if (number - 1 !== lines) throw new NotAnExport(`it has ${number - 1} lines, and its first one says ${lines}`);
  return end;
}

/** The lines of a file: what stands between its line feeds, and nothing else that ends a line elsewhere. @throws NotAnExport */
export async function* linesOfFile(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8' }) as AsyncIterable<string>) {
    const [end = '', ...lines] = chunk.split('\n');
    rest += end;
    for (const next of lines) {
      yield rest;
      rest = next;
    }
    if (rest.length > longest) throw new NotAnExport('it has a line that is longer than any line of a register');
  }
  if (rest) yield rest;
}

/** In characters: a file of something else may have no end of a line at all. */
const longest = 64 * 1024 * 1024;

function readLine<T>(shape: z.ZodType<T>, text: string, number: number): T {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new NotAnExport(`line ${number} is not JSON`);
  }
  const read = shape.safeParse(raw);
  if (read.success) return read.data;
  throw new NotAnExport(`line ${number}: ${read.error.issues.map(i => `${i.path.join('.')} ${i.message}`).join('; ')}`);
}
