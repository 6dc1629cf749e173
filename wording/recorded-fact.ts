/** A recorded fact in one line, with its day or the bounds of it. */
import { earliestDay, latestDay } from '../clauses/bounds.ts';
import { dayOf, type FactAsEntered } from '../machines/facts.ts';
import { labelOfFact } from '../machines/labels.ts';
import type { Wording } from './wording.ts';
import { say } from './statements.ts';

export function enteredIn(f: FactAsEntered, w: Wording): string {
  const day = dayOf(f);
  return say('enteredOn', { label: labelOfFact(f).label, notBefore: earliestDay(day), notAfter: latestDay(day) }, w);
}
