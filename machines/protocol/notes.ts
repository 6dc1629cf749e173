/** Notes for the officer about several protocols: reverse order of entry into force, changes that overlap or contradict themselves. */
import type { Changes } from '../../clauses/terms.ts';
import type { Amendment } from '../agreement/context.ts';
import type { TreatyState } from '../treaty-state.ts';
import type { Note } from '../notes.ts';

/** Protocols in force are consolidated by entry into force, or by the days they name, whatever the order of signature. */
export function protocolNotes({ agreement, protocols, contradictions }: TreatyState): Note[] {
  const { protocols: inForce, amendments } = agreement.snapshot.context;
  return [
    ...inForce.flatMap(({ id }, i) => inForce.slice(i + 1).flatMap(later => reversed(id, later.id, protocols))),
    ...amendments.flatMap((earlier, i) => amendments.slice(i + 1).flatMap(later => overlapping(earlier, later))),
    ...contradictions.map((protocol): Note => ({ code: 'protocolContradicts', args: { protocol } })),
  ];
}

function reversed(earlier: string, later: string, protocols: TreatyState['protocols']): Note[] {
  const signed = (id: string): string => protocols[id]!.snapshot.context.consents.signed!;
  return signed(later) < signed(earlier) ? [{ code: 'protocolsReversed', args: { earlier, later } }] : [];
}

/** Fields about when, not what. */
const ofTiming: readonly (keyof Changes)[] = ['appliesTo', 'restartsPeriods', 'from', 'retroactive', 'provisionallyFrom'];
/** Lists to which two protocols may each add. */
const growing: readonly (keyof Changes)[] = ['organisations', 'documents', 'text'];

export const changedBy = (c: Changes): (keyof Changes)[] =>
  (Object.keys(c) as (keyof Changes)[]).filter(k => c[k] !== undefined && !ofTiming.includes(k));

function overlapping(earlier: Amendment, later: Amendment): Note[] {
  const both = changedBy(earlier.changes).filter(k => !growing.includes(k) && changedBy(later.changes).includes(k));
  return both.length ? [{ code: 'protocolsOverlap', args: { earlier: earlier.id, later: later.id, changes: both } }] : [];
}
