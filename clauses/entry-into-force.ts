/** The date on which an agreement, or a protocol to it, enters into force. VCLT art. 24. */
import { inWords, latest, type CalendarDate } from './calendar.ts';
import { conditionInWords, type Condition } from './condition.ts';
import { intervalInWords, through } from './interval.ts';
import type { Reading } from './reading.ts';
import type { Reckoning } from './reckoning.ts';
import type { Counted, EntryIntoForceClause } from './terms.ts';

/** `published`: not agreed instead of the clause's date, but published as it, where the notifications themselves are not known. */
export interface AgreedDate {
  date: CalendarDate;
  on: CalendarDate;
  published?: boolean;
}

/** What has happened so far towards entry into force. */
export interface Consents {
  signed?: CalendarDate;
  exchanged?: CalendarDate;
  /** By Party: the date of its notification that counts under the clause. */
  completions: Readonly<Record<string, CalendarDate>>;
  /** By Party: of a notification whose date that counts is not known, the day before which it was not. */
  notBefore?: Readonly<Record<string, CalendarDate>>;
  /** The day on which the condition of the clause was met. */
  conditionMet?: CalendarDate;
  /** A date that the Parties agreed instead (VCLT art. 24(1)). */
  agreed?: AgreedDate;
}

/**
 * `settled` when its date is known, with a `remark` where an officer should look at the dates; otherwise the earliest day that is still
 * possible, when anything is known of it.
 */
export type Entry = { settled: Reckoning; remark?: string } | NotSettled;

interface NotSettled {
  settled: undefined;
  notBefore: CalendarDate | undefined;
  awaiting: string;
  /** Among what is awaited, or all of it: the condition of the clause. */
  condition?: { of: Condition; alone: boolean };
}

/** Whose notifications the clause awaits: of a loan or a grant, it may be one Party's alone. */
export const isAwaited = (clause: EntryIntoForceClause, by: string): boolean =>
  clause.on !== 'lastNotification' || !clause.parties || clause.parties.includes(by);

export const hasNotified = ({ completions, notBefore = {} }: Consents, by: string): boolean =>
  Object.hasOwn(completions, by) || Object.hasOwn(notBefore, by);

/** With a notification, by the date of it that counts; `isEarliest`: that date is not known, and `day` is the first that it may be. */
export const withNotification = (c: Consents, by: string, day: CalendarDate, isEarliest: boolean): Consents =>
  isEarliest ? { ...c, notBefore: { ...c.notBefore, [by]: day } } : { ...c, completions: { ...c.completions, [by]: day } };

/**
 * Entry into force by the clause, or by another date that the Parties agreed. A notification made before signature counts
 * from signature (VCLT art. 24(4)). Without all that the clause asks for there is no date: it is never guessed.
 */
export function entryIntoForce(
  clause: EntryIntoForceClause,
  parties: readonly string[],
  known: Consents,
  reading: Pick<Reading, 'dayCount'>,
): Entry {
  if (known.agreed && known.signed) return onAgreedDate(known.agreed, clause);
  if (!known.signed) return { settled: undefined, notBefore: undefined, awaiting: 'signature' };
  const entry = byConsents(clause, parties, known, known.signed, reading);
  return 'condition' in clause && clause.condition ? notBeforeMet(clause.condition, entry, known.conditionMet) : entry;
}

/** In force on the later of both: the day by the clause, and the day on which its condition is met. */
function notBeforeMet(condition: Condition, entry: Entry, met: CalendarDate | undefined): Entry {
  const awaited = conditionInWords(condition);
  if (!met)
    return entry.settled
      ? { settled: undefined, notBefore: entry.settled.date, awaiting: awaited, condition: { of: condition, alone: true } }
      : { ...entry, awaiting: `${entry.awaiting}, and ${awaited}`, condition: { of: condition, alone: false } };
  if (!entry.settled) return { ...entry, notBefore: entry.notBefore ? latest(entry.notBefore, met) : met };
  return met > entry.settled.date
    ? settledOn(met, condition.article, `${entry.settled.how}; not before the condition was met, ${inWords(met)} (${condition.what})`)
    : entry;
}

