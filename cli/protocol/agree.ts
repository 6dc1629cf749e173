/** servanda protocol agree: the other Party consents, the text is agreed. VCLT art. 9. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { BadInput } from '../failures.ts';
import { day, text } from '../flags.ts';
import { tellingCommand } from './telling.ts';

export const command = tellingCommand<{ on?: CalendarDate; evidence?: string }>({
  brief: 'The text of a protocol is agreed',
  usage: '<agreement> <protocol> --on DATE',
  full: `Enters that both Parties agree on the text. It is then settled in each authentic language, and signed.
The rehearsal of the examples is kept apart from real agreements: npx servanda agreement open docs/rehearsal.yaml.

EXAMPLES
  npx servanda protocol agree rehearsal p1 --on 2026-11-20`,
  flags: { on: day('The day on which it was agreed'), evidence: text('TEXT', 'Where it is proved') },
  request: ({ on, evidence }, { m }) => {
    if (!on) throw new BadInput(m.protocol.agreedOn);
    return ['agree', { on, ...(evidence ? { evidence } : {}) }];
  },
});
