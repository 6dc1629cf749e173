/** The steps of a notice as the register has them, and the input that begins one. These schemas validate requests on arrival. */
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

/** The input of a notice's workflow: `client.workflow.start(notice, { workflowId: 'notice/<agreement>/<number>', args: [draft] })`. */
export const noticeDraft = z
  .strictObject({
    agreement: z.string({ error: 'must be the id of an agreement in the register' }).min(1),
    /** The desk's number for it, unique within the agreement; it becomes the id of its fact. */
    number: slug,
    direction: z.enum(['ours', 'theirs']).default('ours'),
    content: noticeContent,
    /** The person who drafted it or, for an incoming notice, recorded it. */
    draftedBy: person,
    /** The person who recorded the decision to give notice, if another. */
    enteredBy: person.optional(),
    channel: z.enum(channels).default('diplomaticNote'),
    /** For an incoming notice: when it was received, and its dates. */
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
/** The input as given: fields with a default are optional. */
export type NoticeDraftGiven = z.input<typeof noticeDraft>;

/** The requests to a notice. The legal day comes from the workflow. */
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

/** A register entry about a notice: its draft or an event, and the assessment at that time. */
export interface NoticeStep {
  type: 'notice.step';
  id: string;
  notice: string;
  step: { type: 'notice.drafted'; input: NoticeInput } | NoticeEvent;
  /** The assessment after the step, if it changed. */
  assessment?: Assessment;
}

export const noticeStepId = (number: string, n: number): string => `notice.${number}.${n}`;

/** Parses a request, or refuses it with everything that is missing. `what`: `notice`, `protocol`, or the name of a request. */
export function readAs<T>(schema: z.ZodType<T>, raw: unknown, what: string): T | Refusal {
  const beyond = whyBeyond(raw, entryLimit);
  if (beyond) return refuse('beyondLimit', { what, ...beyond });
  const read = schema.safeParse(raw ?? {});
  return read.success ? read.data : refuse('malformedRequest', { what, issues: shapeIssues(read.error, raw) });
}
