/** servanda protocol document: the cover page of a protocol, in one of four languages. */
import { define } from '../define.ts';
import { home } from '../flags.ts';
import { dossierToday, standingOf } from '../../client/dossiers.ts';
import { protocolToday } from '../../client/protocols.ts';
import { contextOf } from '../client.ts';
import { languageOf, paperFlags, writePaper, type PaperFlags } from '../paper-flags.ts';
import type { CliContext } from '../world.ts';
import { protocolArguments } from './update-command.ts';

interface Flags extends PaperFlags {
  home?: string;
}

async function document(this: CliContext, { home: folder, ...flags }: Flags, agreement: string, id: string): Promise<void> {
  const language = languageOf(this);
  const context = contextOf(this, folder);
  const { dossier: found, today } = await dossierToday(context, agreement);
  const { known } = protocolToday(this.words.wording, found, id, today);
  const { protocolCover } = await import('../../documents/protocol-cover.ts');
  const paper = protocolCover(
    { ...found, protocol: id, title: known.title, changes: known.changes, standing: await standingOf(context, found) },
    language,
  );
  await writePaper(this, paper, flags, `${agreement}-protocol-${id}`);
}

export const command = define<Flags, [string, string]>({
  usage: ['<agreement> <protocol> --language kk|az|ru|en [--format pdf|docx] [--out FILE]'],
  examples: `
  npx servanda protocol document rehearsal p1 --language az`,
  parameters: { positional: protocolArguments, flags: { ...paperFlags, home } },
  func: document,
});
