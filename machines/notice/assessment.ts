import type { CalendarDate, Length } from '../../clauses/calendar.ts';
import type { InTime } from '../standing-types.ts';
import type { Outcome, TooLate } from './outcome.ts';

/** `pending`: not received yet. `running`: a notice of termination that has still to take effect. */
export type Verdict = 'pending' | 'running' | 'tookEffect' | 'revoked' | 'withoutEffect';

export interface Assessment {
  verdict: Verdict;
  /** The safe day: received by then, it does what it is to do on every reading; null where the law sets no day. */
  safe: CalendarDate | null;
  /** The day by which it must leave to arrive by the safe day. */
  sendBy: CalendarDate | null;
  basis: string | null;
  /** How long the channel may take. */
  transit: Length;
  /** Why it must not leave any more, where it could do nothing. */
  tooLate: TooLate | null;
  /** Recipients in order of escalation: ids of the agreement's list. */
  tell: readonly string[];
  inTime: InTime | null;
  lastDayInForce: CalendarDate | null;
  /** False where some reading gives another end. */
  certain: boolean;
  /** What follows and when. */
  follows: readonly Outcome[];
}
