/** What an officer should know of several protocols: reverse order of entry into force, and changes that overlap. */
import type { Changes } from '../clauses/terms.ts';
import type { Family } from './fold.ts';

/** Protocols in force are consolidated by entry into force, whatever the order of signature. */
export function protocolNotes({ agreement, protocols }: Family): string[] {
  const inForce = agreement.snapshot.context.protocols;
  return inForce.flatMap(({ id, changes }, i) =>
    inForce.slice(i + 1).flatMap(later => [...reversed(id, later.id, protocols), ...overlapping({ id, changes }, later)]),
  );
}

function reversed(earlier: string, later: string, protocols: Family['protocols']): string[] {
  const signed = (id: string): string => protocols[id]!.snapshot.context.consents.signed!;
  return signed(later) < signed(earlier)
    ? [`Protocol ${later} was signed before ${earlier} and entered into force after it; the clauses are consolidated by entry into force.`]
    : [];
}

type Named = { id: string; changes: Changes | undefined };

function overlapping(earlier: Named, later: Named): string[] {
  const changed = (c: Changes | undefined): string[] =>
    c ? (['periodLength', 'noticeBefore', 'noticePeriod', 'amendment'] as const).filter(k => c[k] !== undefined) : [];
  const both = changed(earlier.changes).filter(k => changed(later.changes).includes(k));
  return both.length
    ? [`Protocols ${earlier.id} and ${later.id} both change ${both.join(', ')}; ${later.id}, later in force, governs from its day.`]
    : [];
}
