/** The context and events of the notice machine, from the draft at a desk to its effect. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { Channel } from '../../clauses/desk.ts';
import type { At } from '../agreement/context.ts';
import type { NoticeContent } from './content.ts';
import type { Assessment } from './assessment.ts';

export type Direction = 'ours' | 'theirs';

/** The arrival of the other Party's notice, known from its first day. */
export interface Arrival {
  received: CalendarDate;
  dated?: CalendarDate | undefined;
  dispatched?: CalendarDate | undefined;
  form?: 'written' | 'oral' | undefined;
  evidence?: string | undefined;
}

export interface NoticeInput {
  today: CalendarDate;
  agreement: string;
  number: string;
  direction: Direction;
  content: NoticeContent;
  /** The person who drafted it or, for an incoming notice, recorded it. */
  draftedBy: string;
  /** The person who recorded the decision to give notice, if another. */
  enteredBy?: string | undefined;
  channel: Channel;
  arrival?: Arrival | undefined;
  assessment: Assessment;
}

export interface NoticeContext extends NoticeInput {
  approvedBy?: string | undefined;
  /** The date on the note itself. */
  dated?: CalendarDate | undefined;
  dispatched?: CalendarDate | undefined;
  received?: CalendarDate | undefined;
  evidence?: string | undefined;
  defect?: string | undefined;
  /** Why it was returned, recalled or found defective. */
  reason?: string | undefined;
}

/** Each event names a person. Dates are those of the place where it happened. */
export type NoticeEvent =
  | At<{ type: 'notice.amended'; by: string; content?: NoticeContent | undefined; channel?: Channel | undefined }>
  | At<{ type: 'notice.approved'; by: string }>
  | At<{
      type: 'notice.dispatched';
      by: string;
      on: CalendarDate;
      dated?: CalendarDate | undefined;
      channel?: Channel | undefined;
      reference?: string | undefined;
    }>
  | At<{ type: 'notice.returned'; by: string; reason: string }>
  | At<{ type: 'notice.recalled'; by: string; reason: string }>
  | At<{ type: 'notice.received'; by: string; received: CalendarDate; evidence: string }>
  | At<{ type: 'notice.accepted'; by: string }>
  | At<{ type: 'notice.found.defective'; by: string; reason: string }>
  /** The current legal assessment: its send-by day, and after receipt its outcome. */
  | At<{ type: 'notice.assessed'; assessment: Assessment }>;

export type NoticeEventOf<T extends NoticeEvent['type']> = Extract<NoticeEvent, { type: T }>;
