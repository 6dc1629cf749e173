/** In which language, in which format, and where to: the flags of every paper, and its writing. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Paper } from '../activities/chancery/paper.ts';
import { languages, type Language } from '../clauses/desk.ts';
import { BadInput } from './failures.ts';
import { text } from './flags.ts';
import type { World } from './world.ts';

const formats = ['pdf', 'docx'] as const;

export interface PaperFlags {
  language?: string;
  format?: string;
  out?: string;
}

export const paperFlags = {
  language: text('CODE', `The language of the paper: ${languages.join(', ')}`),
  format: text('FORMAT', 'pdf, to sign; or docx, to edit (default: pdf)'),
  out: text('FILE', 'Where to write it (default: its own name, in this folder)'),
} as const;

/** @throws BadInput */
export function languageOf({ language }: PaperFlags): Language {
  const known = languages.find(l => l === language);
  if (known) return known;
  throw new BadInput(`--language ${language ? `${language} is not known` : 'is missing'}: one of ${languages.join(', ')}.`);
}

/** Writes a file that is not there yet. @throws BadInput */
export function writeNew(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes, { flag: 'wx' });
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new BadInput(`${file} is there already. Name another file with --out.`);
    throw new BadInput(`${file} can't be written: ${message}. Name another place with --out.`);
  }
}

/** Writes the paper; a file that is there with other bytes stays. @throws BadInput */
export async function writePaper(world: World, paper: Paper, { format = 'pdf', out }: PaperFlags, name: string): Promise<void> {
  const chosen = formats.find(f => f === format);
  if (!chosen) throw new BadInput(`--format ${format} is not known: one of ${formats.join(', ')}.`);
  const { docxOf, pdfOf } = await import('../activities/chancery/index.ts');
  const file = resolve(out ?? `${name}-${paper.language}.${chosen}`);
  const bytes = chosen === 'pdf' ? await pdfOf(paper) : await docxOf(paper);
  writeSame(world, file, bytes);
}

/** Writes a file unless it is there with the same bytes, and says its hash. @throws BadInput when it has others */
export function writeSame(world: World, file: string, bytes: Buffer): void {
  const isThere = existsSync(file);
  if (isThere && !readFileSync(file).equals(bytes))
    throw new BadInput(`${file} is there already and says something else. Name another file with --out, or move that one away.`);
  if (!isThere) writeNew(file, bytes);
  world.print(`${file}\nsha256:${createHash('sha256').update(bytes).digest('hex')}`);
}
