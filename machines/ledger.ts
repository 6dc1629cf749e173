/** The ledger: the entries as recorded, and the facts that remain after corrections and strikes. */
import { byText, type CalendarDate } from '../clauses/calendar.ts';
import type { Agreement } from '../clauses/agreement.ts';
import type { Terms } from '../clauses/terms.ts';
import { possibleFacts, type Possible } from './date-ranges/bounded.ts';
import { fieldsOf, inOrder, set, struckBy } from './corrections.ts';
import { checkEntries } from './beyond-limit.ts';
import type { NoEffectReason } from './no-effect-reasons.ts';
import { factAsEntered, isAmending, recordedOn, type AmendingEntry, type Entry, type Fact, type FactAsEntered } from './facts.ts';

/** An agreement with its ledger, as the register or its file has it: the input of the law. Loaded once and passed on. */
export interface Dossier {
  agreement: Agreement;
  /** `sha256:…` of the description's canonical content. */
  description: string;
  entries: readonly Entry[];
}

/** A fact that corrections or strikes left meaningless, with the reason. */
export interface Spoilt {
  fact: string;
  reason: NoEffectReason;
}

export interface KnownFacts {
  /** Every day is exact; a day known only within bounds is set to the safe side, the earliest day possible. */
  facts: readonly Fact[];
  spoilt: readonly Spoilt[];
  /** If a day is known only within bounds: the facts with every other day it could be. */
  possible?: Possible;
}

/**
 * Returns the facts as known on a day. Corrections and strikes apply in the order of `recorded`, then of entry. Striking a correction
 * restores the earlier values; striking a strike revives the fact. With the clauses, an unknown date that they count is bounded.
 */
export function factsKnown(entries: readonly Entry[], knownOn?: CalendarDate, terms?: Terms): KnownFacts {
  checkEntries(entries.length);
  const known = knownOn ? entries.filter(e => recordedOn(e) <= knownOn) : entries;
  const amending = inOrder(known.filter(isAmending));
  const struck = struckBy(amending);
  const corrections = amending.filter(a => a.type === 'corrected' && !struck.has(a.id));
  const standing = known.filter((e): e is FactAsEntered => !isAmending(e) && !struck.has(e.id)).map(f => corrected(f, corrections));
  const spoilt = standing.filter(s => 'reason' in s && 'fact' in s);
  return withoutOrphans(
    standing.filter(s => 'type' in s),
    spoilt,
    struck,
    terms,
  );
}

/** Removes revocations of struck notices and consents to struck revocations: they refer to nothing that remains. */
function withoutOrphans(
  facts: readonly FactAsEntered[],
  spoilt: readonly Spoilt[],
  struck: ReadonlySet<string>,
  terms: Terms | undefined,
): KnownFacts {
  const orphan = facts.find(f => 'of' in f && f.of !== undefined && (struck.has(f.of) || spoilt.some(s => s.fact === f.of)));
  if (!orphan || !('of' in orphan)) {
    const possible = possibleFacts(facts, terms);
    const known = { facts: facts as readonly Fact[], spoilt: [...spoilt].sort((a, b) => byText(a.fact, b.fact)) };
    return possible ? { ...known, facts: possible.on(possible.span.notBefore), possible } : known;
  }
  const of = orphan.of!;
  const reason: NoEffectReason = struck.has(of) ? { code: 'ofStruck', args: { of } } : { code: 'ofWithoutEffect', args: { of, why: null } };
  return withoutOrphans(
    facts.filter(f => f !== orphan),
    [...spoilt, { fact: orphan.id, reason }],
    struck,
    terms,
  );
}

function corrected(f: FactAsEntered, corrections: readonly AmendingEntry[]): FactAsEntered | Spoilt {
  const own = corrections.filter(c => c.of === f.id);
  if (!own.length) return f;
  const result = factAsEntered.safeParse(own.reduce<Record<string, unknown>>((sofar, c) => set(sofar, fieldsOf(c)), { ...f }));
  if (result.success) return result.data;
  const args = { corrections: own.map(c => c.id), mistake: result.error.issues[0]!.message };
  return { fact: f.id, reason: { code: 'malformedAfterCorrection', args } };
}
