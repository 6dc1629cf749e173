/** The date on which an agreement, or a protocol to it, enters into force. VCLT art. 24. */
import { latest, type CalendarDate } from './calendar.ts';
import type { Condition } from './condition.ts';
import { through } from './interval.ts';
import type { AwaitedStatement, Reason, Remark } from './reason.ts';
import type { Reading } from './reading.ts';
import type { Reckoning } from './reckoning.ts';
import type { Counted, EntryIntoForceClause } from './terms.ts';

/** `published`: the date was not agreed in place of the clause's date but published as that date; the notifications are not known. */
export interface AgreedDate {
  date: CalendarDate;
  on: CalendarDate;
  published?: boolean;
}

/** What has happened so far towards entry into force. */
export interface Consents {
  signed?: CalendarDate;
  exchanged?: CalendarDate;
  /** By Party: the date of its notification that the clause counts. */
  completions: Readonly<Record<string, CalendarDate>>;
  /** By Party, where the counted date of its notification is not known: the earliest day it can be. */
  notBefore?: Readonly<Record<string, CalendarDate>>;
  /** The day on which the clause's condition was met. */
  conditionMet?: CalendarDate;
  /** A date that the Parties agreed on instead (VCLT art. 24(1)). */
  agreed?: AgreedDate;
}

/**
 * `settled` once the date is known, with a `remark` if an officer should check the dates; otherwise the earliest day still possible, if
 * anything is known of it.
 */
export type EntryIntoForce = { settled: Reckoning; remark?: Remark } | NotSettled;

interface NotSettled {
  settled: undefined;
  notBefore: CalendarDate | undefined;
  awaiting: AwaitedStatement;
  /** The clause's condition, if still awaited; `alone` if nothing else is. */
  condition?: { of: Condition; alone: boolean };
}

/** Returns whether the clause awaits this Party's notification. A loan or grant may need only one Party's. */
export const isAwaited = (clause: EntryIntoForceClause, by: string): boolean =>
  clause.on !== 'lastNotification' || !clause.parties || clause.parties.includes(by);

export const hasNotified = ({ completions, notBefore = {} }: Consents, by: string): boolean =>
  Object.hasOwn(completions, by) || Object.hasOwn(notBefore, by);

/** Adds a notification by its counted date. `isEarliest`: that date is not known, and `day` is the earliest it can be. */
export const withNotification = (c: Consents, by: string, day: CalendarDate, isEarliest: boolean): Consents =>
  isEarliest ? { ...c, notBefore: { ...c.notBefore, [by]: day } } : { ...c, completions: { ...c.completions, [by]: day } };

/**
 * Returns entry into force under the clause, or on another date that the Parties agreed. A notification made before signature counts from
 * signature (VCLT art. 24(4)). While anything the clause requires is missing there is no date: it is never guessed.
 */
export function entryIntoForce(
  clause: EntryIntoForceClause,
  parties: readonly string[],
  known: Consents,
  reading: Pick<Reading, 'dayCount'>,
): EntryIntoForce {
  if (known.agreed && known.signed) return onAgreedDate(known.agreed, clause);
  if (!known.signed) return { settled: undefined, notBefore: undefined, awaiting: { code: 'awaitsSignature', args: {} } };
  const entry = byConsents(clause, parties, known, known.signed, reading);
  return 'condition' in clause && clause.condition ? notBeforeMet(clause.condition, entry, known.conditionMet) : entry;
}

/** Returns the later of the clause's day and the day on which its condition is met. */
function notBeforeMet(condition: Condition, entry: EntryIntoForce, met: CalendarDate | undefined): EntryIntoForce {
  const awaited: AwaitedStatement = { code: 'awaitsCondition', args: { condition: condition.what, article: condition.article } };
  if (!met)
    return entry.settled
      ? { settled: undefined, notBefore: entry.settled.date, awaiting: awaited, condition: { of: condition, alone: true } }
      : {
          ...entry,
          awaiting: { code: 'awaitsAll', args: { awaited: [entry.awaiting, awaited] } },
          condition: { of: condition, alone: false },
        };
  if (!entry.settled) return { ...entry, notBefore: entry.notBefore ? latest(entry.notBefore, met) : met };
  const { date, reason } = entry.settled;
  return met > date
    ? settledOn(met, condition.article, { code: 'notBeforeCondition', args: { reason, met, condition: condition.what } })
    : entry;
}

