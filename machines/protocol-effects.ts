/**
 * The effects of a family's protocols, which its fold produces and then uses: the days from which their changes apply, and which date of a
 * notification counts for them. VCLT art. 24, 25, 28, 39.
 */
import { byText, type CalendarDate } from '../clauses/calendar.ts';
import type { Terms } from '../clauses/terms.ts';
import { countedBy } from '../clauses/counted-date.ts';
import { hasEnded } from './agreement/context.ts';
import type { TreatyState, ProtocolEffects } from './treaty-state.ts';
import type { FoldInput } from './fold-beginning.ts';
import { foldOnce } from './fold-once.ts';
import { timingsOf } from './protocol/timing.ts';
import type { Hindsight } from './later-facts.ts';

/**
 * Folds until the effects are stable: a first fold without them shows which changes apply from which day, and applying them may alter that.
 * A change that contradicts itself, such as a retroactive end before the protocol was in force, never applies.
 */
export function foldToFixpoint(input: FoldInput, day: CalendarDate, hindsight: Hindsight): TreatyState {
  const all = settled(input, day, hindsight, []);
  if (all) return all;
  const bare = foldOnce(input, day, hindsight, hindsight.effects);
  const named = timingsOf(bare.protocols).map(t => t.protocol);
  for (const id of named) {
    const others = settled(input, day, hindsight, [id]);
    if (others) return { ...others, contradictions: [id] };
  }
  return { ...bare, contradictions: named };
}

/** Folds until the effects are stable, ignoring the days of the protocols in `without`; undefined if they never are. */
function settled(input: FoldInput, day: CalendarDate, hindsight: Hindsight, without: readonly string[]): TreatyState | undefined {
  const later = hindsight.effects;
  let effects = later;
  let family = foldOnce(input, day, hindsight, effects);
  for (let rounds = 0; rounds < 8; rounds += 1) {
    const next = {
      timings: [...timingsOf(family.protocols).filter(t => !without.includes(t.protocol)), ...later.timings],
      counts: new Map([...later.counts, ...countsOf(family.protocols, input.agreement.clauses)]),
    };
    if (isDeepEqual(effects, next))
      return { ...family, timings: hasEnded(family.agreement.snapshot.context) ? [] : effects.timings, counts: effects.counts };
    effects = next;
    family = foldOnce(input, day, hindsight, effects);
  }
  return undefined;
}

const isDeepEqual = (a: ProtocolEffects, b: ProtocolEffects): boolean => (isEmpty(a) && isEmpty(b)) || asText(a) === asText(b);
const isEmpty = ({ timings, counts }: ProtocolEffects): boolean => timings.length === 0 && counts.size === 0;
const asText = ({ timings, counts }: ProtocolEffects): string => JSON.stringify([timings, ...counts]);

/** Which date counts, by the clause under which each protocol was signed; only where it differs from the agreement's own. */
function countsOf(protocols: TreatyState['protocols'], { amendment, entryIntoForce }: Terms): ProtocolEffects['counts'] {
  const own = countedBy(amendment?.entryIntoForce ?? entryIntoForce);
  const each = Object.entries(protocols).map(([id, { snapshot }]) => [id, countedBy(snapshot.context.clause)] as const);
  return new Map(each.filter(([, counted]) => counted !== own).sort(([a], [b]) => byText(a, b)));
}
