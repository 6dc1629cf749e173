/** Reads entries, alone or against their ledger, and refuses what is never written: input that cannot be one. */
import { zonesOf, type Agreement } from '../clauses/agreement.ts';
import { latestToday, legalToday, localDate, type CalendarDate, type Instant } from '../clauses/calendar.ts';
import { earliestDay, isBounded, latestDay } from '../clauses/bounds.ts';
import {
  amendingEntry,
  dateOf,
  dayOf,
  entryTypes,
  factAsEntered,
  isAmending,
  type AmendingEntry,
  type Entry,
  type Fact,
  type FactAsEntered,
} from './facts.ts';
import { asCorrected, correctionsOf, fieldsOf, fixedFieldIn } from './corrections.ts';
import { BeyondLimit, checkEntries } from './beyond-limit.ts';
import { correctionsLimit, entryLimit, whyBeyond } from './limits.ts';
import { isRefusal, refuse, refuseAsCorrected, type Refusal } from './refusal.ts';
import { shapeIssues } from './shape-issues.ts';

/** What a refusal needs of an agreement: its Parties and their time zones. */
export interface Between {
  parties: readonly Pick<Agreement['parties'][number], 'id' | 'zone'>[];
}

/**
 * Parses an entry, or refuses it, as far as that is possible without the ledger. `now` is an instant; without it, future dates are not
 * checked.
 */
export function readEntry(raw: unknown, agreement: Between, now?: Instant): Entry | Refusal {
  const beyond = whyBeyond(raw, entryLimit);
  if (beyond) return refuse('beyondLimit', { what: 'entry', ...beyond });
  const type = (raw as { type?: unknown } | null)?.type;
  if (typeof type !== 'string') return refuse('entryWithoutType', {});
  if (!entryTypes.includes(type)) return refuse('unknownType', { type, known: entryTypes });
  const amending = type === 'corrected' || type === 'struck';
  const given = amending ? datedToday(raw, agreement, now) : raw;
  const parsed = amending ? amendingEntry.safeParse(given) : factAsEntered.safeParse(given);
  if (!parsed.success) return refuse('malformedEntry', { type, id: idOf(raw), issues: shapeIssues(parsed.error, given) });
  return checkForm(parsed.data, agreement, now) ?? parsed.data;
}

/** A correction or strike without a day is recorded today, if `now` is given. */
function datedToday(raw: unknown, { parties }: Between, now: Instant | undefined): unknown {
  if (now === undefined || (raw as { recorded?: unknown }).recorded !== undefined) return raw;
  const recorded = legalToday(now, zonesOf({ parties }));
  return { ...(raw as object), recorded };
}

function idOf(raw: unknown): string | null {
  const { id } = raw as { id?: unknown };
  return typeof id === 'string' ? id : null;
}

function checkForm(e: Entry, agreement: Between, now: Instant | undefined): Refusal | undefined {
  if (isAmending(e)) {
    const fixed = fixedFieldIn(fieldsOf(e));
    if (fixed) return refuse('fixedField', { id: e.id, field: fixed, of: e.of });
    if (e.type === 'corrected' && !Object.keys(fieldsOf(e)).length) return refuse('nothingCorrected', { id: e.id, of: e.of });
    return now === undefined ? undefined : tooEarlyToRecord(e.recorded, agreement, now);
  }
  return checkParty(e, agreement) ?? checkOrder(e) ?? (now === undefined ? undefined : checkFuture(e, agreement, now));
}

function checkParty(f: FactAsEntered, { parties }: Between): Refusal | undefined {
  if (!('by' in f) || parties.some(p => p.id === f.by)) return undefined;
  return refuse('unknownParty', { what: f.id, party: f.by!, parties: parties.map(p => p.id) });
}

/** Checks the order: dated, dispatched, received. */
function checkOrder(f: FactAsEntered): Refusal | undefined {
  if ('on' in f) return undefined;
  const dates = [
    ['dated', f.dated],
    ['dispatched', f.dispatched],
    ['received', f.received && latestDay(f.received)],
  ].filter((d): d is ['dated' | 'dispatched' | 'received', CalendarDate] => d[1] !== undefined);
  const wrong = dates.findIndex((d, i) => i > 0 && d[1] < dates[i - 1]![1]);
  if (wrong < 0) return undefined;
  const [[earlier, earlierDay], [later, laterDay]] = [dates[wrong - 1]!, dates[wrong]!];
  return refuse('datesOutOfOrder', { id: f.id, later, laterDay, earlier, earlierDay });
}

/** A date is in the future if it is after the receiving Party's local date; for acts of both Parties, after the later of the two. */
function checkFuture(f: FactAsEntered, agreement: Between, now: Instant): Refusal | undefined {
  const early = f.recorded && tooEarlyToRecord(f.recorded, agreement, now);
  if (early) return early;
  if (!('on' in f)) {
    const receiver = agreement.parties.find(p => p.id !== f.by)!;
    return future(f, localDate(now, receiver.zone), receiver);
  }
  return future(f, latestToday(now, zonesOf(agreement)));
}

