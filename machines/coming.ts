/** What comes next for an agreement, and by when someone must act, as data: for lists of many agreements. */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Reason } from '../clauses/reason.ts';
import type { Statement } from '../clauses/statement.ts';
import type { Label } from './labels.ts';
import type { EndCause } from './view.ts';

/** `isLater`: concerns a period that begins only if the agreement is renewed until then. */
export interface ComingArgs {
  safeDayOfPeriod: { period: number; isLater: boolean };
  /** `lastDay`: the last day on which a notice is in time on the default reading. */
  safeDayMissed: { period: number; decided: 'terminate' | null; since: CalendarDate; lastDay: CalendarDate | null };
  safeDayToEndOn: { lastDayInForce: CalendarDate };
  sendByToEndOn: { lastDayInForce: CalendarDate; safe: CalendarDate };
  safeDayAtEarliest: object;
  noSafeDayGiven: object;
  lastDayForNoticeAtLatest: object;
  lastDayAtEarliest: object;
  comingExpiry: { isLater: boolean };
  comingEnd: { cause: EndCause; isLater: boolean };

  /** Renewal is decided. `safe`: null if it is the same day. */
  changeableThen: { safe: CalendarDate | null };
  sendByThen: { safe: CalendarDate };
  safeDayComes: object;
  sendByWasPast: { sendBy: CalendarDate };
  comes: { label: Label };
  nothingComes: object;
  hasEndedBy: { cause: EndCause; lastDayInForce: CalendarDate };
  isOver: object;
}

/** What comes next, or the reason why there is no date. */
export type Coming = Statement<ComingArgs> | Reason;
