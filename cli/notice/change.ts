/** servanda notice change: changes text or channel. The person who changes it counts as its drafter, and it needs approval again. */
import type { Channel } from '../../clauses/desk.ts';
import { UsageError } from '../failures.ts';
import { channelFlag, codes, contentFlags, contentFrom, type ContentFlags } from './flags.ts';
import { noticeUpdateCommand } from './update-command.ts';

export const command = noticeUpdateCommand<ContentFlags & { channel?: Channel; person?: string; home?: string; json?: boolean }>({
  usage: '<agreement> <number> [--kind KIND --by PARTY FLAGS] [--channel CHANNEL]',
  examples: `
  npx servanda notice change rehearsal 2026-1 --channel courier --person attaché`,
  values: codes,
  flags: { ...contentFlags, channel: channelFlag },
  request: ({ channel, person: _, home: __, json: ___, ...said }, { words }) => {
    const content = Object.values(said).some(v => v !== undefined) ? contentFrom(words, said) : undefined;
    if (!content && !channel) throw new UsageError(words.m.notice.changeMissing);
    return ['amend', { ...(content ? { content } : {}), ...(channel ? { channel } : {}) }];
  },
});
