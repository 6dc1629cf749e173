/** How a notice ends an agreement. VCLT art. 54, 67. */
import { z } from 'zod';
import { length } from '../calendar.ts';
import { clause } from '../clause.ts';

const when = <T extends string>(name: T, description: string) => z.literal(name).meta({ description });

const notice = length.meta({ description: 'How long after the notice it ends.', examples: ['P6M'] });

export const terminationClause = z.discriminatedUnion('when', [
  z.strictObject({ when: when('anyTime', 'At any time, some time after the notice.'), ...clause, notice }),
  z.strictObject({
    when: when('afterFirstPeriod', 'Some time after the notice, and not before the end of the first period.'),
    ...clause,
    notice,
  }),
  z.strictObject({ when: when('endOfPeriod', 'Only with the end of a period, by preventing its renewal.'), ...clause }),
]);
