/** servanda notice dispatch: it has left; first it is shown what it will do. VCLT art. 78. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { Channel } from '../../clauses/desk.ts';
import { BadInput, NotAsAsked } from '../failures.ts';
import { day, text, yes } from '../flags.ts';
import { kept, onDesk } from './desk.ts';
import { dryRun, dryRunPage } from './dry-run.ts';
import { channelFlag } from './flags.ts';
import { tellingCommand } from './telling.ts';

interface Flags {
  on?: CalendarDate;
  dated?: CalendarDate;
  channel?: Channel;
  reference?: string;
  yes?: boolean;
}

export const command = tellingCommand<Flags>({
  brief: 'A notice has left: enter its dispatch, seeing first what it does',
  usage: '<agreement> <number> [--on DATE] [--reference TEXT] [--channel CHANNEL] [--yes]',
  full: `Enters that an approved notice has left. Before, a dry run shows both timelines, with and without it, and until when it could be
revoked; then it asks; --yes does not ask. The notice has no effect before its receipt is proved.
The rehearsal of the examples is kept apart from real agreements: npx servanda agreement open docs/rehearsal.yaml.

EXAMPLES
  npx servanda notice dispatch rehearsal 2026-1 --on 2026-11-20 --reference "note 12-34" --channel courier`,
  flags: {
    on: day('When it left (default: today)'),
    dated: day('The date that the note bears'),
    channel: channelFlag,
    reference: text('TEXT', 'The number of the note'),
    yes,
  },
  request: async ({ on, dated, channel, reference, yes: sure }, world, { agreement, number, home }) => {
    const { kept: found, today } = await kept(world, home, agreement);
    const { notice, state } = onDesk(world.words, found, number, today);
    const dispatch = { on: on ?? today, ...(dated ? { dated } : {}), ...(channel ? { channel } : {}), ...(reference ? { reference } : {}) };
    if (state !== 'approved' && state !== 'returned') return ['dispatch', dispatch]; // the notice itself says why not
    const again = { ...notice, dispatched: undefined };
    world.tell(dryRunPage(dryRun(world.words, found, again, on ?? today, channel), today, world));
    const { m } = world.words;
    if (!sure && !world.ask) throw new BadInput(m.enter.notConfirmed);
    if (!sure && !(await world.ask!(m.notice.left))) throw new NotAsAsked(m.enter.nothing);
    return ['dispatch', dispatch];
  },
});
