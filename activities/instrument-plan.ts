/** What the workflow of a notice or a protocol asks of its step, and the plan that it gets back and arms: recorded values alone. */
import type { CalendarDate, Instant } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import type { TrustedKey } from '../identity/shapes.ts';
import type { WithRight } from '../workflows/messages.ts';

/** To begin with what was given; to take what a person asks; or to look what fell due and what the ledger has become. */
export type InstrumentCommand<Name extends string> =
  { kind: 'open'; given: object } | { kind: 'request'; name: Name; request: WithRight & { by: string } } | { kind: 'look' };

export interface InstrumentRequest<Name extends string> {
  agreement: string;
  /** The number of the notice, or the id of the protocol. */
  id: string;
  /** The workflow's now. */
  now: Instant;
  command: InstrumentCommand<Name>;
  /** From the last plan of this run. */
  known?: Pick<InstrumentPlan<unknown>, 'steps' | 'asOf'> | undefined;
}

export interface InstrumentPlan<Shown> {
  /** What queries and updates answer, the timers to arm among it. */
  shown: Shown;
  /** How many lines the register has of it. */
  steps: number;
  /** The day through which reminders were sent. */
  asOf: CalendarDate;
  /** A fact of the agreement's, to be recorded there; then the step is run again, unless the fact is all that comes of it. */
  record?: { fact: { id: string } & Record<string, unknown>; by: string; isAll: boolean };
  /** The day in law by which somebody must have acted; absent where there is none. Warnings and reminders are none. */
  mustActBy?: { day: CalendarDate; name: string };
  /** For the Temporal UI, in Markdown; and what it is found by. */
  details: string;
  /** In which language the details are. */
  language?: Language;
  kind: string;
  direction?: 'ours' | 'theirs';
  /** The Parties to the agreement; those by which it is found. */
  parties: string[];
  foundBy: string[];
  rehearsal: boolean;
  /** The authorities that are trusted; absent where rights are not asked for. */
  trusted?: TrustedKey[];
  /** Party names are left out of what Temporal keeps in clear. */
  discreet?: true;
}
