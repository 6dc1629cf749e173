/** servanda notice return: it came back or was lost; it may be sent again. VCLT art. 78. */
import { BadInput } from '../failures.ts';
import { text } from '../flags.ts';
import { tellingCommand } from './telling.ts';

export const command = tellingCommand<{ reason?: string }>({
  brief: 'A notice came back or was lost: it may be sent again',
  usage: '<agreement> <number> --reason TEXT',
  full: `Enters that a notice on its way came back or was lost. It keeps its approval and may be dispatched again; its send-by day runs again.
The rehearsal of the examples is kept apart from real agreements: npx servanda agreement open docs/rehearsal.yaml.

EXAMPLES
  npx servanda notice return rehearsal 2026-1 --reason "courier turned back"`,
  flags: { reason: text('TEXT', 'Why it came back') },
  request: ({ reason }, { words }) => {
    if (!reason) throw new BadInput(words.m.notice.returnReason);
    return ['giveBack', { reason }];
  },
});
