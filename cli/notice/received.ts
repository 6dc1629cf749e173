/** servanda notice received: records proof of receipt, after displaying what it does; the notice counts from that day. VCLT art. 78(b). */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { UsageError } from '../failures.ts';
import { day, text, yes } from '../flags.ts';
import { confirmStep } from './confirm-step.ts';
import { noticeUpdateCommand } from './update-command.ts';

interface Flags {
  on?: CalendarDate;
  evidence?: string;
  yes?: boolean;
}

export const command = noticeUpdateCommand<Flags>({
  usage: '<agreement> <number> --on DATE --evidence TEXT [--yes]',
  examples: `
  npx servanda notice received rehearsal 2026-1 --on 2026-11-27 --evidence "acknowledgement, note 8"`,
  flags: {
    on: day('receivedOn'),
    evidence: text('TEXT', 'receiptEvidence'),
    yes,
  },
  request: ({ on, evidence, yes: sure }, world, at) => {
    const { m, say, basis } = world.words;
    if (!on) throw new UsageError(say(m.notice.receivedOn, { basis: basis('VCLT art. 78') }));
    if (!evidence) throw new UsageError(m.notice.evidenceMissing);
    return confirmStep(world, {
      ...at,
      sure,
      question: m.notice.wasReceived,
      request: () => ['confirmReceipt', { received: on, evidence }],
      after: ({ notice }, today) => ({ notice: { ...notice, arrival: { received: on } }, on: today }),
    });
  },
});
