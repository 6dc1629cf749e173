/** The oracle's input and output: plain values, deliberately separate from the project's own types. */
import { order, type Day } from './oracle-calendar.ts';

/** One choice for each open question, as in the table of readings. */
export interface OracleReading {
  periodEnd: 'dayBefore' | 'sameNumberedDay';
  noticeCount: 'backward' | 'forward';
  effect: 'sameNumberedDay' | 'dayAfter';
  waysOut: 'independent' | 'endOfPeriod';
  notifies: 'received' | 'dispatched';
  revocation: 'revives' | 'needsConsent';
  namedDate: 'named' | 'clause';
}

export interface OracleFact {
  id: string;
  type: string;
  on?: Day | undefined;
  received?: Day | undefined;
  dispatched?: Day | undefined;
  recorded?: Day | undefined;
  by?: string | undefined;
  of?: string | undefined;
  date?: Day | undefined;
  from?: Day | undefined;
  firstDayOut?: Day | undefined;
  names?: { firstDayOut: Day } | undefined;
  form?: string | undefined;
  defect?: string | undefined;
}

export interface OracleNotice {
  id: string;
  by: string;
  inTime: boolean;
  lastDayInForce: Day;
  revoked: boolean;
  replaced: boolean;
}

export interface OracleAnswer {
  status: string;
  entry: Day | undefined;
  period: { number: number; firstDay: Day; lastDay: Day; lastDayForNotice: Day } | undefined;
  end: { cause: string; lastDayInForce: Day } | undefined;
  notices: OracleNotice[];
  withoutEffect: string[];
}

export const dayOf = (f: OracleFact): Day => (f.received ?? f.on)!;

/** Within a kind by `recorded`, then by id. */
export const byDay = (a: OracleFact, b: OracleFact): number =>
  order(dayOf(a), dayOf(b)) || order(a.recorded ?? dayOf(a), b.recorded ?? dayOf(b)) || order(a.id, b.id);
