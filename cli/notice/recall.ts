/** servanda notice recall: withdraws a notice before receipt, which is always possible; after that it must be revoked. VCLT art. 68. */
import { UsageError } from '../failures.ts';
import { text } from '../flags.ts';
import { noticeUpdateCommand } from './update-command.ts';

export const command = noticeUpdateCommand<{ reason?: string }>({
  usage: '<agreement> <number> --reason TEXT',
  examples: `
  npx servanda notice recall rehearsal 2026-1 --reason "the Parties agreed to negotiate"`,
  flags: { reason: text('TEXT', 'recallReason') },
  request: ({ reason }, { words }) => {
    if (!reason) throw new UsageError(words.m.notice.recallReason);
    return ['recall', { reason }];
  },
});
