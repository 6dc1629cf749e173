/** Until when a notice of termination may be revoked: at any time before it takes effect (VCLT art. 68), on some readings only with consent. */
import { dayBefore, earliest } from '../clauses/calendar.ts';
import type { NoticeLine, Revocable, Standing } from './standing-types.ts';

type Looked = Pick<Standing, 'notice' | 'termination'>;

/** Whether it may still bring about an end: it was not revoked, nor replaced by the Parties' agreement to end (VCLT art. 54). */
export const isRunning = ({ revoked, replacedBy }: Pick<NoticeLine, 'revoked' | 'replacedBy'>): boolean => !revoked && !replacedBy;

/** Once the agreement has ended, by another notice too, nothing is left to revoke. */
export function revocable({ termination: end }: Looked, line: Pick<NoticeLine, 'lastDayInForce' | 'consent'>): Revocable {
  const others = (end?.alternatives ?? []).map(a => a.firstDayOut).filter(d => d !== null);
  const until = end ? earliest(line.lastDayInForce, end.lastDayInForce) : line.lastDayInForce;
  const onEveryReading = earliest(until, ...others.map(dayBefore));
  const { consent } = line;
  const withoutConsent = consent ? earliest(onEveryReading, dayBefore(consent.from)) : onEveryReading;
  return { until, onEveryReading, withoutConsent, ...(consent?.by === 'clause' ? { byConsent: true } : {}) };
}

/** The end that a notice brings about, where it is the one that does. */
export const endBy = ({ notice, termination }: Pick<Standing, 'notice' | 'termination'>, number: string): Standing['termination'] =>
  notice?.id === number && termination?.cause === 'notice' ? termination : null;
