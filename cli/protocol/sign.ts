/** servanda protocol sign: a protocol is signed; each Party then notifies its completion. VCLT art. 10, 12. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { BadInput } from '../failures.ts';
import { day, text } from '../flags.ts';
import { changesFlag, changesFrom } from './changes.ts';
import { tellingCommand } from './telling.ts';

export const command = tellingCommand<{ on?: CalendarDate; place?: string; changes?: string; evidence?: string }>({
  brief: 'A protocol is signed',
  usage: '<agreement> <protocol> --on DATE [--place TEXT] [--changes JSON]',
  full: `Enters the signature, once the text is settled in each authentic language. What it changes is what was proposed, unless --changes says
otherwise. It enters into force as the agreement does; its workflow reminds of the Party that has not notified.
The rehearsal of the examples is kept apart from real agreements: npx servanda agreement open docs/rehearsal.yaml.

EXAMPLES
  npx servanda protocol sign rehearsal p1 --on 2026-11-20 --place Baku`,
  flags: {
    on: day('The day of signature'),
    place: text('TEXT', 'Where'),
    changes: changesFlag,
    evidence: text('TEXT', 'Where it is proved'),
  },
  request: ({ on, place, changes: given, evidence }, words) => {
    if (!on) throw new BadInput(words.m.protocol.signedOn);
    const changes = changesFrom(words, given);
    return ['sign', { on, ...(place ? { place } : {}), ...(changes ? { changes } : {}), ...(evidence ? { evidence } : {}) }];
  },
});
