/**
 * What a family's own fold says of its protocols, and what it is folded with in turn: the days on which their changes hold, and which
 * date of a notification counts for them. VCLT art. 24, 25, 28, 39.
 */
import { byText } from '../clauses/calendar.ts';
import type { Terms } from '../clauses/terms.ts';
import { countedBy } from '../clauses/counted-date.ts';
import { hasEnded } from './agreement/context.ts';
import type { Family } from './fold.ts';
import type { Counts } from './happenings.ts';
import { timingsOf, type Timing } from './protocol/timing.ts';

export interface Ground {
  /** Changes that hold on days of their own. */
  timings: readonly Timing[];
  /** A protocol may change which date of a notification counts for later protocols. */
  counts: Counts;
}

/**
 * Which changes hold from which day is known from the fold without them; with them it may be others, so that it is folded again
 * until it stays. What contradicts itself, such as a retroactive end before the protocol was in force, holds on no day. `later`: what
 * only facts after the day of the fold say of it.
 */
export function withGround(folded: (ground: Ground) => Family, clauses: Terms, later: Ground): Family {
  const all = settled(folded, clauses, [], later);
  if (all) return all;
  const bare = folded(later);
  const named = timingsOf(bare.protocols).map(t => t.protocol);
  for (const id of named) {
    const others = settled(folded, clauses, [id], later);
    if (others) return { ...others, contradictions: [id] };
  }
  return { ...bare, contradictions: named };
}

/** Folded again until the ground stays, the days of some protocols left out; undefined when it never does. */
function settled(folded: (ground: Ground) => Family, clauses: Terms, without: readonly string[], later: Ground): Family | undefined {
  let ground = later;
  let family = folded(ground);
  for (let rounds = 0; rounds < 8; rounds += 1) {
    const next = {
      timings: [...timingsOf(family.protocols).filter(t => !without.includes(t.protocol)), ...later.timings],
      counts: new Map([...later.counts, ...countsOf(family.protocols, clauses)]),
    };
    if (isDeepEqual(ground, next))
      return { ...family, timings: hasEnded(family.agreement.snapshot.context) ? [] : ground.timings, counts: ground.counts };
    ground = next;
    family = folded(ground);
  }
  return undefined;
}

const isDeepEqual = (a: Ground, b: Ground): boolean => asText(a) === asText(b);
const asText = ({ timings, counts }: Ground): string => JSON.stringify([timings, ...counts]);

/** By the clause under which each protocol was signed; only where it is not that of the agreement's own text. */
function countsOf(protocols: Family['protocols'], { amendment, entryIntoForce }: Terms): Counts {
  const own = countedBy(amendment?.entryIntoForce ?? entryIntoForce);
  const each = Object.entries(protocols).map(([id, { snapshot }]) => [id, countedBy(snapshot.context.clause)] as const);
  return new Map(each.filter(([, counted]) => counted !== own).sort(([a], [b]) => byText(a, b)));
}
