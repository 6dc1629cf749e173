/** servanda notice received: records proof of receipt; the notice counts from that day. VCLT art. 78(b). */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { UsageError } from '../failures.ts';
import { day, text } from '../flags.ts';
import { noticeUpdateCommand } from './update-command.ts';

interface Flags {
  on?: CalendarDate;
  evidence?: string;
}

export const command = noticeUpdateCommand<Flags>({
  usage: '<agreement> <number> --on DATE --evidence TEXT',
  examples: `
  npx servanda notice received rehearsal 2026-1 --on 2026-11-27 --evidence "acknowledgement, note 8"`,
  flags: {
    on: day('receivedOn'),
    evidence: text('TEXT', 'receiptEvidence'),
  },
  request: ({ on, evidence }, { words }) => {
    const { m, say, basis } = words;
    if (!on) throw new UsageError(say(m.notice.receivedOn, { basis: basis('VCLT art. 78') }));
    if (!evidence) throw new UsageError(m.notice.evidenceMissing);
    return ['confirmReceipt', { received: on, evidence }];
  },
});
