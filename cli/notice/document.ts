/** servanda notice document: a notice as a paper, in one of four languages. */
import { define } from '../define.ts';
import { home } from '../flags.ts';
import { languageOf, paperFlags, writePaper, type PaperFlags } from '../paper-flags.ts';
import { standingOf } from '../source.ts';
import { refuseUnseen } from '../viewing.ts';
import type { World } from '../world.ts';
import { kept, onDesk } from './desk.ts';
import { noticeArguments } from './flags.ts';

interface Flags extends PaperFlags {
  home?: string;
}

async function document(this: World, { home: folder, ...flags }: Flags, agreement: string, number: string): Promise<void> {
  const language = languageOf(this);
  const { kept: found, today } = await kept(this, folder, agreement);
  const d = onDesk(this.words, found, number, today);
  await refuseUnseen(this, folder, found, d);
  const { notePaper } = await import('../../documents/note.ts');
  const paper = notePaper({ ...found, notice: d.notice, assessment: d.now, standing: standingOf(found, this, {}) }, language);
  await writePaper(this, paper, flags, `${agreement}-notice-${number}`);
}

export const command = define<Flags, [string, string]>({
  usage: ['<agreement> <number> --language kk|az|ru|en [--format pdf|docx] [--out FILE]'],
  examples: `
  npx servanda notice document rehearsal 2026-1 --language ru
  npx servanda notice document rehearsal 2026-1 --language kk --format docx --out note.docx`,
  parameters: { positional: noticeArguments, flags: { ...paperFlags, home } },
  func: document,
});
