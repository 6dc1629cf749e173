/** servanda notice approve: another person than the drafter lets it go. Rule of four eyes; VCLT art. 67. */
import { tellingCommand } from './telling.ts';

export const command = tellingCommand<object>({
  brief: 'Approve a draft, as another person than its drafter',
  usage: '<agreement> <number> [--person NAME]',
  full: `Approves a draft. Who drafted it, or changed it last, can't approve it. A change after approval needs another approval.
The rehearsal of the examples is kept apart from real agreements: npx servanda agreement open docs/rehearsal.yaml.

EXAMPLES
  npx servanda notice approve rehearsal 2026-1 --person counsellor`,
  flags: {},
  request: () => ['approve', {}],
});
