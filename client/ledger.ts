/** The entries of a standing, each with what later entries changed: for a page that displays the ledger. */
import { zonesOf } from '../clauses/agreement.ts';
import { legalToday, type CalendarDate } from '../clauses/calendar.ts';
import { entriesOf } from '../dossier/description.ts';
import { amendmentsOf, correctionsOf, fieldsOf, set } from '../machines/corrections.ts';
import { isAmending, recordedOn, type AmendingEntry, type FactAsEntered } from '../machines/facts.ts';
import type { AgreementStanding } from './answers.ts';

type Entered = AgreementStanding['entries'][number];
type Line = Entered['entry'];

export interface LedgerLine extends Omit<Entered, 'entry'> {
  entry: Exclude<Line, AmendingEntry | FactAsEntered> | undefined;
  id: string;
  fact: FactAsEntered | undefined;
  /** The fact with the corrections in force. */
  standing: Readonly<Record<string, unknown>> | undefined;
  amending: (AmendingEntry & { fields: Record<string, unknown> }) | undefined;
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
    const isStep = entry.type === 'described' || entry.type === 'notice.step' || entry.type === 'protocol.step';
    const amendments = amendmentsOf(entry.id, known);
    const of = (type: 'corrected' | 'struck'): string[] => amendments.filter(a => a.type === type).map(a => a.id);
    return {
      ...row,
      id: entry.id,
      enteredOn: enteredOn(row, described),
      entry: isStep ? entry : undefined,
      fact: isStep || isAmending(entry) ? undefined : entry,
      standing:
        isStep || isAmending(entry)
          ? undefined
          : correctionsOf(entry.id, known).reduce((f, c) => set(f, fieldsOf(c)), { ...entry } as Record<string, unknown>),
      amending: !isStep && isAmending(entry) ? { ...entry, fields: fieldsOf(entry) } : undefined,
      recorded: isStep ? undefined : recordedOn(entry),
      correctedBy: of('corrected'),
      struckBy: of('struck'),
      withoutEffect: withoutEffect.find(w => w.fact === entry.id)?.why,
    };
  });
}