function byConsents(
  clause: EntryIntoForceClause,
  parties: readonly string[],
  known: Consents,
  signed: CalendarDate,
  reading: Pick<Reading, 'dayCount'>,
): EntryIntoForce {
  switch (clause.on) {
    case 'signature':
      return settledOn(through(clause.then, signed, reading), clause.article, {
        code: 'bySignature',
        args: { signed, interval: clause.then },
      });
    case 'exchangeOfInstruments':
      return known.exchanged
        ? afterExchange(clause, known.exchanged, reading)
        : { settled: undefined, notBefore: undefined, awaiting: { code: 'awaitsExchange', args: {} } };
    case 'lastNotification':
      return afterNotifications(
        { ...clause, parties: clause.parties ?? parties },
        known,
        signed,
        day => through(clause.then, day, reading),
        last => ({ code: 'byLastNotification', args: { ...last, interval: clause.then } }),
      );
    case 'fixedDate':
      return clause.afterLastNotification
        ? afterNotifications(
            { article: clause.article, counts: 'received', parties },
            known,
            signed,
            day => latest(day, clause.date),
            last => ({ code: 'byLastNotificationOrFixedDay', args: { ...last, notBefore: clause.date } }),
          )
        : settledOn(latest(clause.date, signed), clause.article, { code: 'byFixedDay', args: { day: clause.date } });
    case 'unseen':
      return { settled: undefined, notBefore: undefined, awaiting: { code: 'awaitsPublishedDate', args: {} } };
    /* v8 ignore next 2 -- @preserve unreachable: the compiler checks that the union is closed */
    default:
      return clause satisfies never;
  }
}

const afterExchange = (
  { article, then: interval }: Extract<EntryIntoForceClause, { on: 'exchangeOfInstruments' }>,
  exchanged: CalendarDate,
  reading: Pick<Reading, 'dayCount'>,
): EntryIntoForce => settledOn(through(interval, exchanged, reading), article, { code: 'byExchange', args: { exchanged, interval } });

const onAgreedDate = ({ date, on, published }: AgreedDate, { article, on: occasion }: EntryIntoForceClause): EntryIntoForce =>
  published
    ? settledOn(date, article, { code: 'byPublication', args: { isDescribed: occasion !== 'unseen' } })
    : settledOn(date, 'VCLT art. 24', { code: 'byAgreedDate', args: { on, article } });

interface Notifications {
  article: string;
  counts: Counted;
  /** The Parties whose notifications are awaited. */
  parties: readonly string[];
}

/** The last notification, by its counted date. */
interface Last {
  by: string;
  counted: Counted;
  day: CalendarDate;
  isEarly: boolean;
}

function afterNotifications(
  { article, counts, parties }: Notifications,
  { completions, notBefore = {} }: Consents,
  signed: CalendarDate,
  then: (last: CalendarDate) => CalendarDate,
  reasonOf: (last: Last) => Reason,
): EntryIntoForce {
  const missing = parties.filter(p => !Object.hasOwn(completions, p));
  const days = Object.entries({ ...notBefore, ...completions }).map(([by, day]) => ({ by, day }));
  const last = days.reduce<(typeof days)[number] | undefined>((a, b) => (a && a.day >= b.day ? a : b), undefined);
  if (missing.length || !last)
    return {
      settled: undefined,
      notBefore: last && then(latest(last.day, signed)),
      awaiting: awaited(missing, notBefore, counts),
    };
  const isEarly = last.day < signed;
  return {
    ...settledOn(then(latest(last.day, signed)), article, reasonOf({ ...last, counted: counts, isEarly })),
    ...(isEarly ? { remark: { code: 'notifiedBeforeSignature', args: { signed, notifications: days.length } } } : {}),
  };
}

function awaited(missing: readonly string[], notBefore: Readonly<Record<string, CalendarDate>>, counted: Counted): AwaitedStatement {
  const [undated, parties] = [missing.filter(p => Object.hasOwn(notBefore, p)), missing.filter(p => !Object.hasOwn(notBefore, p))];
  const dates: AwaitedStatement = { code: 'awaitsDates', args: { counted, undated } };
  if (!parties.length) return dates;
  const notifications: AwaitedStatement = { code: 'awaitsNotifications', args: { parties } };
  return undated.length ? { code: 'awaitsAll', args: { awaited: [notifications, dates] } } : notifications;
}

type Settled = Extract<EntryIntoForce, { settled: Reckoning }>;
const settledOn = (date: CalendarDate, basis: string, reason: Reason): Settled => ({ settled: { date, basis, reason } });
