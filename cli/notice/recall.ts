/** servanda notice recall: taken back before receipt, which is free; afterwards it needs a revocation. VCLT art. 68. */
import { BadInput } from '../failures.ts';
import { text } from '../flags.ts';
import { tellingCommand } from './telling.ts';

export const command = tellingCommand<{ reason?: string }>({
  brief: 'Take a notice back before it is received',
  usage: '<agreement> <number> --reason TEXT',
  full: `Takes a notice back: a draft, an approved one, or one on its way that has not been received. After receipt it needs a revocation:
notice revoke.
The rehearsal of the examples is kept apart from real agreements: npx servanda agreement open docs/rehearsal.yaml.

EXAMPLES
  npx servanda notice recall rehearsal 2026-1 --reason "the Parties agreed to negotiate"`,
  flags: { reason: text('TEXT', 'Why it is taken back') },
  request: ({ reason }, { words }) => {
    if (!reason) throw new BadInput(words.m.notice.recallReason);
    return ['recall', { reason }];
  },
});
