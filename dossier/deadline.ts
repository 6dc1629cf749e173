/** One line of `deadlines`: what must be done or what ends, by when, and what is decided. */
import { daysBetween, type CalendarDate } from '../clauses/calendar.ts';
import type { Reason } from '../clauses/reason.ts';
import type { Condition } from '../clauses/reading.ts';
import type { Coming } from '../machines/coming.ts';
import type { Dossier } from '../machines/ledger.ts';
import type { Answer } from '../wording/answer.ts';
import { wordings } from '../wording/index.ts';
import { statementIn } from '../wording/statements.ts';
import type { DecisionListed } from './decision-listed.ts';
import type { Known } from './known.ts';
import type { OnItsWay } from './notice-in-transit.ts';

/** A day by which somebody must act, or on which something ends. */
export interface Deadline {
  agreement: string;
  title: string;
  /** The title by language. */
  titles: Readonly<Record<string, string>>;
  parties: readonly string[];
  status: Answer['status'];
  /** The number of its period; null if none runs or it is unknown which. */
  period: number | null;
  /** Belongs to a rehearsal, which lists show among real agreements. */
  rehearsal: boolean;
  /** The first recipient of reminders; null if there is none. */
  responsible: string | null;
  /** `missed`: a safe day passed without action, and silence renews the agreement on `date`. */
  what: 'notice' | 'end' | 'missed';
  label: string;
  /** The label as data. */
  says: Coming;
  /** For a notice the safe day: if received by then, it is in time on every reading. */
  date: CalendarDate;
  daysLeft: number;
  /** The day to act by has passed: a notice should have been sent, or a decision made. */
  overdue: boolean;
  /** For a missed deadline: the safe day that passed, and the consequence. */
  since: CalendarDate | null;
  follows: { what: 'renewal'; on: CalendarDate } | null;
  sendBy: CalendarDate | null;
  /** Until the send-by day; negative once it has passed. */
  daysLeftToSend: number | null;
  /** The notice sent for this deadline and not yet received; null if there is none. */
  onItsWay: OnItsWay | null;
  /** That day holds on every reading; for an end also what other readings give, null if they give no end. */
  certain: boolean;
  alternatives: readonly { date: CalendarDate | null; when: readonly Condition[] }[];
  /** The readings on which it falls due, because the agreement is still in force then; empty if it does on every reading. */
  onlyIf: readonly Condition[];
  /** The last day for notice on the agreement's own reading. */
  lastDay: CalendarDate | null;
  /** The decision that this day is about, if it is that of the current period; see `DecisionListed`. */
  decision: DecisionListed;
  basis: string;
  reason: Reason;
  how: string;
}

/** The fields common to all of an agreement's deadlines. */
export const common = ({ agreement: { id, title, parties, rehearsal, desk } }: Dossier, { status, period }: Answer) => ({
  agreement: id,
  title: title['en']!,
  titles: title,
  parties: parties.map(p => p.id),
  status,
  period: period?.number ?? null,
  rehearsal,
  responsible: desk?.recipients?.[0]?.name ?? null,
});

export const labelled = (says: Coming): Pick<Deadline, 'label' | 'says'> => ({ label: statementIn(says, wordings.en), says });

/** Holds on every reading. */
export const sure = { certain: true, alternatives: [], onlyIf: [] } as const;

/** Overdue once the send-by day has passed, unless renewal was decided, nothing is left to decide, or a notice is in transit. */
export const toSend = (
  asOf: CalendarDate,
  sendBy: CalendarDate | null,
  owed?: Known['owed'],
  sent: OnItsWay | null = null,
): Pick<Deadline, 'sendBy' | 'daysLeftToSend' | 'overdue' | 'since' | 'follows' | 'onItsWay'> => ({
  sendBy,
  daysLeftToSend: sendBy && daysBetween(asOf, sendBy),
  overdue: sendBy !== null && sendBy < asOf && owed !== undefined && owed.state !== 'renew' && !sent,
  onItsWay: sent,
  since: null,
  follows: null,
});

/** The day by which somebody must act: a notice must be sent before it must be received. */
export const actBy = ({ sendBy, date }: Pick<Deadline, 'sendBy' | 'date'>): CalendarDate => sendBy ?? date;
