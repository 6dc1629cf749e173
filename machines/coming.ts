/** What comes next for an agreement, and by when something must be done, as data: for lists of many agreements. */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Reason } from '../clauses/reason.ts';
import type { Statement } from '../clauses/statement.ts';
import type { Label } from './labels.ts';
import type { EndCause } from './view.ts';

/** `isLater`: of a period that comes only if it is renewed until then. */
export interface ComingArgs {
  safeDayOfPeriod: { period: number; isLater: boolean };
  /** `lastDay`: through which a notice is still in time on the default reading. */
  safeDayMissed: { period: number; decided: 'terminate' | null; since: CalendarDate; lastDay: CalendarDate | null };
  safeDayToEndOn: { lastDayInForce: CalendarDate };
  sendByToEndOn: { lastDayInForce: CalendarDate; safe: CalendarDate };
  safeDayAtEarliest: object;
  noSafeDayGiven: object;
  lastDayForNoticeAtLatest: object;
  lastDayAtEarliest: object;
  comingExpiry: { isLater: boolean };
  comingEnd: { cause: EndCause; isLater: boolean };

  /** It is decided to let it renew. `safe`: null where it is that day. */
  changeableThen: { safe: CalendarDate | null };
  sendByThen: { safe: CalendarDate };
  safeDayComes: object;
  sendByWasPast: { sendBy: CalendarDate };
  comes: { label: Label };
  nothingComes: object;
  hasEndedBy: { cause: EndCause; lastDayInForce: CalendarDate };
  isOver: object;
}

/** Also why there is no date. */
export type Coming = Statement<ComingArgs> | Reason;
