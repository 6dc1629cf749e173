/** The date on which an agreement, or a protocol to it, enters into force. VCLT art. 24. */
import { addDays, firstOfMonthAfter, inWords, latest, type CalendarDate } from './calendar.ts';
import { conditionInWords, type Condition } from './condition.ts';
import type { Reckoning } from './reckoning.ts';
import type { EntryIntoForceClause } from './terms.ts';

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
  /** The day on which the condition of the clause was met. */
  conditionMet?: CalendarDate;
  /** A date that the Parties agreed instead (VCLT art. 24(1)). */
  agreed?: AgreedDate;
}

/** `date` when it is settled; otherwise the earliest day that is still possible, when anything is known of it. */
export type Entry = { settled: Reckoning } | NotSettled;

interface NotSettled {
  settled: undefined;
  notBefore: CalendarDate | undefined;
  awaiting: string;
  /** Among what is awaited, or all of it: the condition of the clause. */
  condition?: { of: Condition; alone: boolean };
}

/**
 * Entry into force by the clause, or by another date that the Parties agreed. A notification made before signature counts
 * from signature (VCLT art. 24(4)). Without all that the clause asks for there is no date: it is never guessed.
 */
export function entryIntoForce(clause: EntryIntoForceClause, parties: readonly string[], known: Consents): Entry {
  if (known.agreed && known.signed) return onAgreedDate(known.agreed, clause);
  if (!known.signed) return { settled: undefined, notBefore: undefined, awaiting: 'signature' };
  const entry = byConsents(clause, parties, known, known.signed);
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

function byConsents(clause: EntryIntoForceClause, parties: readonly string[], known: Consents, signed: CalendarDate): Entry {
  switch (clause.on) {
    case 'signature':
      return settledOn(through(clause.then, signed), clause.article, `signed ${inWords(signed)}${intervalInWords(clause.then)}`);
    case 'exchangeOfInstruments':
      return known.exchanged
        ? settledOn(
            through(clause.then, latest(known.exchanged, signed)),
            clause.article,
            `instruments exchanged ${inWords(known.exchanged)}${intervalInWords(clause.then)}`,
          )
        : { settled: undefined, notBefore: undefined, awaiting: 'the exchange of instruments' };
    case 'lastNotification':
      return afterNotifications(clause, parties, known, signed, day => through(clause.then, day), intervalInWords(clause.then));
    case 'fixedDate':
      return clause.afterLastNotification
        ? afterNotifications(
            { article: clause.article, counts: 'received' },
            parties,
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

function onAgreedDate({ date, on, published }: AgreedDate, { article, on: occasion }: EntryIntoForceClause): Entry {
  const notKnown = occasion === 'unseen' ? 'what brought it about is not described' : 'the notifications themselves are not known';
  return published
    ? settledOn(date, article, `published as the date of entry into force; ${notKnown}`)
    : settledOn(date, 'VCLT art. 24', `agreed by the Parties on ${inWords(on)} instead of the date of ${article}`);
}

function afterNotifications(
  { article, counts }: { article: string; counts: 'received' | 'dated' },
  parties: readonly string[],
  { completions }: Consents,
  signed: CalendarDate,
  then: (last: CalendarDate) => CalendarDate,
  words: string,
): Entry {
  const missing = parties.filter(p => !Object.hasOwn(completions, p));
  const counted = Object.entries(completions).map(([by, day]) => ({ by, day: latest(day, signed) }));
  const last = counted.reduce<(typeof counted)[number] | undefined>((a, b) => (a && a.day >= b.day ? a : b), undefined);
  if (missing.length || !last)
    return { settled: undefined, notBefore: last && then(last.day), awaiting: `the written notification of ${missing.join(' and of ')}` };
  const moved = completions[last.by]! < signed ? ', which counts from signature (VCLT art. 24(4))' : '';
  return settledOn(
    then(last.day),
    article,
    `last notification, from ${last.by}, ${counts} ${inWords(completions[last.by]!)}${moved}${words}`,
  );
}

type Interval = Extract<EntryIntoForceClause, { then: unknown }>['then'];

function through(interval: Interval, anchor: CalendarDate): CalendarDate {
  if (interval === 'sameDay') return anchor;
  return 'days' in interval ? addDays(anchor, interval.days) : firstOfMonthAfter(anchor, interval.firstDayOfMonth);
}

function intervalInWords(interval: Interval): string {
  if (interval === 'sameDay') return '';
  return 'days' in interval ? `, and ${interval.days} days after it` : `, then the first day of month ${interval.firstDayOfMonth} after it`;
}

const settledOn = (date: CalendarDate, basis: string, how: string): Entry => ({ settled: { date, basis, how } });
