import type { CalendarDate, Length } from '../../clauses/calendar.ts';
import type { InTime } from '../standing-types.ts';
import type { Outcome, TooLate } from './outcome.ts';

/** `pending`: not yet received. `running`: a notice of termination that has not yet taken effect. */
export type Verdict = 'pending' | 'running' | 'tookEffect' | 'revoked' | 'withoutEffect';

export interface Assessment {
  verdict: Verdict;
  /** The safe day: received by then, it has its effect on every reading; null if the law sets no day. */
  safe: CalendarDate | null;
  /** The day by which it must leave to arrive by the safe day. */
  sendBy: CalendarDate | null;
  basis: string | null;
  /** The transit allowance of the channel. */
  transit: Length;
  /** Why it must not be dispatched any more, because it could have no effect. */
  tooLate: TooLate | null;
  /** Recipients in order of escalation: ids of the agreement's list. */
  tell: readonly string[];
  inTime: InTime | null;
  lastDayInForce: CalendarDate | null;
  /** False if some reading gives another end. */
  certain: boolean;
  /** The consequences, with their dates. */
  follows: readonly Outcome[];
}
