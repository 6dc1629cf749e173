/** Why the safe day is as early as it is: the reading that counts it so, and the changes of protocols that are known and lie ahead. */
import { inWords } from '../../clauses/calendar.ts';
import type { LastDayForNotice } from '../../machines/standing-types.ts';
import { conditionsInWords } from '../words.ts';

export function safeByInWords({ safeBy: { when, changes } }: Pick<LastDayForNotice, 'safeBy'>): string[] {
  return [
    ...(when.length ? [`so early ${conditionsInWords(when)}`] : []),
    ...changes.map(c => `the changes of protocol ${c.protocol} apply from ${inWords(c.on)} and are counted in`),
  ];
}
