/**
 * The course of a protocol at the desk, from the ledger and the desk's own steps, folded anew each time: so that a corrected or
 * struck fact needs no code of its own.
 */
import { beginsEverywhere, byText, date, earliest, inWords, type CalendarDate } from '../../clauses/calendar.ts';
import type { Changes } from '../../clauses/terms.ts';
import type { Act } from '../acts.ts';
import { apply, fallDue, open, type Course, type Due, type Taken } from '../driver.ts';
import { dateOf, type Fact } from '../facts.ts';
import { fold } from '../fold.ts';
import { phaseOf } from '../driver.ts';
import { factsKnown, type Dossier } from '../ledger.ts';
import type { Timer } from '../timer.ts';
import { defectOfForm } from '../without-effect.ts';
import { missingIn, protocolProcess, textsMissing, type ProcessContext, type ProcessEvent, type ProcessState } from './process.ts';
import type { ProtocolStep } from './steps.ts';

/** What is known of a protocol: its machine is run over the events. */
export interface ProtocolKnown {
  agreement: string;
  protocol: string;
  title: string | null;
  changes: Changes | null;
  parties: readonly string[];
  zones: readonly string[];
  languages: readonly string[];
  tell: readonly string[];
  basis: string;
  opened: CalendarDate;
  events: readonly ProcessEvent[];
  /** Ids of entries that are in the ledger: the next one of a name takes another. */
  used: readonly string[];
  /** How many steps the desk has entered. */
  steps: number;
}

/** Where a protocol stands: what its machine remembers, and what is waited for. */
export interface ProtocolShown {
  state: ProcessState;
  protocol: ProcessContext;
  /** What is missing, in words; null when nothing is. */
  missing: string | null;
  timers: Timer[];
  closed: boolean;
}

type OnDay = Pick<Dossier, 'agreement' | 'entries'> & { today: CalendarDate };

/** All that is known of a protocol; undefined when neither the ledger nor the desk has heard of it. */
export function knownOf({ agreement, entries, today }: OnDay, protocol: string, steps: readonly ProtocolStep[]): ProtocolKnown | undefined {
  const facts = factsKnown(entries)
    .facts.filter(isOf(protocol))
    .filter(f => dateOf(f) <= today && !defectOfForm(f));
  const opening = steps.map(s => s.step).find(s => s.type === 'protocol.opened');
  if (!facts.length && !opening) return undefined;
  const signed = facts.find(f => f.type === 'protocol.signed');
  const signedOn = signed?.on ?? today; // what is entered later than it happened was there by then
  const events = [
    ...steps.flatMap(({ step }): ProcessEvent[] =>
      step.type === 'protocol.text.settled' ? [{ type: step.type, at: earliest(date(step.at), signedOn), language: step.language }] : [],
    ),
    ...facts.map(eventOf),
    ...endOf({ agreement, entries, today }, protocol),
  ].sort((a, b) => byText(a.at, b.at));
  const { amendment, entryIntoForce } = agreement.clauses;
  return {
    agreement: agreement.id,
    protocol,
    title: opening?.title ?? null,
    changes: signed?.changes ?? opening?.changes ?? null,
    parties: agreement.parties.map(p => p.id),
    zones: agreement.parties.map(p => p.zone),
    languages: agreement.languages?.authentic ?? [],
    tell: agreement.desk?.recipients?.map(r => r.id) ?? [],
    basis: amendment?.article ?? entryIntoForce.article,
    opened: [...events.map(e => e.at), ...(opening ? [date(opening.at)] : [])].sort(byText)[0]!,
    events,
    used: entries.map(e => e.id),
    steps: steps.length,
  };
}

type ProtocolFact = Extract<Fact, { protocol: string }>;
const isOf =
  (protocol: string) =>
  (f: Fact): f is ProtocolFact =>
    'protocol' in f && f.protocol === protocol;

const eventOf = (f: ProtocolFact): ProcessEvent =>
  f.type === 'protocol.completion.notified' ? { type: f.type, at: dateOf(f), by: f.by } : { type: f.type, at: dateOf(f) };

/** What the law says of it: in force since, or never operating. */
function endOf({ agreement, entries, today }: OnDay, protocol: string): ProcessEvent[] {
  const family = fold(agreement, factsKnown(entries).facts, agreement.reading, today);
  const course = family.protocols[protocol];
  if (!course) return [];
  const { entry, today: last } = course.snapshot.context;
  if (entry) return [{ type: 'protocol.enteredIntoForce', at: entry.date }];
  return phaseOf(course) === 'neverOperates' ? [{ type: 'agreement.ended', at: last }] : [];
}

export type ProtocolCourse = Course<typeof protocolProcess>;

/** Follows what is known through a day. */
export function followedProtocol(known: ProtocolKnown, today: CalendarDate): { course: ProtocolCourse; acts: Act[] } {
  const { agreement, protocol, parties, languages, tell, basis } = known;
  const acts: Act[] = [];
  let { course } = open(protocolProcess, { today: known.opened, agreement, protocol, parties, languages, tell, basis });
  const go = (next: Taken<typeof protocolProcess> | undefined): void => {
    if (!next) return;
    course = next.course;
    acts.push(...next.emitted.filter(e => e.type === 'act').map(({ type: _, ...act }) => act));
  };
  const through = (day: CalendarDate): void => {
    for (let due = nextDue(course); due && due.on <= day; due = nextDue(course)) go(fallDue(protocolProcess, course, due));
  };
  for (const event of known.events) {
    through(event.at);
    go(apply(protocolProcess, course, event));
  }
  through(today);
  return { course, acts };
}

const nextDue = ({ pending }: ProtocolCourse): Due | undefined => pending[0];

export const processStateOf = (course: ProtocolCourse): ProcessState => phaseOf(course) as ProcessState;
export const isProtocolClosed = ({ snapshot }: ProtocolCourse): boolean => snapshot.status === 'done';
export const processContextOf = ({ snapshot }: ProtocolCourse): ProcessContext => snapshot.context;

/** What is missing for its entry into force, in an officer's words. */
export const missingFor = (course: ProtocolCourse): string | undefined => missingIn(processStateOf(course), processContextOf(course));
export const languagesMissing = (course: ProtocolCourse): string[] => textsMissing(processContextOf(course));

export const protocolShownOf = (course: ProtocolCourse, zones: readonly string[]): ProtocolShown => ({
  state: processStateOf(course),
  protocol: processContextOf(course),
  missing: missingFor(course) ?? null,
  timers: protocolTimers(course, zones),
  closed: isProtocolClosed(course),
});

export function protocolTimers(course: ProtocolCourse, zones: readonly string[]): Timer[] {
  return course.pending.map(due => ({
    name: due.name,
    day: due.on,
    at: beginsEverywhere(due.on, zones),
    summary: `Reminder ${inWords(due.on)}: ${missingFor(course)}`,
  }));
}
