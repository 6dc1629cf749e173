/** servanda document save: writes a document to a file, unchanged since it was attached. */
import { resolve } from 'node:path';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { anAgreement, argument, home, positional, text } from '../flags.ts';
import { writeNew } from '../print-flags.ts';
import { documentNamed } from '../../client/documents.ts';
import { contextOf } from '../client.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  out?: string;
  home?: string;
}

async function save(this: CliContext, { out, home: folder }: Flags, agreement: string, id: string): Promise<void> {
  if (!out) throw new UsageError(this.words.m.document.outMissing);
  const file = resolve(out);
  const { bytes } = await documentNamed(contextOf(this, folder), agreement, id);
  writeNew(this.words, file, bytes);
  this.print(file);
}

export const command = define<Flags, [string, string]>({
  usage: ['<agreement> <document> --out FILE'],
  examples: `
  npx servanda document save rehearsal document-2026-11-22 --out note.pdf`,
  parameters: {
    positional: positional(anAgreement, argument('document', 'documentId')),
    flags: { out: text('FILE', 'saveOut'), home },
  },
  func: save,
});
