/** What a fold leaves of a family, an agreement and its protocols. */
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
import type { WhyNot } from './why-not.ts';
import type { Phase } from './without-effect.ts';

export interface TreatyState {
  agreement: MachineInstance<AgreementMachine>;
  /** By id. People name protocols: without a prototype, `constructor` is one like any other. */
  protocols: Readonly<Record<string, MachineInstance<typeof protocolMachine>>>;
  acts: readonly Act[];
  withoutEffect: readonly WithoutEffect[];
  timeline: readonly TimelineRow[];
  history: readonly StateAt[];
  /** Changes that hold on days of their own, also those to come. */
  timings: readonly Timing[];
  /** Protocols whose changes hold on no day, since they would undo their own ground. */
  contradictions: readonly string[];
  /** Which date of a notification counts for protocols. */
  counts: Counts;
  /** The facts dated up to the day, and later ones whose effect in law reaches back to it: those to carry the fold on with. */
  taken: readonly Fact[];
  /** Of the later ones, from which day; and notices on their way, which have left and on one reading count by that. */
  reachingBack: readonly ReachingBack[];
}

export interface WithoutEffect {
  fact: string;
  reason: WhyNot;
  /** Where a day is known only within bounds: on other possible days it has an effect. */
  onSomeDays?: true;
  /** On other readings it has an effect. */
  onSomeReadings?: true;
}

/** One step of the family: a fact that was taken, or something that fell due at the end of `day`. */
export interface TimelineRow {
  day: CalendarDate;
  what: string;
  label: Label;
  basis: string;
  /** The fact that it is. */
  fact?: string;
}

/** What the agreement remembered from a day on, until the next. */
export interface StateAt {
  day: CalendarDate;
  phase: Phase;
  context: AgreementContext;
}

/** A fact dated after the day asked about that has an effect on it, and from which day. */
export interface ReachingBack {
  fact: Fact;
  from: CalendarDate;
  how: 'agreedEntry' | 'dated' | 'dispatched' | 'retroactive';
}

/** What protocols bring about of their own: it follows from the family's own fold, and the family is folded with it. */
export interface ProtocolEffects {
  /** Changes that hold on days of their own. */
  timings: readonly Timing[];
  /** A protocol may change which date of a notification counts for later protocols. */
  counts: Counts;
}
