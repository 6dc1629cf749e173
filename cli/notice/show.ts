/** servanda notice show: displays a notice's state, its present effect in law, and what it would do. */
import { define } from '../define.ts';
import { home, json, yesOrNo } from '../flags.ts';
import { attachedIn } from '../../client/documents.ts';
import { dossierToday } from '../../client/dossiers.ts';
import { assertVisible } from '../../client/draft-access.ts';
import { noticeToday } from '../../client/notices.ts';
import { contextOf } from '../client.ts';
import type { CliContext } from '../world.ts';
import { dryRunOf } from '../../client/dry-run.ts';
import { dryRunPage } from './dry-run-page.ts';
import { noticeArguments } from './flags.ts';
import { noticePage } from './page.ts';

interface Flags {
  dryRun?: boolean;
  home?: string;
  json?: boolean;
}

async function show(
  this: CliContext,
  { dryRun: tried, home: folder, json: asJson }: Flags,
  agreement: string,
  number: string,
): Promise<void> {
  const context = contextOf(this, folder);
  const { dossier: found, today } = await dossierToday(context, agreement);
  const d = noticeToday(this.words.wording, found, number, today);
  await assertVisible(context, found, d);
  const isRecorded = found.entries.some(e => e.id === number);
  const received = d.notice.received ?? d.notice.arrival?.received;
  const would = tried && !isRecorded && !d.closed ? dryRunOf(this.words.wording, found, d.notice, today) : undefined;
  const documents = attachedIn(found, number);
  if (asJson) return this.print(JSON.stringify({ ...d, documents, ...(would ? { dryRun: would } : {}) }, null, 2));
  this.print(
    [
      noticePage(d, documents, today, this),
      ...(tried && isRecorded && received
        ? ['', this.words.say(this.words.m.notice.receivedAlready, { received: this.words.day(received) })]
        : []),
      ...(tried && !isRecorded && d.closed ? ['', this.words.m.notice.neverReceived] : []),
      ...(would ? ['', dryRunPage(would, today, this), this.style.faint(this.words.m.notice.dryRun)] : []),
    ].join('\n'),
  );
}

export const command = define<Flags, [string, string]>({
  usage: ['<agreement> <number> [--dry-run] [--json]'],
  examples: `
  npx servanda notice show rehearsal 2026-1
  npx servanda notice show rehearsal 2026-1 --dry-run`,
  parameters: { positional: noticeArguments, flags: { dryRun: yesOrNo('dryRun'), home, json } },
  func: show,
});
