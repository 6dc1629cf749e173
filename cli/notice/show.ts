/** servanda notice show: where a notice stands, what the law makes of it today, and what it would do. */
import { buildCommand } from '@stricli/core';
import { documentsOf } from '../document/desk.ts';
import { home, json, yesOrNo } from '../flags.ts';
import { refuseUnseen } from '../viewing.ts';
import type { World } from '../world.ts';
import { kept, onDesk } from './desk.ts';
import { dryRun, dryRunPage } from './dry-run.ts';
import { noticeArguments } from './flags.ts';
import { noticePage } from './page.ts';

interface Flags {
  dryRun?: boolean;
  home?: string;
  json?: boolean;
}

async function show(this: World, { dryRun: tried, home: folder, json: asJson }: Flags, agreement: string, number: string): Promise<void> {
  const { kept: found, today } = await kept(this, folder, agreement);
  const d = onDesk(this.words, found, number, today);
  await refuseUnseen(this, folder, found, d);
  const would = tried ? dryRun(this.words, found, d.notice, today) : undefined;
  const documents = documentsOf(found, number);
  if (asJson) return this.print(JSON.stringify({ ...d, documents, ...(would ? { dryRun: would } : {}) }, null, 2));
  this.print(
    [
      noticePage(d, documents, today, this),
      ...(would ? ['', dryRunPage(would, today, this), this.ink.faint(this.words.m.notice.dryRun)] : []),
    ].join('\n'),
  );
}

export const command = buildCommand<Flags, [string, string], World>({
  docs: {
    brief: 'Where a notice stands, and what the law makes of it today',
    customUsage: ['<agreement> <number> [--dry-run] [--json]'],
    fullDescription: `Where a notice stands: its steps, its dates, what is waited for, and its outcome as the law gives it today, also after a later
correction. --dry-run shows both timelines, with and without it, and until when it could be revoked. It reads the register and
needs no server.
The rehearsal of the examples is kept apart from real agreements: npx servanda agreement open docs/rehearsal.yaml.

EXAMPLES
  npx servanda notice show rehearsal 2026-1
  npx servanda notice show rehearsal 2026-1 --dry-run`,
  },
  parameters: { positional: noticeArguments, flags: { dryRun: yesOrNo('Show also what it would do if it left today'), home, json } },
  func: show,
});
