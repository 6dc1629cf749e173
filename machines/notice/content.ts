/**
 * The content of a notice as data; its kind determines the required fields. VCLT art. 25, 67 (writing, authority), 68, 78, 79; here art. 1,
 * 3, 4, 10, 11, 13.
 */
import { z } from 'zod';
import { calendarDate } from '../../clauses/calendar.ts';
import { changes } from '../../clauses/terms.ts';

export const slug = z
  .string({ error: 'is missing' })
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, { error: 'must be 1 to 40 letters, digits, dots, hyphens or underscores' });
const line = z.string({ error: 'is missing' }).trim().min(1, { error: 'is missing' }).max(300, { error: 'must be at most 300 characters' });
const text = z
  .string({ error: 'is missing' })
  .trim()
  .min(1, { error: 'is missing' })
  .max(20_000, { error: 'must be at most 20,000 characters' });
const party = z
  .string({ error: 'must name the Party that sends it, such as KZ' })
  .regex(/^[A-Z]{2,3}$/, { error: 'must be the code of a Party, such as KZ' });

const common = {
  /** The Party whose notice it is. */
  by: party,
  /** The Party's own number for the note, not that of the workflow. */
  reference: line.optional(),
  /** Who signs, and by what authority: full powers, or the office held. VCLT art. 7, 67(2). */
  signer: z.strictObject({ name: line, authority: line }).optional(),
  /** Additional text, copied into the note unchanged. */
  text: text.optional(),
};

const kind = <K extends string>(name: K) => z.literal(name);

export const noticeContent = z.discriminatedUnion('kind', [
  /** Completion of the internal procedures for the agreement. */
  z.strictObject({ kind: kind('completion'), ...common }),
  z.strictObject({ kind: kind('protocolCompletion'), protocol: slug, ...common }),
  /** Intention not to become a party: it ends provisional application. VCLT art. 25(2). */
  z.strictObject({ kind: kind('provisionalApplicationEnd'), ...common }),
  /** Intention to terminate; `names`: a first day out named in the notice. */
  z.strictObject({ kind: kind('termination'), names: z.strictObject({ firstDayOut: calendarDate }).optional(), ...common }),
  /** Revocation of a notice of termination: `of` is the id of that notice's fact. */
  z.strictObject({ kind: kind('revocation'), of: slug, ...common }),
  /** Proposal of an amendment: what the protocol would change. */
  z.strictObject({ kind: kind('proposal'), protocol: slug, changes: changes.optional(), ...common }),
  z.strictObject({ kind: kind('consent'), protocol: slug, ...common }),
  /** Request for consultations on a dispute. */
  z.strictObject({ kind: kind('consultations'), subject: line, ...common }),
  /** Request for communications for a visit: what, when, and which Party pays. */
  z.strictObject({
    kind: kind('communications'),
    subject: line,
    scope: text,
    from: calendarDate,
    until: calendarDate,
    payer: z
      .string({ error: 'must name the Party that pays, such as KZ' })
      .regex(/^[A-Z]{2,3}$/, { error: 'must be the code of a Party, such as KZ' }),
    ...common,
  }),
  /** A change of the sending Party's competent organisation. */
  z.strictObject({ kind: kind('organisation'), organisation: line, replaces: line.optional(), from: calendarDate.optional(), ...common }),
  /** An error in the text of the agreement and its correction. VCLT art. 79. */
  z.strictObject({ kind: kind('correction'), error: text, corrected: text, ...common }),
  z.strictObject({ kind: kind('free'), subject: line, ...common, text }),
]);

export type NoticeContent = z.infer<typeof noticeContent>;
export type NoticeKind = NoticeContent['kind'];
export const noticeKinds = noticeContent.options.map(o => o.shape.kind.value);
