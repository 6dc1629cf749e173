/** servanda protocol agree: the other Party consents, and the text is agreed. VCLT art. 9. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { UsageError } from '../failures.ts';
import { day, text } from '../flags.ts';
import { protocolUpdateCommand } from './update-command.ts';

export const command = protocolUpdateCommand<{ on?: CalendarDate; evidence?: string }>({
  usage: '<agreement> <protocol> --on DATE',
  examples: `
  npx servanda protocol agree rehearsal p1 --on 2026-11-20`,
  flags: { on: day('agreedOn'), evidence: text('TEXT', 'proof') },
  request: ({ on, evidence }, { m }) => {
    if (!on) throw new UsageError(m.protocol.agreedOn);
    return ['agree', { on, ...(evidence ? { evidence } : {}) }];
  },
});
