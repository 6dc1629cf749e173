/** What is refused aloud and never written: an entry that can't be one. In a desk officer's words, with what to do. */
import type { z } from 'zod';
import type { Agreement } from '../clauses/agreement.ts';
import { latest, legalToday, localDate, type CalendarDate, type Instant } from '../clauses/calendar.ts';
import { isBounded, latestDay, type DayOrBounds } from '../clauses/bounds.ts';
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
import { entryLimit, whyBeyond } from './limits.ts';
import { isRefusal, type Refusal, type RefusalKind } from './refusal.ts';

/** Of an agreement, what refusing needs: its Parties, and their time zones. */
export interface Between {
  parties: readonly Pick<Agreement['parties'][number], 'id' | 'zone'>[];
}

const refuse = (refused: RefusalKind, message: string, basis = 'register'): Refusal => ({ refused, message, basis });

/** The entry, or why it is refused, as far as that shows without the ledger. `now` is an instant; undefined checks no future. */
export function readEntry(raw: unknown, agreement: Between, now?: Instant): Entry | Refusal {
  const beyond = whyBeyond(raw, entryLimit);
  if (beyond) return refuse('malformed', `The entry ${beyond}. Enter what matters, and attach the rest as a document.`);
  const type = (raw as { type?: unknown } | null)?.type;
  if (typeof type !== 'string') return refuse('malformed', 'An entry is an object with at least id and type.');
  if (!entryTypes.includes(type)) return refuse('unknownType', `There is no entry of type ${type}. Known: ${entryTypes.join(', ')}.`);
  const amending = type === 'corrected' || type === 'struck';
  const parsed = amending ? amendingEntry.safeParse(datedToday(raw, agreement, now)) : factAsEntered.safeParse(raw);
  if (!parsed.success) return refuse('malformed', `${type} ${idOf(raw)}: ${inOneLine(parsed.error)}.`);
  return checkForm(parsed.data, agreement, now) ?? parsed.data;
}

/** A correction or a strike that says no day is recorded today, where there is a today. */
function datedToday(raw: unknown, { parties }: Between, now: Instant | undefined): unknown {
  if (now === undefined || (raw as { recorded?: unknown }).recorded !== undefined) return raw;
  const recorded = legalToday(
    now,
    parties.map(p => p.zone),
  );
  return { ...(raw as object), recorded };
}

function idOf(raw: unknown): string {
  const { id } = raw as { id?: unknown };
  return typeof id === 'string' ? id : '(without id)';
}

const inOneLine = (error: z.ZodError): string =>
  error.issues.map(i => (i.path.length ? `${i.path.join('.')}: ${i.message}` : i.message)).join('; ');

function checkForm(e: Entry, agreement: Between, now: Instant | undefined): Refusal | undefined {
  if (isAmending(e)) {
    const fixed = e.type === 'corrected' ? fixedFieldIn(fieldsOf(e)) : undefined;
    if (fixed) return refuse('malformed', `${e.id} may not correct ${fixed}. Strike ${e.of} and enter the right fact.`);
    if (e.type === 'corrected' && !Object.keys(fieldsOf(e)).length)
      return refuse('malformed', `${e.id} corrects no field of ${e.of}. Say which, for instance received.`);
    return now === undefined ? undefined : tooEarlyToRecord(e.recorded, agreement, now);
  }
  return checkParty(e, agreement) ?? checkOrder(e) ?? (now === undefined ? undefined : checkFuture(e, agreement, now));
}

function checkParty(f: FactAsEntered, { parties }: Between): Refusal | undefined {
  if (!('by' in f) || parties.some(p => p.id === f.by)) return undefined;
  return refuse(
    'unknownParty',
    `${f.id}: ${f.by} is not a Party to this agreement. The Parties are ${parties.map(p => p.id).join(' and ')}.`,
  );
}

/** Dated, dispatched, received: in this order. */
function checkOrder(f: FactAsEntered): Refusal | undefined {
  if ('on' in f) return undefined;
  const dates = [
    ['dated', f.dated],
    ['dispatched', f.dispatched],
    ['received', f.received && latestDay(f.received)],
  ].filter((d): d is [string, CalendarDate] => d[1] !== undefined);
  const wrong = dates.findIndex((d, i) => i > 0 && d[1] < dates[i - 1]![1]);
  if (wrong < 0) return undefined;
  const [[early, earlyDate], [late, lateDate]] = [dates[wrong - 1]!, dates[wrong]!];
  return refuse(
    'datesOutOfOrder',
    `${f.id}: ${late} ${lateDate} is before ${early} ${earlyDate}. A notice is dated, then dispatched, then received; check the dates.`,
    'VCLT art. 78',
  );
}

