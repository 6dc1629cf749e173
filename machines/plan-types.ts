/** The plan as data, and the circumstances it is made for. */
import type { Bounds } from '../clauses/bounds.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Reason, UnsureDay, UnsureFact } from '../clauses/reason.ts';
import type { Act } from './acts.ts';
import type { OpenDecision, QuestionKind } from './decisions.ts';
import type { Entry } from './facts.ts';
import type { WithoutEffect } from './treaty-state.ts';
import type { Dossier } from './ledger.ts';
import type { NoticeDraft } from './notice/steps.ts';
import type { Timer } from './timer.ts';
import type { ToDo } from './to-do.ts';
import type { Status } from './view.ts';
import type { WayOut } from './way-out.ts';

/** The standing in short, under the default reading. */
export interface Brief {
  status: Status;
  entryIntoForce: CalendarDate | null;
  /** `safe`: the safe day; null if no notice could prevent a renewal. */
  period: {
    number: number;
    firstDay: CalendarDate;
    lastDay: CalendarDate;
    lastDayForNotice: CalendarDate | null;
    safe: CalendarDate | null;
    /** The last day of the next period, if the Parties have agreed on it. */
    renewalAgreedUntil?: CalendarDate;
  } | null;
  lastDayInForce: CalendarDate | null;
  /** The decision owed about the period, and its due day: the safe day or the day of expiry; null if there is none. */
  decision: { question: QuestionKind; due: CalendarDate; sendBy: CalendarDate | null } | null;
  /** The next of the fixed days on which alone a notice ends the agreement; absent from plans made before this field existed. */
  wayOut?: WayOut;
  /** The days for the next period, if the running one's safe day is past or missing and the agreement is renewed. */
  ahead?: { due: CalendarDate; sendBy: CalendarDate };
  /** Set if a day is known only within bounds; the other fields then assume the earliest possible day, the safe side. */
  within?: BriefWithin;
}

export interface Plan {
  law: string;
  description: string;
  title: string;
  asOf: CalendarDate;
  parties: { id: string; zone: string }[];
  standing: Brief;
  /** The state of the agreement machine, with parallel states side by side. */
  machine: string;
  underNotice: boolean;
  timers: Timer[];
  /** Acts owed and not yet done: to record as history, or to perform. */
  owed: { act: Act; as: 'history' | 'performed' }[];
  /** Acts done that no longer have a basis. */
  withdrawn: Act[];
  withoutEffect: WithoutEffect[];
  /** The decision owed now, and what has been decided so far. */
  decision: OpenDecision | undefined;
  /** Ended, with nothing left to wait for. */
  over: boolean;
  /** Ids of notice and protocol workflows to recheck; absent from plans made before this field existed. */
  tell?: string[];
  /** Notices to draft after a decision to give notice: workflow ids, their input, and their summary in the Temporal UI. */
  drafts?: { workflowId: string; draft: NoticeDraft; summary?: string }[];
  /** The end that has come or is coming. */
  end: { lastDayInForce: CalendarDate; basis: string } | null;
  toDo: ToDo;
  /** Set if a day is known only within bounds: the facts concerned, and the reason if there is no safe day. */
  within?: { unsure: readonly UnsureFact[]; noSafeDay: Reason | null };
  /** Party names are left out of what Temporal stores in clear. Set by the service's configuration, not by the law. */
  discreet?: true;
}

/** An agreement on a day, and the acts already done for it. */
export interface Circumstances extends Dossier {
  /** The legal today. */
  today: CalendarDate;
  /** The legal date of onboarding. */
  onboarded: CalendarDate;
  /** What was known at onboarding: earlier acts that follow from it are history. Defaults to all entries. */
  knownThen?: readonly Entry[];
  /** The day that the last plan reached, if there is one. */
  reached: CalendarDate | undefined;
  done: readonly Act[];
}

export interface BriefWithin {
  /** The bounds of entry into force; null if it is not settled on some possible days. */
  entryIntoForce: Bounds | null;
  /** Every possible status, under the default reading. */
  statuses: Status[];
  /** The earliest over all possible days and readings; null if none can be given. */
  safe: CalendarDate | null;
}

/** What a plan on the earliest possible day uses instead of its own: the acts that are certain, and reminders that name what is not. */
export interface OwedWithin {
  acts: readonly Act[];
  reminders: readonly Act[];
  unsure: readonly UnsureDay[];
  isSafeDayMissing: boolean;
  withoutEffect: readonly WithoutEffect[];
}
