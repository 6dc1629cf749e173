/** What the workflow of a notice or protocol asks of its step, and the plan that the step returns: recorded values only. */
import type { CalendarDate, Instant } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import type { TrustedKey } from '../identity/shapes.ts';
import type { WithRight } from '../workflows/messages.ts';

/** Open with an input, apply a person's request, or look for what fell due and how the ledger has changed. */
export type InstrumentCommand<Name extends string> =
  { kind: 'open'; given: object } | { kind: 'request'; name: Name; request: WithRight & { by: string } } | { kind: 'look' };

export interface InstrumentRequest<Name extends string> {
  agreement: string;
  /** The number of the notice, or the id of the protocol. */
  id: string;
  /** The workflow's current time. */
  now: Instant;
  command: InstrumentCommand<Name>;
  /** From the last plan of this run. */
  known?: Pick<InstrumentPlan<unknown>, 'steps' | 'asOf'> | undefined;
}

export interface InstrumentPlan<Shown> {
  /** The answer to queries and updates, including the timers to arm. */
  shown: Shown;
  /** How many of its steps the register has. */
  steps: number;
  /** The day through which reminders were sent. */
  asOf: CalendarDate;
  /** A fact to record with the agreement; then the step runs again, unless the fact is its only result. */
  record?: { fact: { id: string } & Record<string, unknown>; by: string; isAll: boolean };
  /** The legal day by which somebody must have acted, if any. Warnings and reminders do not count. */
  mustActBy?: { day: CalendarDate; name: string };
  /** For the Temporal UI: Markdown, and the values to find it by. */
  details: string;
  /** The language of the details. */
  language?: Language;
  kind: string;
  direction?: 'ours' | 'theirs';
  /** The Parties to the agreement, and those by which to find it. */
  parties: string[];
  foundBy: string[];
  rehearsal: boolean;
  /** The trusted authorities; absent while no right is required. */
  trusted?: TrustedKey[];
  /** Keeps the Parties' names out of what Temporal stores in clear. */
  discreet?: true;
}
