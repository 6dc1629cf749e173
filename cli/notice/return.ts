/** servanda notice return: records that a notice was returned or lost; it may be dispatched again. VCLT art. 78. */
import { UsageError } from '../failures.ts';
import { text } from '../flags.ts';
import { noticeUpdateCommand } from './update-command.ts';

export const command = noticeUpdateCommand<{ reason?: string }>({
  usage: '<agreement> <number> --reason TEXT',
  examples: `
  npx servanda notice return rehearsal 2026-1 --reason "courier turned back"`,
  flags: { reason: text('TEXT', 'returnReason') },
  request: ({ reason }, { words }) => {
    if (!reason) throw new UsageError(words.m.notice.returnReason);
    return ['markReturned', { reason }];
  },
});
