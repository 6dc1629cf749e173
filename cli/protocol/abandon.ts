/** servanda protocol abandon: the Parties give a protocol up before it is in force. VCLT art. 54. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { BadInput } from '../failures.ts';
import { day, text } from '../flags.ts';
import { tellingCommand } from './telling.ts';

export const command = tellingCommand<{ on?: CalendarDate; reason?: string }>({
  brief: 'A protocol is given up before it is in force',
  usage: '<agreement> <protocol> --on DATE [--reason TEXT]',
  full: `Enters that a protocol was given up. One in force is an integral part of the agreement and can't be ended alone.
The rehearsal of the examples is kept apart from real agreements: npx servanda agreement open docs/rehearsal.yaml.

EXAMPLES
  npx servanda protocol abandon rehearsal p1 --on 2026-11-20 --reason "replaced by p2"`,
  flags: { on: day('The day on which it was given up'), reason: text('TEXT', 'Why') },
  request: ({ on, reason }, { m }) => {
    if (!on) throw new BadInput(m.protocol.abandonedOn);
    return ['abandon', { on, ...(reason ? { reason } : {}) }];
  },
});
