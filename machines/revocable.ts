/**
 * Until when a notice of termination may be revoked: at any time before it takes effect (VCLT art. 68), on some readings only with consent.
 */
import { dayBefore, earliest } from '../clauses/calendar.ts';
import type { NoticeLine, Revocable, Standing } from './standing-types.ts';

type Looked = Pick<Standing, 'notice' | 'termination'>;

/** Returns whether a notice may still end the agreement: neither revoked, nor replaced by the Parties' agreement to end (VCLT art. 54). */
export const isRunning = ({ revoked, replacedBy }: Pick<NoticeLine, 'revoked' | 'replacedBy'>): boolean => !revoked && !replacedBy;

/**
 * Returns the days until which a notice may be revoked. Once the agreement has ended, by this notice or another, there is nothing left to
 * revoke.
 */
export function revocable({ termination: end }: Looked, line: Pick<NoticeLine, 'lastDayInForce' | 'consent'>): Revocable {
  const others = (end?.alternatives ?? []).map(a => a.firstDayOut).filter(d => d !== null);
  const until = end ? earliest(line.lastDayInForce, end.lastDayInForce) : line.lastDayInForce;
  const onEveryReading = earliest(until, ...others.map(dayBefore));
  const { consent } = line;
  const withoutConsent = consent ? earliest(onEveryReading, dayBefore(consent.from)) : onEveryReading;
  return { until, onEveryReading, withoutConsent, ...(consent?.by === 'clause' ? { byConsent: true } : {}) };
}

/** Returns the end that a notice causes, if it is the decisive one. */
export const endBy = ({ notice, termination }: Pick<Standing, 'notice' | 'termination'>, number: string): Standing['termination'] =>
  notice?.id === number && termination?.cause === 'notice' ? termination : null;
