/** The desk that keeps the agreement: its Party, the recipients in order of escalation, and the channels for its notices. */
import { z } from 'zod';
import { length, type Length } from './calendar.ts';
import { rule } from './schema-rule.ts';

/** The languages of the interface and of documents. */
export const languages = ['kk', 'az', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];

const recipient = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, { error: rule('recipientId') })
      .meta({ description: 'The id of the recipient in letters and acknowledgements.', examples: ['treaty-officer'] }),
    name: z
      .string()
      .min(1)
      .max(200)
      .meta({ description: 'The name or the post of the recipient.', examples: ['Treaty officer'] }),
    language: z
      .enum(languages)
      .default('en')
      .meta({ description: 'The language of the letters.', examples: ['kk'] }),
    email: z
      .email({ error: rule('email') })
      .max(200)
      .optional()
      .meta({
        description: 'The e-mail address for letters.',
        examples: ['treaties@example.org'],
      }),
    webhook: z
      .url({ protocol: /^https?$/, error: rule('url') })
      .max(500)
      .optional()
      .meta({ description: 'The address for letters as signed webhooks.', examples: ['https://example.org/treaties'] }),
  })
  .refine(r => r.email || r.webhook, { error: rule('emailOrWebhook') });

/** How a notice travels to the other Party. An e-mail copy alone is not a notice: the paper must still arrive. */
export const channels = ['diplomaticNote', 'courier', 'governmentLine', 'emailCopy'] as const;
export type Channel = (typeof channels)[number];

/** The transit allowance of each channel. */
const transitByChannel = z.partialRecord(z.enum(channels), length);

/** Default transit allowances. The diplomatic note uses the agreement's own allowance (`transit`). */
const usually: Record<Exclude<Channel, 'diplomaticNote'>, Length> = {
  courier: 'P7D' as Length,
  governmentLine: 'P1D' as Length,
  emailCopy: 'P14D' as Length,
};

export const desk = z
  .strictObject({
    party: z.string().meta({ description: 'The Party for which this desk keeps the agreement.', examples: ['KZ'] }),
    recipients: z
      .array(recipient)
      .min(1)
      .max(20)
      .optional()
      .meta({
        description: 'Who is notified, in order of escalation. Each recipient has an e-mail address or a webhook.',
        examples: [[{ id: 'treaty-officer', name: 'Treaty officer', email: 'treaties@example.org' }]],
      }),
    acknowledgeWithin: length.optional().meta({
      description: 'The time after which a reminder that nobody has acknowledged goes to the next recipient.',
      examples: ['P7D'],
    }),
    channels: transitByChannel.optional().meta({
      description:
        'The time allowed for delivery by each channel, where it differs from the default: `diplomaticNote` (default: `transit`), `courier`, `governmentLine`, `emailCopy`.',
      examples: [{ courier: 'P5D' }],
    }),
  })
  .superRefine(({ recipients = [] }, ctx) => {
    recipients.forEach(({ id }, i) => {
      if (recipients.findIndex(r => r.id === id) < i)
        ctx.addIssue({
          code: 'custom',
          path: ['recipients', i, 'id'],
          message: rule('recipientTwice'),
          params: { values: [id] },
        });
    });
  });

export type Desk = z.infer<typeof desk>;
export type Recipient = z.infer<typeof recipient>;

/** Returns the transit allowance of a channel. */
export function transitOf(channel: Channel, { desk: d, transit }: { desk?: Desk | undefined; transit: Length }): Length {
  return d?.channels?.[channel] ?? (channel === 'diplomaticNote' ? transit : usually[channel]);
}

/** Returns how long a reminder may stay unacknowledged before it is escalated. */
export const acknowledgeWithin = (d: Desk | undefined): Length => d?.acknowledgeWithin ?? ('P3D' as Length);
