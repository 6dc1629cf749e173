/** The plan as plain values, and what it is made for. */
import type { Bounds } from '../clauses/bounds.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Reason, UnsureDay, UnsureFact } from '../clauses/reason.ts';
import type { Act } from './acts.ts';
import type { DecisionOwed, QuestionKind } from './decisions.ts';
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
  /** `safe`: the safe day; null where no notice could prevent a renewal. */
  period: {
    number: number;
    firstDay: CalendarDate;
    lastDay: CalendarDate;
    lastDayForNotice: CalendarDate | null;
    safe: CalendarDate | null;
    /** The last day of the next period, where the Parties have agreed on it. */
    renewalAgreedUntil?: CalendarDate;
  } | null;
  lastDayInForce: CalendarDate | null;
  /** What is to be decided about the period, and by when: the safe day, or the day of expiry; null where nothing is. */
  decision: { question: QuestionKind; due: CalendarDate; sendBy: CalendarDate | null } | null;
  /** Where a notice ends it only on fixed days, the next of them; absent in plans made before it was told. */
  wayOut?: WayOut;
  /** Where the safe day of the running period is past, or it has none, and the agreement is renewed: those of the next period. */
  ahead?: { due: CalendarDate; sendBy: CalendarDate };
  /** Only where a day is known but within bounds; the rest is then on the safe side, as if it was the earliest day possible. */
  within?: BriefWithin;
}

export interface Plan {
  law: string;
  description: string;
  title: string;
  asOf: CalendarDate;
  parties: { id: string; zone: string }[];
  standing: Brief;
  /** Where the agreement's machine stands, its parallel states beside each other. */
  machine: string;
  underNotice: boolean;
  timers: Timer[];
  /** Acts owed now and not done: to enter as history, or to perform. */
  owed: { act: Act; as: 'history' | 'performed' }[];
  /** Acts done that have lost their ground. */
  withdrawn: Act[];
  withoutEffect: WithoutEffect[];
  /** What is to be decided now, and what is decided of it. */
  decision: DecisionOwed | undefined;
  /** Over, with nothing left to wait for. */
  over: boolean;
  /** Workflows of notices and protocols that are to look again, by id; absent in plans made before there were any. */
  tell?: string[];
  /** Notices to be drafted, because it was decided to give notice: workflow ids, what they begin with, and what the Temporal UI shows of them. */
  drafts?: { workflowId: string; draft: NoticeDraft; summary?: string }[];
  /** The end that has come or is coming. */
  end: { lastDayInForce: CalendarDate; basis: string } | null;
  toDo: ToDo;
  /** Only where a day is known but within bounds: which, and why there is no safe day, where there is none. */
  within?: { unsure: readonly UnsureFact[]; noSafeDay: Reason | null };
  /** Party names are left out of what Temporal keeps in clear. Said by who keeps the agreement, not by the law. */
  discreet?: true;
}

/** An agreement on a day, and what was done about it before. */
export interface Circumstances extends Dossier {
  /** The legal today. */
  today: CalendarDate;
  /** The legal date of onboarding. */
  onboarded: CalendarDate;
  /** What was known then: acts before that day which follow from it are history. All entries where it is absent. */
  knownThen?: readonly Entry[];
  /** The day through which the last plan reached, if there is one. */
  reached: CalendarDate | undefined;
  done: readonly Act[];
}

export interface BriefWithin {
  /** The bounds of entry into force; null where on some possible days it is not settled. */
  entryIntoForce: Bounds | null;
  /** Every status that is possible, under the default reading. */
  statuses: Status[];
  /** The earliest over all possible days and readings; null where none can be given. */
  safe: CalendarDate | null;
}

/** What a plan on the earliest day possible takes in place of its own: acts that are sure, reminders that say what is not. */
export interface OwedWithin {
  acts: readonly Act[];
  reminders: readonly Act[];
  unsure: readonly UnsureDay[];
  isSafeDayMissing: boolean;
  withoutEffect: readonly WithoutEffect[];
}
