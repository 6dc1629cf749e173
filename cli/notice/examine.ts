/** servanda notice examine: decides whether an arrival is a valid notice, in writing and by competent authority. VCLT art. 67. */
import { UsageError } from '../failures.ts';
import { text, yesOrNo } from '../flags.ts';
import { noticeUpdateCommand } from './update-command.ts';

export const command = noticeUpdateCommand<{ accept?: boolean; defective?: string }>({
  usage: '<agreement> <number> --accept | --defective REASON',
  examples: `
  npx servanda notice examine rehearsal 2026-2 --accept
  npx servanda notice examine rehearsal 2026-2 --defective "unsigned"`,
  flags: { accept: yesOrNo('accept'), defective: text('REASON', 'defective') },
  request: ({ accept, defective }, { words }) => {
    if (Boolean(accept) === Boolean(defective)) throw new UsageError(words.m.notice.examineMissing);
    return accept ? ['accept', {}] : ['findDefective', { reason: defective! }];
  },
});
