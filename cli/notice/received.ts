/** servanda notice received: its receipt is proved, and it counts from that day. VCLT art. 78(b). */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { BadInput } from '../failures.ts';
import { day, text } from '../flags.ts';
import { tellingCommand } from './telling.ts';

interface Flags {
  on?: CalendarDate;
  evidence?: string;
}

export const command = tellingCommand<Flags>({
  brief: 'The receipt of a notice is proved: it counts from that day',
  usage: '<agreement> <number> --on DATE --evidence TEXT',
  full: `Enters that the other Party has received a notice of ours, on which day by that Party's date, and how it is proved. Its fact is
recorded with the agreement, under the notice's own number; the outcome is shown: in time on every reading, on some, or late.
The rehearsal of the examples is kept apart from real agreements: npx servanda agreement open docs/rehearsal.yaml.

EXAMPLES
  npx servanda notice received rehearsal 2026-1 --on 2026-11-27 --evidence "acknowledgement, note 8"`,
  flags: {
    on: day('When it was received, by the date of the Party that received it'),
    evidence: text('TEXT', 'How the receipt is proved'),
  },
  request: ({ on, evidence }, { words }) => {
    const { m, say, basis } = words;
    if (!on) throw new BadInput(say(m.notice.receivedOn, { basis: basis('VCLT art. 78') }));
    if (!evidence) throw new BadInput(m.notice.evidenceMissing);
    return ['receive', { received: on, evidence }];
  },
});
