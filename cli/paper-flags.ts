/** The flags of every document (its language, format and file), and writing it. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { bytesOf, paperFormats } from '../client/papers.ts';
import type { Paper } from '../documents/paper.ts';
import { languages, type Language } from '../clauses/desk.ts';
import { UsageError } from './failures.ts';
import { text } from './flags.ts';
import type { Words } from './words.ts';
import type { CliContext } from './world.ts';

export interface PaperFlags {
  /** Taken out before the command is read: `languageOf`. Here only for the list of flags. */
  language?: string;
  format?: string;
  out?: string;
}

export const paperFlags = {
  language: text('LANGUAGE', 'paperLanguage'),
  format: text('FORMAT', 'paperFormat'),
  out: text('FILE', 'paperOut'),
} as const;

/** A document is in the language of --language, which is required: the environment never decides it. @throws UsageError */
export function languageOf({ chosen, words: { m, say } }: CliContext): Language {
  if (chosen) return chosen;
  throw new UsageError(say(m.paper.languageMissing, { known: languages.join(', ') }));
}

/** Writes a new file. @throws UsageError if it exists */
export function writeNew({ m, say }: Words, file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes, { flag: 'wx' });
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new UsageError(code === 'EEXIST' ? say(m.paper.exists, { file }) : say(m.paper.cantWrite, { file, why: message }));
  }
}

/** Writes the document; an existing file with other content is kept. @throws UsageError */
export async function writePaper(world: CliContext, paper: Paper, { format = 'pdf', out }: PaperFlags, name: string): Promise<void> {
  const { m, say } = world.words;
  const chosen = paperFormats.find(f => f === format);
  if (!chosen) throw new UsageError(say(m.paper.format, { format, known: paperFormats.join(', ') }));
  const file = resolve(out ?? `${name}-${paper.language}.${chosen}`);
  writeSame(world, file, await bytesOf(paper, chosen));
}

/** Compares sizes first: a device has no end. */
const isSame = (file: string, bytes: Buffer): boolean => statSync(file).size === bytes.length && readFileSync(file).equals(bytes);

/** Writes a file, unless it exists with the same content, and prints its hash. @throws UsageError if its content differs */
export function writeSame(world: CliContext, file: string, bytes: Buffer): void {
  const { m, say } = world.words;
  const isThere = existsSync(file);
  if (isThere && !isSame(file, bytes)) throw new UsageError(say(m.paper.otherBytes, { file }));
  if (!isThere) writeNew(world.words, file, bytes);
  world.print(`${file}\nsha256:${createHash('sha256').update(bytes).digest('hex')}`);
}
