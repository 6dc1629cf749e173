/**
 * Calendar entries derived from the outbox: one for each period and question of an agreement, for life, whatever its reminders and its day.
 * An entry is open while one of its reminders stands and nothing has settled it. Each outbox line about it makes a new version, so that the
 * SEQUENCE only rises and letters that overtake one another leave it in the right state (RFC 5546, 2.1.4).
 */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Recipient } from '../clauses/desk.ts';
import type { Act } from '../machines/acts.ts';
import type { OutboxLine } from '../register/types.ts';

export interface CalendarEntry {
  uid: string;
  sequence: number;
  isOpen: boolean;
  /** The latest act sent for it, which gives its subject and its days. */
  act: DatedAct;
}

export type DatedAct = Act & { due: CalendarDate };

/** The version that a line makes for a recipient; undefined if the line concerns no entry that was ever sent to the recipient. */
export function entryAfter(line: OutboxLine, outbox: readonly OutboxLine[], recipient: Recipient): CalendarEntry | undefined {
  const lines = outbox.filter(l => l.agreement === line.agreement && l.seq <= line.seq).sort((a, b) => a.seq - b.seq);
  const sent = lines.filter(l => l.step === 'performed' && isOfEntry(bodyOf(l)) && tells(bodyOf(l), recipient));
  const name = nameFor(bodyOf(line), sent.map(bodyOf));
  const ofName = sent.filter(l => nameOf(bodyOf(l) as DatedAct) === name);
  if (!name || !ofName.length) return undefined;
  const standing = [...new Map(lines.map(l => [l.act, l])).values()].filter(l => l.step !== 'withdrawn');
  const open = standing.filter(l => ofName.includes(l));
  const settling = standing.filter(l => bodyOf(l).settled !== undefined && isOfPeriod(bodyOf(l), name)).sort(byDay);
  const latest = [...open, ...settling].sort(byDay).at(-1);
  return {
    uid: `${line.agreement}.${name}@servanda`,
    sequence: lines.filter(l => concerns(bodyOf(l), name)).length - 1,
    isOpen: open.length > 0 && bodyOf(latest!).settled !== true,
    act: bodyOf((open.sort(byDay).at(-1) ?? ofName.at(-1))!) as DatedAct,
  };
}

const bodyOf = (line: OutboxLine): Act => line.body;
const byDay = (a: OutboxLine, b: OutboxLine): number =>
  bodyOf(a).on < bodyOf(b).on ? -1 : bodyOf(a).on > bodyOf(b).on ? 1 : a.seq - b.seq;

/** True if the act is addressed to the recipient: by default to all of them, otherwise to those it names. */
export const tells = ({ to }: Act, { id }: Recipient): boolean => !to || to.includes(id);

/** Reminders, and announcements of a day to come. An act that settles a question has no day of its own. */
const isOfEntry = ({ kind, due, settled }: Act): boolean =>
  due !== undefined && settled === undefined && (kind === 'remind' || kind === 'announce');

const ofPeriod = (period: number): string => `period-${period}-`;

/** Unique within an agreement. Without a period (a notice in transit), the name contains the day. */
const nameOf = ({ what, due, period, question = 'renewal' }: DatedAct): string =>
  period === undefined ? `${what}-${due}` : `${ofPeriod(period)}${question}`;

const isOfPeriod = ({ period }: Act, name: string): boolean => period !== undefined && name.startsWith(ofPeriod(period));

const concerns = (act: Act, name: string): boolean =>
  isOfEntry(act) ? nameOf(act as DatedAct) === name : act.settled !== undefined && isOfPeriod(act, name);

/** The entry of an act, or the one whose question it settles: the last one sent for the period. */
function nameFor(act: Act, sent: readonly Act[]): string | undefined {
  if (isOfEntry(act)) return nameOf(act as DatedAct);
  return sent.map(a => nameOf(a as DatedAct)).findLast(name => concerns(act, name));
}
