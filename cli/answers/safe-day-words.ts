/** Why the safe day is as early as it is: the reading that counts it so, and known changes by protocols that are still to come. */
import type { LastDayForNotice } from '../../machines/standing-types.ts';
import type { Words } from '../words.ts';

export function formatSafeBy({ safeBy: { when, changes } }: Pick<LastDayForNotice, 'safeBy'>, words: Words): string[] {
  const { m, say } = words;
  return [
    ...(when.length ? [say(m.standing.soEarly, { conditions: words.conditions(when) })] : []),
    ...changes.map(c => say(m.standing.byProtocol, { protocol: c.protocol, day: words.day(c.on) })),
  ];
}
