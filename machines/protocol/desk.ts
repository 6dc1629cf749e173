/**
 * A protocol at the desk: its machine's state in the family's fold, and the desk's own steps, which have no legal effect. Derived again
 * each time, so that a corrected or struck fact needs no code of its own.
 */
import { after, beginsEverywhere, byText, date, type CalendarDate } from '../../clauses/calendar.ts';
import { hasNotified, isAwaited } from '../../clauses/entry-into-force.ts';
import { clauseOfProtocols, type Changes } from '../../clauses/terms.ts';
import type { Act } from '../acts.ts';
import { phaseOf, type MachineInstance } from '../driver.ts';
import { dateOf, type Fact } from '../facts.ts';
import { fold } from '../fold.ts';
import { factsKnown, type Dossier } from '../ledger.ts';
import type { Timer } from '../timer.ts';
import { waits } from '../waits.ts';
import { defectOfForm } from '../without-effect.ts';
import { missingIn, reminderOn, type Missing, type ProtocolOnDesk, type ProtocolState } from './awaited.ts';
import type { protocolMachine } from './machine.ts';
import type { ProtocolStep } from './steps.ts';

export interface ProtocolKnown {
  state: ProtocolState;
  protocol: ProtocolOnDesk;
  title: string | null;
  changes: Changes | null;
  zones: readonly string[];
  /** Ids of entries in the ledger: the next entry of the same name takes another. */
  used: readonly string[];
}

/** The standing of a protocol, and its timers. */
export interface ProtocolShown {
  state: ProtocolState;
  protocol: ProtocolOnDesk;
  /** What is missing; null if nothing is. */
  missing: Missing | null;
  timers: Timer[];
  closed: boolean;
}

type OnDay = Pick<Dossier, 'agreement' | 'entries'> & { today: CalendarDate };
type InLaw = MachineInstance<typeof protocolMachine>;

/** Returns all that is known of a protocol; undefined if neither the ledger nor the desk has it. */
export function knownOf({ agreement, entries, today }: OnDay, protocol: string, steps: readonly ProtocolStep[]): ProtocolKnown | undefined {
  const known = factsKnown(entries).facts;
  const facts = known.filter(isOf(protocol)).filter(f => dateOf(f) <= today && !defectOfForm(f));
  const opening = steps.map(s => s.step).find(s => s.type === 'protocol.opened');
  if (!facts.length && !opening) return undefined;
  const inLaw = fold(agreement, known, agreement.reading, today).protocols[protocol];
  const state = stateOf(inLaw);
  const { amendment, entryIntoForce } = agreement.clauses;
  const parties = agreement.parties.map(p => p.id);
  return {
    state,
    protocol: {
      agreement: agreement.id,
      protocol,
      parties: parties.filter(p => isAwaited(inLaw?.snapshot.context.clause ?? clauseOfProtocols(agreement.clauses), p)),
      languages: agreement.languages?.authentic ?? [],
      texts: steps.flatMap(({ step }) => (step.type === 'protocol.text.settled' ? [step.language] : [])),
      completions: inLaw ? parties.filter(p => hasNotified(inLaw.snapshot.context.consents, p)) : [],
      tell: agreement.desk?.recipients?.map(r => r.id) ?? [],
      basis: amendment?.article ?? entryIntoForce.article,
      since: since(state, inLaw, [
        ...facts.map(f => [f.type, dateOf(f)] as const),
        ...(opening ? [[opening.type, date(opening.at)] as const] : []),
      ]),
    },
    title: opening?.title ?? null,
    changes: facts.find(f => f.type === 'protocol.signed')?.changes ?? opening?.changes ?? null,
    zones: agreement.parties.map(p => p.zone),
    used: entries.map(e => e.id),
  };
}

type ProtocolFact = Extract<Fact, { protocol: string }>;
const isOf =
  (protocol: string) =>
  (f: Fact): f is ProtocolFact =>
    'protocol' in f && f.protocol === protocol;

/** A protocol opened only at the desk is proposed. */
function stateOf(inLaw: InLaw | undefined): ProtocolState {
  const phase = inLaw ? phaseOf(inLaw) : 'proposed';
  return phase === 'ended' ? 'inForce' : (phase as ProtocolState);
}

/** A repeated proposal is awaited from its own day. */
function since(
  state: ProtocolState,
  inLaw: InLaw | undefined,
  happened: readonly (readonly [type: string, day: CalendarDate])[],
): CalendarDate {
  const days = happened
    .filter(([type]) => type === `protocol.${state}`)
    .map(([, day]) => day)
    .sort(byText);
  if (state === 'inForce') return inLaw!.snapshot.context.entry!.date;
  if (state === 'neverOperates') return inLaw!.snapshot.context.today;
  return days.at(state === 'proposed' ? -1 : 0) ?? happened.map(([, day]) => day).sort(byText)[0]!;
}

export const isOver = (state: ProtocolState): boolean => state === 'inForce' || state === 'neverOperates' || state === 'abandoned';

/** Returns the reminders of the present state, through a day; past states owe none. */
export function remindersThrough(today: CalendarDate, { state, protocol }: ProtocolKnown): Act[] {
  return days(protocol.since, today).flatMap(day => reminderOn(day, state, protocol) ?? []);
}

function days(since: CalendarDate, today: CalendarDate): CalendarDate[] {
  const all: CalendarDate[] = [];
  for (let day = after(since, waits.protocolAwaited); day <= today; day = after(day, waits.protocolAwaited)) all.push(day);
  return all;
}

export const shownOf = (known: ProtocolKnown, today: CalendarDate): ProtocolShown => ({
  state: known.state,
  protocol: known.protocol,
  missing: missingIn(known.state, known.protocol) ?? null,
  timers: timersOf(known, today),
  closed: isOver(known.state),
});

/** The timer's name in each state that waits. */
export const waitIn: Partial<Record<ProtocolState, string>> = {
  proposed: 'consentAwaited',
  agreed: 'signatureAwaited',
  signed: 'completionAwaited',
};

function timersOf({ state, protocol, zones }: ProtocolKnown, today: CalendarDate): Timer[] {
  const name = waitIn[state];
  if (!name) return [];
  const day = after(days(protocol.since, today).at(-1) ?? protocol.since, waits.protocolAwaited);
  return [
    {
      name,
      day,
      at: beginsEverywhere(day, zones),
      says: { code: 'protocolReminder', args: { day, missing: missingIn(state, protocol)! } },
    },
  ];
}
