/** servanda protocol abandon: the Parties abandon a protocol before it is in force. VCLT art. 54. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { UsageError } from '../failures.ts';
import { day, text } from '../flags.ts';
import { protocolUpdateCommand } from './update-command.ts';

export const command = protocolUpdateCommand<{ on?: CalendarDate; reason?: string }>({
  usage: '<agreement> <protocol> --on DATE [--reason TEXT]',
  examples: `
  npx servanda protocol abandon rehearsal p1 --on 2026-11-20 --reason "replaced by p2"`,
  flags: { on: day('abandonedOn'), reason: text('TEXT', 'reason') },
  request: ({ on, reason }, { m }) => {
    if (!on) throw new UsageError(m.protocol.abandonedOn);
    return ['abandon', { on, ...(reason ? { reason } : {}) }];
  },
});
