/** What a notice's machine remembers and what can happen to a notice, from the draft on a desk to its effect. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { Channel } from '../../clauses/desk.ts';
import type { At } from '../agreement/context.ts';
import type { NoticeContent } from './content.ts';
import type { Assessment } from './assessment.ts';

export type Direction = 'ours' | 'theirs';

/** How a notice came: what a notice of the other Party has from its first day. */
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
  /** The person who drafted it, or who took it in. */
  draftedBy: string;
  /** Who entered the decision that calls for it, where that is another. */
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
  /** Why it came back, was taken back or found defective. */
  reason?: string | undefined;
}

/** Each by a person. Dates are of the place where it happened. */
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
  /** What the law makes of it now: its send-by day, and after receipt its outcome. */
  | At<{ type: 'notice.assessed'; assessment: Assessment }>;

export type NoticeEventOf<T extends NoticeEvent['type']> = Extract<NoticeEvent, { type: T }>;
