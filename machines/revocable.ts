/** Until when a notice of termination may be revoked: at any time before it takes effect (VCLT art. 68), on some readings only with consent. */
import { dayBefore, earliest } from '../clauses/calendar.ts';
import type { NoticeLine } from './standing-types.ts';
import type { Standing } from './standing-types.ts';
import type { Revocable } from './standing-types.ts';

type Looked = Pick<Standing, 'notice' | 'termination' | 'period' | 'within'>;

export function revocable(s: Looked, line: Pick<NoticeLine, 'id' | 'inTime' | 'lastDayInForce'>): Revocable {
  const others = (endBy(s, line.id)?.alternatives ?? []).map(a => a.firstDayOut).filter(d => d !== null);
  const onEveryReading = earliest(line.lastDayInForce, ...others.map(dayBefore));
  const inThisPeriod = s.period?.lastDayForNotice?.safe ?? s.within?.periods?.lastDayForNotice?.notBefore;
  const safe = line.inTime === 'no' ? undefined : inThisPeriod;
  return { until: line.lastDayInForce, onEveryReading, withoutConsent: safe ? earliest(onEveryReading, safe) : onEveryReading };
}

/** The end that a notice brings about, where it is the one that does. */
export const endBy = ({ notice, termination }: Pick<Standing, 'notice' | 'termination'>, number: string): Standing['termination'] =>
  notice?.id === number && termination?.cause === 'notice' ? termination : null;