function byConsents(
  clause: EntryIntoForceClause,
  parties: readonly string[],
  known: Consents,
  signed: CalendarDate,
  reading: Pick<Reading, 'dayCount'>,
): Entry {
  switch (clause.on) {
    case 'signature':
      return settledOn(through(clause.then, signed, reading), clause.article, `signed ${inWords(signed)}${intervalInWords(clause.then)}`);
    case 'exchangeOfInstruments':
      return known.exchanged
        ? afterExchange(
            through(clause.then, latest(known.exchanged, signed), reading),
            clause.article,
            known.exchanged,
            signed,
            intervalInWords(clause.then),
          )
        : { settled: undefined, notBefore: undefined, awaiting: 'the exchange of instruments' };
    case 'lastNotification':
      return afterNotifications(
        { ...clause, parties: clause.parties ?? parties },
        known,
        signed,
        day => through(clause.then, day, reading),
        intervalInWords(clause.then),
      );
    case 'fixedDate':
      return clause.afterLastNotification
        ? afterNotifications(
            { article: clause.article, counts: 'received', parties },
            known,
            signed,
            day => latest(day, clause.date),
            `, and not before ${inWords(clause.date)}`,
          )
        : settledOn(latest(clause.date, signed), clause.article, `fixed by the text: ${inWords(clause.date)}`);
    case 'unseen':
      return { settled: undefined, notBefore: undefined, awaiting: 'the published date of entry into force' };
    /* v8 ignore next 2 -- @preserve the union is closed, and the compiler says so */
    default:
      return clause satisfies never;
  }
}

function afterExchange(date: CalendarDate, article: string, exchanged: CalendarDate, signed: CalendarDate, words: string): Entry {
  const isEarly = exchanged < signed;
  const moved = isEarly ? ', which counts from signature (VCLT art. 24(4))' : '';
  return {
    ...settledOn(date, article, `instruments exchanged ${inWords(exchanged)}${moved}${words}`),
    ...(isEarly ? { remark: `the exchange of instruments lies before signature, ${inWords(signed)}: check the dates` } : {}),
  };
}

function onAgreedDate({ date, on, published }: AgreedDate, { article, on: occasion }: EntryIntoForceClause): Entry {
  const notKnown = occasion === 'unseen' ? 'what brought it about is not described' : 'the notifications themselves are not known';
  return published
    ? settledOn(date, article, `published as the date of entry into force; ${notKnown}`)
    : settledOn(date, 'VCLT art. 24', `agreed by the Parties on ${inWords(on)} instead of the date of ${article}`);
}

interface Notifications {
  article: string;
  counts: Counted;
  /** Whose are awaited. */
  parties: readonly string[];
}

function afterNotifications(
  { article, counts, parties }: Notifications,
  { completions, notBefore = {} }: Consents,
  signed: CalendarDate,
  then: (last: CalendarDate) => CalendarDate,
  words: string,
): Entry {
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
  const moved = isEarly ? ', which counts from signature (VCLT art. 24(4))' : '';
  return {
    ...settledOn(
      then(latest(last.day, signed)),
      article,
      `last notification, from ${last.by}, ${counts} ${inWords(last.day)}${moved}${words}`,
    ),
    ...(isEarly
      ? {
          remark: `${days.length > 1 ? 'both notifications lie' : 'the notification lies'} before signature, ${inWords(signed)}: check the dates`,
        }
      : {}),
  };
}

const datesInWords: Record<Counted, string> = {
  received: 'the date of receipt of the notification',
  dispatched: 'the date of dispatch of the notification',
  dated: 'the date of the notification',
};

function awaited(missing: readonly string[], notBefore: Readonly<Record<string, CalendarDate>>, counts: Counted): string {
  const of = (parties: readonly string[]): string => parties.join(' and of ');
  const [undated, unknown] = [missing.filter(p => Object.hasOwn(notBefore, p)), missing.filter(p => !Object.hasOwn(notBefore, p))];
  return [
    ...(unknown.length ? [`the written notification of ${of(unknown)}`] : []),
    ...(undated.length ? [`${datesInWords[counts]} of ${of(undated)}`] : []),
  ].join(' and ');
}

type Settled = Extract<Entry, { settled: Reckoning }>;
const settledOn = (date: CalendarDate, basis: string, how: string): Settled => ({ settled: { date, basis, how } });
