/** The entries of a standing, each with what later entries changed: for a page that displays the ledger. */
import { zonesOf } from '../clauses/agreement.ts';
import { legalToday, type CalendarDate } from '../clauses/calendar.ts';
import { entriesOf } from '../dossier/description.ts';
import { amendmentsOf, correctionsOf, fieldsOf, set } from '../machines/corrections.ts';
import { isAmending, recordedOn, type AmendingEntry, type FactAsEntered } from '../machines/facts.ts';
import type { AgreementStanding } from './answers.ts';

type Entered = AgreementStanding['entries'][number];
type Line = Entered['entry'];

/** An entry by its kind: a fact, what amends one, or another line. */
export interface EntryByKind {
  entry: Exclude<Line, AmendingEntry | FactAsEntered> | undefined;
  fact: FactAsEntered | undefined;
  amending: (AmendingEntry & { fields: Record<string, unknown> }) | undefined;
}

export interface LedgerLine extends Omit<Entered, 'entry'>, EntryByKind {
  id: string;
  /** The fact with the corrections in force. */
  standing: Readonly<Record<string, unknown>> | undefined;
  /** The legal day on which it was entered, as a rule later than it counts. */
  enteredOn: CalendarDate;
  /** The day from which it is known; undefined for an entry that is not a fact. */
  recorded: string | undefined;
  /** The ids of the later entries that correct or strike it and stand. */
  correctedBy: string[];
  struckBy: string[];
  /** Why it has no effect in law. */
  withoutEffect: string | undefined;
}

/** By the time zones of the Parties, like every day of an agreement. */
export const enteredOn = ({ entered: { at } }: Pick<Entered, 'entered'>, agreement: Parameters<typeof zonesOf>[0]): CalendarDate =>
  legalToday(at, zonesOf(agreement));

export function ledgerOf({
  entries,
  withoutEffect,
  described,
}: Pick<AgreementStanding, 'entries' | 'withoutEffect' | 'described'>): LedgerLine[] {
  const known = entriesOf(entries);
  return entries.map(({ entry, ...row }) => {
    const kind = byKind(entry);
    const amendments = amendmentsOf(entry.id, known);
    const of = (type: 'corrected' | 'struck'): string[] => amendments.filter(a => a.type === type).map(a => a.id);
    return {
      ...row,
      ...kind,
      id: entry.id,
      enteredOn: enteredOn(row, described),
      standing:
        kind.fact && correctionsOf(entry.id, known).reduce((f, c) => set(f, fieldsOf(c)), { ...kind.fact } as Record<string, unknown>),
      recorded: isFactOrAmending(entry) ? recordedOn(entry) : undefined,
      correctedBy: of('corrected'),
      struckBy: of('struck'),
      withoutEffect: withoutEffect.find(w => w.fact === entry.id)?.why,
    };
  });
}

export function byKind(entry: Line): EntryByKind {
  if (!isFactOrAmending(entry)) return { entry, fact: undefined, amending: undefined };
  return isAmending(entry)
    ? { entry: undefined, fact: undefined, amending: { ...entry, fields: fieldsOf(entry) } }
    : { entry: undefined, fact: entry, amending: undefined };
}

const isFactOrAmending = (entry: Line): entry is AmendingEntry | FactAsEntered =>
  entry.type !== 'described' && entry.type !== 'notice.step' && entry.type !== 'protocol.step';
