/** servanda protocol document: the cover page of a protocol, in one of four languages. */
import { define } from '../define.ts';
import { home } from '../flags.ts';
import { printedProtocol } from '../../client/printed-documents.ts';
import { contextOf } from '../client.ts';
import { languageOf, printFlags, writePrinted, type PrintFlags } from '../print-flags.ts';
import type { CliContext } from '../world.ts';
import { protocolArguments } from './update-command.ts';

interface Flags extends PrintFlags {
  home?: string;
}

async function document(this: CliContext, { home: folder, ...flags }: Flags, agreement: string, id: string): Promise<void> {
  const language = languageOf(this);
  const printed = await printedProtocol(contextOf(this, folder), agreement, id, language);
  await writePrinted(this, printed, flags, `${agreement}-protocol-${id}`);
}

export const command = define<Flags, [string, string]>({
  usage: ['<agreement> <protocol> --language kk|az|ru|en [--format pdf|docx] [--out FILE]'],
  examples: `
  npx servanda protocol document rehearsal p1 --language az`,
  parameters: { positional: protocolArguments, flags: { ...printFlags, home } },
  func: document,
});
