/** servanda notice document: a notice as a document, in one of four languages. */
import { define } from '../define.ts';
import { home } from '../flags.ts';
import { languageOf, printFlags, writePrinted, type PrintFlags } from '../print-flags.ts';
import { printedNotice } from '../../client/printed-documents.ts';
import { contextOf } from '../client.ts';
import type { CliContext } from '../world.ts';
import { noticeArguments } from './flags.ts';

interface Flags extends PrintFlags {
  home?: string;
}

async function document(this: CliContext, { home: folder, ...flags }: Flags, agreement: string, number: string): Promise<void> {
  const language = languageOf(this);
  const printed = await printedNotice(contextOf(this, folder), agreement, number, language);
  await writePrinted(this, printed, flags, `${agreement}-notice-${number}`);
}

export const command = define<Flags, [string, string]>({
  usage: ['<agreement> <number> --language kk|az|ru|en [--format pdf|docx] [--out FILE]'],
  examples: `
  npx servanda notice document rehearsal 2026-1 --language ru
  npx servanda notice document rehearsal 2026-1 --language kk --format docx --out note.docx`,
  parameters: { positional: noticeArguments, flags: { ...printFlags, home } },
  func: document,
});
