/** The beginning of a fold: the facts by what they are for, and the state before the first of them. */
import type { Agreement } from '../clauses/agreement.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Reading } from '../clauses/reading.ts';
import type { AgreementInput } from './agreement/context.ts';
import { agreementMachine } from './agreement/machine.ts';
import { open } from './driver.ts';
import { isDeskFact, type Fact, type FactOf } from './facts.ts';
import { keep, note, type Note, type State } from './fold-state.ts';
import { labelOfFact } from './labels.ts';
import type { WithoutEffect } from './treaty-state.ts';
import { defectOfForm } from './without-effect.ts';

/** The input of a fold: the known facts, sorted by date, and one reading. */
export interface FoldInput {
  agreement: Agreement;
  facts: readonly Fact[];
  reading: Reading;
}

interface Sorted {
  forMachines: readonly Fact[];
  /** Facts that no machine accepts: they move no date. */
  ofDesk: readonly Fact[];
  /** Agreements on another date of entry into force: they govern the whole fold. */
  entries: readonly FactOf<'entry.agreed'>[];
  unsound: readonly WithoutEffect[];
  signed: CalendarDate | undefined;
}

export function sortByKind(taken: readonly Fact[]): Sorted {
  const unsound = taken.flatMap(f => {
    const why = defectOfForm(f);
    return why ? [{ fact: f.id, reason: why }] : [];
  });
  const sound = unsound.length ? taken.filter(f => defectOfForm(f) === undefined) : taken;
  return {
    forMachines: sound.filter(f => !isDeskFact(f) && f.type !== 'entry.agreed'),
    ofDesk: sound.filter(isDeskFact),
    entries: sound.filter(f => f.type === 'entry.agreed'),
    unsound,
    signed: sound.find(f => f.type === 'signed')?.on,
  };
}

/** The initial input of a pass. */
export interface Beginning {
  agreement: Agreement;
  input: AgreementInput;
  notes: readonly Note[];
}

/** An agreed date of entry into force moves it, even afterwards. The latest agreement counts. */
export function beginning({ agreement, reading }: FoldInput, today: CalendarDate, { entries, unsound, signed }: Sorted): Beginning {
  const isPossible = (f: FactOf<'entry.agreed'>): boolean => !signed || f.date >= signed;
  const last = entries.filter(isPossible).at(-1);
  const input: AgreementInput = {
    today,
    parties: agreement.parties.map(p => p.id),
    reading,
    terms: agreement.clauses,
    ...(last ? { agreedEntry: { date: last.date, on: last.on, published: last.published ?? false } } : {}),
  };
  const notes = [
    ...unsound.map(without => ({ without })),
    ...entries.map((f): Note =>
      isPossible(f)
        ? { step: { day: f.on, what: f.type, fact: f.id, ...labelOfFact(f) } }
        : { without: { fact: f.id, reason: { code: 'entryBeforeSignature', args: {} } } },
    ),
  ];
  return { agreement, input, notes };
}

/** The cache key: everything except the clauses, which belong to the agreement. */
export const textOf = ({ input: { terms: _, ...input }, notes }: Beginning): string => JSON.stringify([input, notes]);

export function begin({ input, notes }: Beginning): State {
  const { instance, emitted } = open(agreementMachine, input);
  const first: State = { agreement: instance, protocols: new Map(), parties: input.parties, count: 0, noted: undefined, vain: undefined };
  return keep(notes.reduce<State>(note, first), emitted);
}
