/** servanda protocol sign: records a protocol's signature; each Party then notifies completion of its procedures. VCLT art. 10, 12. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { UsageError } from '../failures.ts';
import { day, text } from '../flags.ts';
import { changesFlag, changesFrom } from './changes.ts';
import { protocolUpdateCommand } from './update-command.ts';

export const command = protocolUpdateCommand<{ on?: CalendarDate; place?: string; changes?: string; evidence?: string }>({
  usage: '<agreement> <protocol> --on DATE [--place TEXT] [--changes JSON]',
  examples: `
  npx servanda protocol sign rehearsal p1 --on 2026-11-20 --place Baku`,
  flags: {
    on: day('signedOn'),
    place: text('TEXT', 'signedAt'),
    changes: changesFlag,
    evidence: text('TEXT', 'proof'),
  },
  request: ({ on, place, changes: given, evidence }, words) => {
    if (!on) throw new UsageError(words.m.protocol.signedOn);
    const changes = changesFrom(words, given);
    return ['sign', { on, ...(place ? { place } : {}), ...(changes ? { changes } : {}), ...(evidence ? { evidence } : {}) }];
  },
});
