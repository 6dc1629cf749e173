/** Until when a notice of termination may be revoked: at any time before it takes effect (VCLT art. 68), on some readings only with consent. */
import { dayBefore, earliest } from '../clauses/calendar.ts';
import type { NoticeLine, Revocable, Standing } from './standing-types.ts';

type Looked = Pick<Standing, 'notice' | 'termination' | 'period' | 'within'>;

/** Whether it may still bring about an end: it was not revoked, nor replaced by the Parties' agreement to end (VCLT art. 54). */
export const isRunning = ({ revoked, replacedBy }: Pick<NoticeLine, 'revoked' | 'replacedBy'>): boolean => !revoked && !replacedBy;

/** Once the agreement has ended, by another notice too, nothing is left to revoke. */
export function revocable({ termination: end, period, within }: Looked, line: Pick<NoticeLine, 'inTime' | 'lastDayInForce'>): Revocable {
  const others = (end?.alternatives ?? []).map(a => a.firstDayOut).filter(d => d !== null);
  const until = end ? earliest(line.lastDayInForce, end.lastDayInForce) : line.lastDayInForce;
  const onEveryReading = earliest(until, ...others.map(dayBefore));
  const inThisPeriod = period?.lastDayForNotice?.safe ?? within?.periods?.lastDayForNotice?.notBefore;
  const safe = line.inTime === 'no' ? undefined : inThisPeriod;
  return { until, onEveryReading, withoutConsent: safe ? earliest(onEveryReading, safe) : onEveryReading };
}

/** The end that a notice brings about, where it is the one that does. */
export const endBy = ({ notice, termination }: Pick<Standing, 'notice' | 'termination'>, number: string): Standing['termination'] =>
  notice?.id === number && termination?.cause === 'notice' ? termination : null;
