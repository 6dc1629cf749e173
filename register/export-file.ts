/**
 * A register as one JSON Lines file: first what it is and its head, then every line with its seal in the order in which they were
 * written, last the SHA-256 of all the bytes before, signed where there is a key. Read back, it is the same register to the byte.
 */
import { createHash } from 'node:crypto';
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

/** The text of an export, signed where there is a key. */
export async function exportText(lines: readonly SealedLine[], head: Head, rehearsals: boolean, key?: SigningKey): Promise<string> {
  const first: Opening = { servanda: 'register', version: key ? 2 : 1, rehearsals, lines: lines.length, head };
  const body = [first, ...lines].map(l => `${canonical(l)}\n`).join('');
  return `${body}${canonical(await signed({ sha256: sha256Of(body) }, 'export', key))}\n`;
}

/** Returns when the key has signed this export. @throws SignatureRefused */
export const checkExport = ({ sha256, signature }: Closing, by: PublicKey): Promise<void> =>
  checkSigned({ sha256, signature }, 'export', by);

const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The text is no export, or not as it was written; says the line. */
export class NotAnExport extends Error {
  override readonly name = 'NotAnExport';
}

/** Whether what it says is sound is found when it is restored. @throws NotAnExport */
export function readExport(text: string): Opening & Closing & { all: SealedLine[] } {
  const end = text.trimEnd().lastIndexOf('\n') + 1;
  const [body, last] = [text.slice(0, end), text.slice(end)];
  const texts = body.split('\n').slice(0, -1);
  const head = readLine(opening, texts[0] ?? '', 1);
  const { sha256, signature } = readLine(closing, last, texts.length + 1);
  if (sha256 !== sha256Of(body))
    throw new NotAnExport(`its SHA-256 is ${sha256Of(body)}, and its last line says ${sha256}: it was changed or cut`);
  if ((head.version === 2) !== (signature !== undefined))
    throw new NotAnExport(`its first line says that it is ${head.version === 2 ? '' : 'not '}signed, and its last line says otherwise`);
  const all = texts.slice(1).map((t, i) => readLine(line, t, i + 2));
  if (all.length !== head.lines) throw new NotAnExport(`it has ${all.length} lines, and its first one says ${head.lines}`);
  return {
    ...head,
    sha256,
    ...(signature ? { signature } : {}),
    all: all.map(({ row, seal }) => ({ seal, row: row as unknown as Tables['entries'] })),
  };
}

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
