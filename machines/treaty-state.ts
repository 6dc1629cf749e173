/** The result of a fold: the state of a family (an agreement and its protocols). */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Act } from './acts.ts';
import type { AgreementContext } from './agreement/context.ts';
import type { AgreementMachine } from './agreement/machine.ts';
import type { MachineInstance } from './driver.ts';
import type { Fact } from './facts.ts';
import type { Counts } from './dated-events.ts';
import type { protocolMachine } from './protocol/machine.ts';
import type { Timing } from './protocol/timing.ts';
import type { Label } from './labels.ts';
import type { NoEffectReason } from './no-effect-reasons.ts';
import type { Phase } from './without-effect.ts';

export interface TreatyState {
  agreement: MachineInstance<AgreementMachine>;
  /** By id. Ids are chosen by users, so the object has no prototype: `constructor` is an id like any other. */
  protocols: Readonly<Record<string, MachineInstance<typeof protocolMachine>>>;
  acts: readonly Act[];
  withoutEffect: readonly WithoutEffect[];
  timeline: readonly TimelineRow[];
  history: readonly StateAt[];
  /** Changes that take effect on days of their own, including future ones. */
  timings: readonly Timing[];
  /** Protocols whose changes never take effect because they would remove their own basis. */
  contradictions: readonly string[];
  /** Which date of a notification counts for each protocol. */
  counts: Counts;
  /** The facts dated up to the day, and later ones whose legal effect reaches back to it. To carry the fold on, start from these. */
  taken: readonly Fact[];
  /** The later ones among them, each with the day it takes effect; also dispatched notices that count from dispatch on some reading. */
  reachingBack: readonly LaterFact[];
}

export interface WithoutEffect {
  fact: string;
  reason: NoEffectReason;
  /** For days known only within bounds: it has an effect on other possible days. */
  onSomeDays?: true;
  /** It has an effect on other readings. */
  onSomeReadings?: true;
}

/** One row of the timeline: a fact that took effect, or a due date at the end of `day`. */
export interface TimelineRow {
  day: CalendarDate;
  what: string;
  label: Label;
  basis: string;
  /** The fact's id, for a row that is a fact. */
  fact?: string;
}

/** The agreement's state from this day until the next entry. */
export interface StateAt {
  day: CalendarDate;
  phase: Phase;
  context: AgreementContext;
}

/** A fact dated after the day asked about that affects it, and the day from which it does. */
export interface LaterFact {
  fact: Fact;
  from: CalendarDate;
  how: 'agreedEntry' | 'dated' | 'datedBack' | 'dispatched' | 'retroactive';
}

/** The effects of protocols that follow from the family's own fold and are fed back into it. */
export interface ProtocolEffects {
  /** Changes that take effect on days of their own. */
  timings: readonly Timing[];
  /** A protocol may change which date of a notification counts for later protocols. */
  counts: Counts;
}
