/** servanda notice dispatch: records that a notice was dispatched, after displaying what it will do. VCLT art. 78. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { Channel } from '../../clauses/desk.ts';
import { UsageError } from '../failures.ts';
import { day, text, yes } from '../flags.ts';
import type { CliContext } from '../world.ts';
import { confirmStep } from './confirm-step.ts';
import { codes, channelFlag } from './flags.ts';
import { noticeUpdateCommand } from './update-command.ts';

interface Flags {
  on?: CalendarDate;
  dated?: CalendarDate;
  channel?: Channel;
  reference?: string;
  yes?: boolean;
}

export const command = noticeUpdateCommand<Flags>({
  usage: '<agreement> <number> [--on DATE] [--reference TEXT] [--channel CHANNEL] [--yes]',
  examples: `
  npx servanda notice dispatch rehearsal 2026-1 --on 2026-11-20 --reference "note 12-34" --channel courier`,
  values: codes,
  flags: {
    on: day('leftOn'),
    dated: day('noteDated'),
    channel: channelFlag,
    reference: text('TEXT', 'noteReference'),
    yes,
  },
  request: ({ on, dated, channel, reference, yes: sure }, world, at) =>
    confirmStep(world, {
      ...at,
      sure,
      question: world.words.m.notice.left,
      request: today => [
        'dispatch',
        {
          on: on ?? today ?? missingDay(world),
          ...(dated ? { dated } : {}),
          ...(channel ? { channel } : {}),
          ...(reference ? { reference } : {}),
        },
      ],
      after: ({ notice }, today) => ({
        notice: { ...notice, channel: channel ?? notice.channel, dated, dispatched: undefined },
        on: on ?? today,
      }),
    }),
});

/** An earlier day than the right one could show a late notice as in time. */
function missingDay({ words }: CliContext): never {
  throw new UsageError(words.m.notice.dispatchedOn);
}