function future(f: FactAsEntered, today: CalendarDate, receiver?: Between['parties'][number]): Refusal | undefined {
  if (dateOf(f) <= today) return undefined;
  const day = dayOf(f);
  return refuse('futureDay', {
    id: f.id,
    field: 'on' in f ? 'on' : f.received ? 'received' : f.dispatched ? 'dispatched' : 'dated',
    day: earliestDay(day),
    notAfter: isBounded(day) ? day.notAfter : null,
    today,
    zone: receiver?.zone ?? null,
    receiver: receiver?.id ?? null,
    works: worksFrom[f.type] ?? null,
  });
}

/** Acts that may be agreed today for a future day, and the field with that day. */
const worksFrom: Partial<Record<Fact['type'], 'date' | 'firstDayOut' | 'from'>> = {
  'entry.agreed': 'date',
  'termination.agreed': 'firstDayOut',
  superseded: 'firstDayOut',
  'suspension.agreed': 'from',
  'resumption.agreed': 'from',
};

function tooEarlyToRecord(recorded: CalendarDate, agreement: Between, now: Instant): Refusal | undefined {
  const today = latestToday(now, zonesOf(agreement));
  return recorded > today ? refuse('futureRecording', { recorded, today }) : undefined;
}

/** Returns why the ledger refuses an entry; undefined if it may be recorded. `now` as for `readEntry`; `byId`: the ledger's entries. */
export function refusalByLedger(
  entries: readonly Entry[],
  e: Entry,
  agreement: Between,
  now?: Instant,
  byId: ReadonlyMap<string, Entry> = new Map([...entries].reverse().map(x => [x.id, x])),
): Refusal | undefined {
  const known = (id: string): Entry | undefined => byId.get(id);
  if (isAmending(e)) return e.type === 'corrected' ? checkCorrection(e, known(e.of), entries, agreement, now) : checkStrike(e, known(e.of));
  if (e.type === 'termination.revoked' && e.of !== undefined) return checkRevocation(e, known(e.of));
  return e.type === 'termination.revocationConsented' ? checkConsent(e, known(e.of)) : undefined;
}

const unknownOf = ({ id, of }: { id: string; of?: string | undefined }): Refusal => refuse('unknownOf', { id, of: of! });

function checkCorrection(
  e: AmendingEntry,
  of: Entry | undefined,
  entries: readonly Entry[],
  agreement: Between,
  now: Instant | undefined,
): Refusal | undefined {
  if (!of) return unknownOf(e);
  if (isAmending(of)) return refuse('correctsAmendment', { id: e.id, of: of.id, type: of.type, target: of.of });
  const earlier = correctionsOf(of.id, entries);
  if (earlier.length > correctionsLimit)
    throw new BeyondLimit({ code: 'tooManyCorrections', of: of.id, corrections: earlier.length, most: correctionsLimit });
  const before = earlier.reduce<Record<string, unknown>>((sofar, c) => asCorrected(sofar as FactAsEntered, c), {
    ...of,
  });
  const result = readEntry(asCorrected(before as FactAsEntered, e), agreement, now);
  return isRefusal(result) ? refuseAsCorrected(e.id, result) : undefined;
}

function checkStrike(e: AmendingEntry, of: Entry | undefined): Refusal | undefined {
  return of ? undefined : unknownOf(e);
}

function checkRevocation(e: Extract<Fact, { type: 'termination.revoked' }>, of: Entry | undefined): Refusal | undefined {
  if (!of) return unknownOf(e);
  if (of.type !== 'termination.notified') return refuse('revokesNoNotice', { id: e.id, of: of.id, type: of.type });
  return of.by === e.by ? undefined : refuse('revokesOthers', { by: e.by, of: of.id, owner: of.by });
}

function checkConsent(e: Extract<Fact, { type: 'termination.revocationConsented' }>, of: Entry | undefined): Refusal | undefined {
  if (!of) return unknownOf(e);
  if (of.type !== 'termination.revoked') return refuse('consentsToNoRevocation', { id: e.id, of: of.id, type: of.type });
  return of.by === e.by ? refuse('consentsToOwn', { by: e.by, of: of.id }) : undefined;
}

/** Checks a whole list of entries against each other, whatever their order: for files, where order never matters. */
export function readLedger(raw: readonly unknown[], agreement: Between): { entries: Entry[]; refusals: Refusal[] } {
  checkEntries(raw.length);
  const read = raw.map(r => readEntry(r, agreement));
  const entries = read.filter((r): r is Entry => !isRefusal(r));
  const byForm = read.filter(isRefusal);
  const byId = new Map([...entries].reverse().map(e => [e.id, e]));
  const twice = entries.filter(e => byId.get(e.id) !== e).map(({ id }) => refuse('idUsedTwice', { id }));
  const byLedger = entries.map(e => refusalByLedger(entries, e, agreement, undefined, byId)).filter(r => r !== undefined);
  return { entries, refusals: [...byForm, ...twice, ...byLedger] };
}
