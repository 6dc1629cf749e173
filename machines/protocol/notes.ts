/** What an officer should know of several protocols: reverse order of entry into force, changes that overlap or contradict themselves. */
import type { Changes } from '../../clauses/terms.ts';
import type { Amendment } from '../agreement/context.ts';
import type { Family } from '../family.ts';

/** Protocols in force are consolidated by entry into force, or by the days that they name, whatever the order of signature. */
export function protocolNotes({ agreement, protocols, contradictions }: Family): string[] {
  const { protocols: inForce, amendments } = agreement.snapshot.context;
  return [
    ...inForce.flatMap(({ id }, i) => inForce.slice(i + 1).flatMap(later => reversed(id, later.id, protocols))),
    ...amendments.flatMap((earlier, i) => amendments.slice(i + 1).flatMap(later => overlapping(earlier, later))),
    ...contradictions.map(
      id =>
        `The changes of protocol ${id} hold on no day: from the day that it names, the agreement would have ended before the protocol was in force.`,
    ),
  ];
}

function reversed(earlier: string, later: string, protocols: Family['protocols']): string[] {
  const signed = (id: string): string => protocols[id]!.snapshot.context.consents.signed!;
  return signed(later) < signed(earlier)
    ? [`Protocol ${later} was signed before ${earlier} and entered into force after it; the clauses are consolidated by entry into force.`]
    : [];
}

/** Fields that say from when, and not what. */
const ofTiming: readonly (keyof Changes)[] = ['appliesTo', 'restartsPeriods', 'from', 'retroactive', 'provisionallyFrom'];
/** Lists that grow: two protocols may each add to them. */
const growing: readonly (keyof Changes)[] = ['organisations', 'documents', 'text'];

export const changedBy = (c: Changes): (keyof Changes)[] =>
  (Object.keys(c) as (keyof Changes)[]).filter(k => c[k] !== undefined && !ofTiming.includes(k));

function overlapping(earlier: Amendment, later: Amendment): string[] {
  const both = changedBy(earlier.changes).filter(k => !growing.includes(k) && changedBy(later.changes).includes(k));
  return both.length
    ? [`Protocols ${earlier.id} and ${later.id} both change ${both.join(', ')}; ${later.id}, later in force, governs from its day.`]
    : [];
}