/** Future is what lies after the receiving Party's local date; for what both do, after the later of the two. */
function checkFuture(f: FactAsEntered, agreement: Between, now: Instant): Refusal | undefined {
  const late = latestToday(agreement, now);
  if (f.recorded && f.recorded > late) return tooEarlyToRecord(f.recorded, agreement, now);
  if (!('on' in f)) {
    const receiver = agreement.parties.find(p => p.id !== f.by)!;
    const today = localDate(now, receiver.zone);
    return dateOf(f) > today
      ? future(
          f.id,
          `${f.received ? 'received ' : ''}${dayInText(dayOf(f))}`,
          `${today} at ${receiver.zone}, where ${receiver.id} receives it`,
        )
      : undefined;
  }
  return dateOf(f) > late ? future(f.id, `on ${dayInText(f.on)}`, late) : undefined;
}

const dayInText = (day: DayOrBounds): string => (isBounded(day) ? `${day.notBefore}..${day.notAfter}` : day);

const latestToday = (agreement: Between, now: Instant): CalendarDate => latest(...agreement.parties.map(p => localDate(now, p.zone)));

const future = (id: string, what: string, today: string): Refusal =>
  refuse(
    'futureDate',
    `${id}: ${what} is in the future; today is ${today}. Enter it when it has happened, or use simulate to see what it would do.`,
  );

function tooEarlyToRecord(recorded: CalendarDate, agreement: Between, now: Instant): Refusal | undefined {
  const today = latestToday(agreement, now);
  return recorded > today
    ? refuse('futureDate', `recorded ${recorded} is in the future; today is ${today}. Leave recorded out to record it today.`)
    : undefined;
}

/** Why an entry is refused by the ledger it would join; undefined when it may be entered. `now` as for `readEntry`. */
export function refusalByLedger(entries: readonly Entry[], e: Entry, agreement: Between, now?: Instant): Refusal | undefined {
  const known = (id: string): Entry | undefined => entries.find(x => x.id === id);
  if (isAmending(e)) return e.type === 'corrected' ? checkCorrection(e, known(e.of), entries, agreement, now) : checkStrike(e, known(e.of));
  if (e.type === 'termination.revoked' && e.of !== undefined) return checkRevocation(e, known(e.of));
  return e.type === 'termination.revocationConsented' ? checkConsent(e, known(e.of)) : undefined;
}

const unknownOf = (e: { id: string; of?: string | undefined }): Refusal =>
  refuse('unknownOf', `${e.id} is of ${e.of}, which is not in the register. List the entries with: servanda agreement show.`);

function checkCorrection(
  e: AmendingEntry,
  of: Entry | undefined,
  entries: readonly Entry[],
  agreement: Between,
  now: Instant | undefined,
): Refusal | undefined {
  if (!of) return unknownOf(e);
  if (isAmending(of))
    return refuse(
      'wrongKindOf',
      `${e.id} would correct ${of.id}, itself a ${of.type} entry. Strike ${of.id}, or correct ${of.of} once more.`,
    );
  const before = correctionsOf(of.id, entries).reduce<Record<string, unknown>>((sofar, c) => asCorrected(sofar as FactAsEntered, c), {
    ...of,
  });
  const result = readEntry(asCorrected(before as FactAsEntered, e), agreement, now);
  return isRefusal(result) ? { ...result, message: `As corrected by ${e.id}: ${result.message}` } : undefined;
}

function checkStrike(e: AmendingEntry, of: Entry | undefined): Refusal | undefined {
  return of ? undefined : unknownOf(e);
}

function checkRevocation(e: Extract<Fact, { type: 'termination.revoked' }>, of: Entry | undefined): Refusal | undefined {
  if (!of) return unknownOf(e);
  if (of.type !== 'termination.notified')
    return refuse(
      'wrongKindOf',
      `${e.id} would revoke ${of.id}, which is ${of.type}. Only a notice of termination is revoked.`,
      'VCLT art. 68',
    );
  return of.by === e.by
    ? undefined
    : refuse('noRight', `${e.by} can't revoke ${of.id}, a notice of ${of.by}. A Party revokes its own notices only.`, 'VCLT art. 68');
}

function checkConsent(e: Extract<Fact, { type: 'termination.revocationConsented' }>, of: Entry | undefined): Refusal | undefined {
  if (!of) return unknownOf(e);
  if (of.type !== 'termination.revoked')
    return refuse('wrongKindOf', `${e.id} would consent to ${of.id}, which is ${of.type}. Consent is to a revocation.`, 'VCLT art. 68');
  return of.by === e.by
    ? refuse('noRight', `${e.by} can't consent to its own revocation ${of.id}; the other Party must.`, 'VCLT art. 68')
    : undefined;
}

/** The refusals of a whole list of entries, each against those before it and after it: for files, where order never matters. */
export function readLedger(raw: readonly unknown[], agreement: Between): { entries: Entry[]; refusals: Refusal[] } {
  const read = raw.map(r => readEntry(r, agreement));
  const entries = read.filter((r): r is Entry => !isRefusal(r));
  const byForm = read.filter(isRefusal);
  const twice = entries
    .filter((e, i) => entries.findIndex(x => x.id === e.id) < i)
    .map(e => refuse('idInUse', `${e.id} is used twice. Give each entry an id of its own.`));
  const byLedger = entries.map(e => refusalByLedger(entries, e, agreement)).filter(r => r !== undefined);
  return { entries, refusals: [...byForm, ...twice, ...byLedger] };
}
