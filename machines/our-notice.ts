/** A notice of our own, as it is tried to find the safe day. */
import type { Agreement } from '../clauses/agreement.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Fact } from './facts.ts';

/** An id that no entry can have. */
export const ourNoticeId = 'our notice';

/** Our notice, dated, dispatched and received on one day. */
export const ourNotice = ({ parties }: Pick<Agreement, 'parties'>, day: CalendarDate): Fact => ({
  id: ourNoticeId,
  type: 'termination.notified',
  by: parties[0].id,
  dated: day,
  dispatched: day,
  received: day,
});
