/** The steps of a notice as the register has them, and the input with which one begins: shapes that are checked at the door. */
import { z } from 'zod';
import { calendarDate } from '../../clauses/calendar.ts';
import { channels } from '../../clauses/desk.ts';
import type { NoticeEvent, NoticeInput } from './context.ts';
import { noticeContent, slug } from './content.ts';
import { entryLimit, whyBeyond } from '../limits.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { shapeIssues } from '../shape-issues.ts';
import type { Assessment } from './assessment.ts';

const person = z.string({ error: 'must name the person' }).trim().min(1, { error: 'must name the person' }).max(200);
const reason = z.string({ error: 'must say why' }).trim().min(1, { error: 'must say why' }).max(2000);
const evidence = z
  .string({ error: 'must say how the receipt is proved' })
  .trim()
  .min(1, { error: 'must say how the receipt is proved' })
  .max(2000);
const line = z.string().trim().min(1).max(300);

/** What a notice begins with: `client.workflow.start(notice, { workflowId: 'notice/<agreement>/<number>', args: [draft] })`. */
export const noticeDraft = z
  .strictObject({
    agreement: z.string({ error: 'must be the id of an agreement in the register' }).min(1),
    /** The number under which the desk keeps it, unique within the agreement; it becomes the id of its fact. */
    number: slug,
    direction: z.enum(['ours', 'theirs']).default('ours'),
    content: noticeContent,
    /** Who drafted it, or who took it in. */
    draftedBy: person,
    /** Who entered the decision that calls for it, where that is another. */
    enteredBy: person.optional(),
    channel: z.enum(channels).default('diplomaticNote'),
    /** Of theirs: when it was received, and what it shows. */
    arrival: z
      .strictObject({
        received: calendarDate,
        dated: calendarDate.optional(),
        dispatched: calendarDate.optional(),
        form: z.enum(['written', 'oral']).optional(),
        evidence: line.optional(),
      })
      .optional(),
  })
  .superRefine(({ direction, arrival }, ctx) => {
    if (direction === 'theirs' && !arrival)
      ctx.addIssue({
        code: 'custom',
        path: ['arrival', 'received'],
        message: 'is missing: when was it received?',
        params: { rule: 'missing' },
      });
    if (direction === 'ours' && arrival)
      ctx.addIssue({
        code: 'custom',
        path: ['arrival'],
        message: 'belongs to a notice of the other Party (direction: theirs)',
        params: { rule: 'ofTheirsOnly' },
      });
  });

export type NoticeDraft = z.infer<typeof noticeDraft>;
/** As people give it: what has a default may be left out. */
export type NoticeDraftGiven = z.input<typeof noticeDraft>;

/** What people may tell a notice. The day is the workflow's own. */
export const noticeRequests = {
  amend: z.strictObject({ by: person, content: noticeContent.optional(), channel: z.enum(channels).optional() }),
  approve: z.strictObject({ by: person }),
  dispatch: z.strictObject({
    by: person,
    on: calendarDate,
    dated: calendarDate.optional(),
    channel: z.enum(channels).optional(),
    reference: line.optional(),
  }),
  confirmReceipt: z.strictObject({ by: person, received: calendarDate, evidence }),
  markReturned: z.strictObject({ by: person, reason }),
  recall: z.strictObject({ by: person, reason }),
  accept: z.strictObject({ by: person }),
  findDefective: z.strictObject({ by: person, reason }),
} as const;
export type NoticeRequestName = keyof typeof noticeRequests;
/** As requested: dates are strings. */
export type NoticeRequestOf<N extends NoticeRequestName> = z.input<(typeof noticeRequests)[N]>;

export const eventFor = {
  amend: 'notice.amended',
  approve: 'notice.approved',
  dispatch: 'notice.dispatched',
  confirmReceipt: 'notice.received',
  markReturned: 'notice.returned',
  recall: 'notice.recalled',
  accept: 'notice.accepted',
  findDefective: 'notice.found.defective',
} as const satisfies Record<NoticeRequestName, NoticeEvent['type']>;

/** One line of the register about a notice: how it was drafted, or what happened to it; and what the law made of it then. */
export interface NoticeStep {
  type: 'notice.step';
  id: string;
  notice: string;
  step: { type: 'notice.drafted'; input: NoticeInput } | NoticeEvent;
  /** After the step, where it changed. */
  assessment?: Assessment;
}

export const noticeStepId = (number: string, n: number): string => `notice.${number}.${n}`;

/** Read by its shape, or refused with all that is missing. `what`: `notice`, `protocol`, or the name of a request. */
export function readAs<T>(schema: z.ZodType<T>, raw: unknown, what: string): T | Refusal {
  const beyond = whyBeyond(raw, entryLimit);
  if (beyond) return refuse('beyondLimit', { what, ...beyond });
  const read = schema.safeParse(raw ?? {});
  return read.success ? read.data : refuse('malformedRequest', { what, issues: shapeIssues(read.error, raw) });
}
