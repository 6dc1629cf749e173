/** servanda notice dispatch: records that a notice was dispatched, after displaying what it will do. VCLT art. 78. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { Channel } from '../../clauses/desk.ts';
import { UsageError, CommandFailed } from '../failures.ts';
import { day, text, yes } from '../flags.ts';
import { dossierToday } from '../../client/dossiers.ts';
import { noticeToday } from '../../client/notices.ts';
import { contextOf } from '../client.ts';
import { sendUnlessMoved } from '../entry/send-unless-moved.ts';
import { dryRunOf } from '../../client/dry-run.ts';
import { dryRunPage } from './dry-run-page.ts';
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
  request: async ({ on, dated, channel, reference, yes: sure }, world, { agreement, number, home }) => {
    const context = contextOf(world, home);
    const { m, say, wording } = world.words;
    for (;;) {
      const { dossier: found, today } = await dossierToday(context, agreement);
      const { notice, state } = noticeToday(wording, found, number, today);
      const dispatch = {
        on: on ?? today,
        ...(dated ? { dated } : {}),
        ...(channel ? { channel } : {}),
        ...(reference ? { reference } : {}),
      };
      const told: ['dispatch', typeof dispatch] = ['dispatch', dispatch];
      // The notice itself refuses, with the reason.
      if ((state !== 'approved' && state !== 'returned') || dispatch.on > today) return told;
      const again = { ...notice, dispatched: undefined };
      world.warn(dryRunPage(dryRunOf(wording, found, again, on ?? today, channel), today, world));
      if (sure) return told;
      if (!world.ask) throw new UsageError(m.enter.notConfirmed);
      if (!(await world.ask(m.notice.left))) throw new CommandFailed(wording.client.refused.nothing);
      if (await sendUnlessMoved(context, found, async () => true)) return told;
      world.warn(say(m.enter.moved, { agreement }));
    }
  },
});
