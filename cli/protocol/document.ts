/** servanda protocol document: the cover page of a protocol, in one of four languages. */
import { define } from '../define.ts';
import { home } from '../flags.ts';
import { protocolPaper } from '../../client/papers.ts';
import { contextOf } from '../client.ts';
import { languageOf, paperFlags, writePaper, type PaperFlags } from '../paper-flags.ts';
import type { CliContext } from '../world.ts';
import { protocolArguments } from './update-command.ts';

interface Flags extends PaperFlags {
  home?: string;
}

async function document(this: CliContext, { home: folder, ...flags }: Flags, agreement: string, id: string): Promise<void> {
  const language = languageOf(this);
  const paper = await protocolPaper(contextOf(this, folder), agreement, id, language);
  await writePaper(this, paper, flags, `${agreement}-protocol-${id}`);
}

export const command = define<Flags, [string, string]>({
  usage: ['<agreement> <protocol> --language kk|az|ru|en [--format pdf|docx] [--out FILE]'],
  examples: `
  npx servanda protocol document rehearsal p1 --language az`,
  parameters: { positional: protocolArguments, flags: { ...paperFlags, home } },
  func: document,
});
