/** Which date of a notification starts or stops time, and how long after it something happens. VCLT art. 78(b). */
import { z } from 'zod';

/** Its receipt, unless the text says its dispatch or its own date. */
export const counts = z.enum(['received', 'dispatched', 'dated'], { error: 'must be received, dispatched or dated' });

/** From the anchor (the last notification, the exchange) to entry into force. */
export const interval = z.union(
  [
    z.literal('sameDay'),
    z.strictObject({
      days: z
        .int()
        .min(1)
        .max(3650)
        .meta({ description: 'So many days after.', examples: [30] }),
    }),
    z.strictObject({
      firstDayOfMonth: z
        .int()
        .min(1)
        .max(24)
        .meta({ description: 'On the first day of the N-th month after.', examples: [2] }),
    }),
  ],
  {
    error:
      'must be sameDay, { days: N } (N days after), or { firstDayOfMonth: N } (first day of the N-th month after the month of the anchor)',
  },
);
