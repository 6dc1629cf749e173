/** The flags of every document (its language, format and file), and writing it. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { bytesOf, printFormats } from '../client/printed-documents.ts';
import type { PrintedDocument } from '../documents/printed-document.ts';
import { languages, type Language } from '../clauses/desk.ts';
import { UsageError } from './failures.ts';
import { text } from './flags.ts';
import type { Words } from './words.ts';
import type { CliContext } from './world.ts';

export interface PrintFlags {
  /** Taken out before the command is read: `languageOf`. Here only for the list of flags. */
  language?: string;
  format?: string;
  out?: string;
}

export const printFlags = {
  language: text('LANGUAGE', 'printLanguage'),
  format: text('FORMAT', 'printFormat'),
  out: text('FILE', 'printOut'),
} as const;

/** A document is in the language of --language, which is required: the environment never decides it. @throws UsageError */
export function languageOf({ chosen, words: { m, say } }: CliContext): Language {
  if (chosen) return chosen;
  throw new UsageError(say(m.print.languageMissing, { known: languages.join(', ') }));
}

/** Writes a new file. @throws UsageError if it exists */
export function writeNew({ m, say }: Words, file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes, { flag: 'wx' });
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new UsageError(code === 'EEXIST' ? say(m.print.exists, { file }) : say(m.print.cantWrite, { file, why: message }));
  }
}

/** Writes the document; an existing file with other content is kept. @throws UsageError */
export async function writePrinted(
  world: CliContext,
  printed: PrintedDocument,
  { format = 'pdf', out }: PrintFlags,
  name: string,
): Promise<void> {
  const { m, say } = world.words;
  const chosen = printFormats.find(f => f === format);
  if (!chosen) throw new UsageError(say(m.print.format, { format, known: printFormats.join(', ') }));
  const file = resolve(out ?? `${name}-${printed.language}.${chosen}`);
  writeSame(world, file, await bytesOf(printed, chosen));
}

/** Compares sizes first: a device has no end. */
const isSame = (file: string, bytes: Buffer): boolean => statSync(file).size === bytes.length && readFileSync(file).equals(bytes);

/** Writes a file, unless it exists with the same content, and prints its hash. @throws UsageError if its content differs */
export function writeSame(world: CliContext, file: string, bytes: Buffer): void {
  const { m, say } = world.words;
  const isThere = existsSync(file);
  if (isThere && !isSame(file, bytes)) throw new UsageError(say(m.print.otherBytes, { file }));
  if (!isThere) writeNew(world.words, file, bytes);
  world.print(`${file}\nsha256:${createHash('sha256').update(bytes).digest('hex')}`);
}
