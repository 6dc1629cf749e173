/** Recording entries: all are checked against the register first, then sent one by one. A repeat changes nothing. */
import type { CalendarDate, Instant } from '../clauses/calendar.ts';
import { whyNotAcknowledged } from '../dossier/acknowledging.ts';
import type { RegisterDossier } from '../dossier/dossier.ts';
import { isAmending, type Entry } from '../machines/facts.ts';
import { isRefusal, refuse, type Refusal } from '../machines/refusal.ts';
import { readEntry, refusalByLedger } from '../machines/read-entries.ts';
import { canonical } from '../register/canonical.ts';
import { IdConflict } from '../register/errors.ts';
import type { Wording } from '../wording/wording.ts';
import type { Context } from './context.ts';
import { dossierToday } from './dossiers.ts';
import type { Make } from './facts.ts';
import { Refused, type FailedAfter } from './failures.ts';
import { sendEntry, type RecordAnswer } from './updates.ts';

/** The entries to record, in the order in which they are sent. */
export interface Prepared {
  dossier: RegisterDossier;
  today: CalendarDate;
  entries: readonly Entry[];
  /** Those that the register does not have yet. */
  fresh: readonly Entry[];
}

/** Makes the entries from the agreement's dossier, and checks all of them before anything is sent. @throws Refused, InvalidRequest */
export async function prepare(context: Context, agreement: string, make: Make): Promise<Prepared> {
  const { dossier, today } = await dossierToday(context, agreement);
  const entries = inOrder(make(dossier, today)).map(e => asBefore(e, dossier));
  check(context.wording, entries, dossier, await context.now());
  return { dossier, today, entries, fresh: entries.filter(e => !isRecorded(e, dossier)) };
}

/**
 * Sends what was prepared and returns the answers in the order of the entries. `confirmed`: a person saw the consequences; nothing is
 * recorded if the register has moved since the dossier was read. @throws Refused, Unavailable
 */
export async function sendAll(
  context: Context,
  { dossier, entries, fresh }: Prepared,
  { enteredBy = context.person, confirmed = false }: { enteredBy?: string | undefined; confirmed?: boolean } = {},
): Promise<RecordAnswer[]> {
  const answers: RecordAnswer[] = [];
  for (const entry of entries) {
    const to = { agreement: dossier.agreement.id, rehearsal: dossier.rehearsal };
    // Only the first entry names the head: its notices and protocols may record what follows from it before the second one arrives.
    const onHead = confirmed && !answers.length ? { head: dossier.rows.length } : {};
    const answer = await sendEntry(context, to, entry, enteredBy, onHead).catch(afterOthers(answers, entries));
    // Temporal returns the first answer to a repeat, and in that answer the entry was new.
    answers.push({ ...answer, existing: answer.existing || !fresh.includes(entry) });
  }
  return answers;
}

/** When a later entry fails, the earlier ones are already recorded; the failure lists them. */
const afterOthers =
  (done: readonly RecordAnswer[], entries: readonly Entry[]) =>
  (cause: unknown): never => {
    if (done.length && cause instanceof Error) (cause as FailedAfter).enteredBefore = entries.slice(0, done.length).map(e => e.id);
    throw cause;
  };

/** An entry that refers to another is sent after it; otherwise the order given is kept. */
function inOrder(entries: readonly Entry[]): Entry[] {
  const rank = (e: Entry): number =>
    e.type === 'struck'
      ? 4
      : e.type === 'corrected'
        ? 3
        : e.type === 'termination.revocationConsented'
          ? 2
          : e.type === 'termination.revoked'
            ? 1
            : 0;
  return [...entries].sort((a, b) => rank(a) - rank(b));
}

/** A repeated amending entry keeps the day on which it was first recorded. */
function asBefore(entry: Entry, { entries }: RegisterDossier): Entry {
  const before = entries.find(e => e.id === entry.id);
  return before && isAmending(entry) ? { ...entry, recorded: before.recorded ?? entry.recorded } : entry;
}

const withRecorded = (entry: Entry, before: Entry): Entry => ({ ...entry, recorded: entry.recorded ?? before.recorded }) as Entry;

const isRecorded = (entry: Entry, { entries }: RegisterDossier): boolean =>
  entries.some(e => e.id === entry.id && canonical(e) === canonical(withRecorded(entry, e)));

/** @throws Refused with every refusal */
function check(wording: Wording, entries: readonly Entry[], dossier: RegisterDossier, now: Instant): void {
  const [first, ...others] = entries.flatMap((entry, i) => {
    if (isRecorded(entry, dossier)) return [];
    const row = dossier.rows.find(r => r.entry.id === entry.id);
    if (row) return [refuse('idInUse', { ...new IdConflict(row, entry).asData })];
    const read = readEntry(entry, dossier.agreement, now);
    const byLedger = isRefusal(read) ? read : refusalByLedger([...dossier.entries, ...entries.slice(0, i)], entry, dossier.agreement, now);
    const refusal = byLedger ?? whyNothingToAcknowledge(dossier, entry, now);
    return refusal ? [refusal] : [];
  });
  if (first) throw new Refused([first, ...others], wording, sentences => [...sentences, wording.client.refused.nothing].join('\n'));
}

/** Returns nothing if the register can't be folded; the step reports that itself. */
export function whyNothingToAcknowledge(
  dossier: RegisterDossier,
  entry: Parameters<typeof whyNotAcknowledged>[1],
  now: Instant,
): Refusal | undefined {
  try {
    return whyNotAcknowledged(dossier, entry, now);
  } catch {
    return undefined;
  }
}
