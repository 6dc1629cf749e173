/** servanda notice revoke: drafts the revocation of a notice of termination that was received. VCLT art. 68. */
import type { Channel } from '../../clauses/desk.ts';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { home, json } from '../flags.ts';
import type { CliContext } from '../world.ts';
import { dossierToday } from '../../client/dossiers.ts';
import { followsIn } from '../../wording/plan.ts';
import { noticeToday } from '../../client/notices.ts';
import { contextOf, servandaOf } from '../client.ts';
import { channelFlag, codes, noticeArguments, numberFlag, person } from './flags.ts';

interface Flags {
  channel?: Channel;
  number?: string;
  person?: string;
  home?: string;
  json?: boolean;
}

async function revoke(
  this: CliContext,
  { channel, number: own, person: who, home: folder, json: asJson }: Flags,
  agreement: string,
  number: string,
): Promise<void> {
  const { dossier, today } = await dossierToday(contextOf(this, folder), agreement);
  const { words } = this;
  const { m, say } = words;
  const { notice, state } = noticeToday(words.wording, dossier, number, today);
  const basis = words.basis('VCLT art. 68');
  if (notice.content.kind !== 'termination')
    throw new UsageError(say(m.notice.onlyTermination, { number, kind: words.kind(notice.content.kind), basis }));
  if (state !== 'received') {
    const isOver = ['inEffect', 'revoked', 'withoutEffect', 'recalled', 'defective'].includes(state);
    const values = { number, agreement, state: words.noticeState(state), basis };
    throw new UsageError(say(isOver ? m.notice.notRevocable : m.notice.recallFirst, values));
  }
  const content = { kind: 'revocation' as const, of: number, by: notice.content.by };
  const how = { ...(own ? { number: own } : {}), ...(channel ? { channel } : {}), ...(who ? { by: who } : {}) };
  const d = await servandaOf(this, folder).notice.draft(agreement, content, how);
  if (asJson) return this.print(JSON.stringify(d, null, 2));
  const { safe, sendBy } = d.now;
  const remaining = d.now.follows.filter(({ code }) => code === 'stillEnds');
  this.print(
    [
      say(m.notice.revocationDrafted, { of: number, number: d.number, basis }),
      ...(safe && sendBy ? [say(m.notice.revokeSendBy, { sendBy: words.day(sendBy), safe: words.day(safe) })] : []),
      ...(remaining.length ? [followsIn(remaining, words.wording)] : []),
      say(m.notice.approveNextAny, { agreement, number: d.number }),
    ].join('\n'),
  );
}

export const command = define<Flags, [string, string]>({
  usage: ['<agreement> <number> [--channel CHANNEL] [--person NAME]'],
  examples: `
  npx servanda notice revoke rehearsal 2026-1`,
  values: codes,
  parameters: { positional: noticeArguments, flags: { channel: channelFlag, number: numberFlag, person, home, json } },
  func: revoke,
});
