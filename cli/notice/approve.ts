/** servanda notice approve: a person other than the drafter approves a notice for dispatch. Four-eyes principle; VCLT art. 67. */
import { noticeUpdateCommand } from './update-command.ts';

export const command = noticeUpdateCommand<object>({
  usage: '<agreement> <number> [--person NAME]',
  examples: `
  npx servanda notice approve rehearsal 2026-1 --person counsellor`,
  flags: {},
  request: () => ['approve', {}],
});
