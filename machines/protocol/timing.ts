/**
 * When a protocol's changes apply, if not from its entry into force: from a later day it names, retroactively, or provisionally. They
 * follow from the family's own fold and are fed back into it. VCLT art. 24, 25, 28.
 */
import { earliest, latest, type CalendarDate } from '../../clauses/calendar.ts';
import type { Changes } from '../../clauses/terms.ts';
import type { ChangesAhead, OnDaysOfItsOwn } from '../agreement/context.ts';
import type { MachineInstance } from '../driver.ts';
import type { DatedEvent } from '../dated-events.ts';
import { protocolEntryKnown, type protocolMachine, type ProtocolContext } from './machine.ts';

export interface Timing {
  protocol: string;
  changes: Changes;
  how: OnDaysOfItsOwn;
  begins: CalendarDate;
  /** The day on which provisional application ends because the protocol was abandoned. */
  ends?: CalendarDate;
}

type Protocols = Readonly<Record<string, MachineInstance<typeof protocolMachine>>>;

/** Changes with days of their own do not apply on entry into force. */
export const isTimed = (changes: Changes | undefined): boolean => Boolean(changes?.from ?? changes?.provisionallyFrom);

export const timingsOf = (protocols: Protocols): Timing[] =>
  Object.entries(protocols).flatMap(([protocol, { snapshot }]) => timingOf(protocol, snapshot.value === 'abandoned', snapshot.context));

function timingOf(protocol: string, isAbandoned: boolean, c: ProtocolContext): Timing[] {
  const { changes, agreementInForceSince: since, entry } = c;
  if (!changes || !since) return [];
  const { from, retroactive, provisionallyFrom } = changes;
  if (from && entry) {
    const begins = latest(from, retroactive ? since : entry.date);
    return [{ protocol, changes, how: retroactive && from < entry.date ? 'retroactive' : 'namedDay', begins }];
  }
  if (!provisionallyFrom) return [];
  const own = latest(provisionallyFrom, c.consents.signed!, since);
  const begins = entry ? earliest(own, entry.date) : own; // once in force, it needs no provisional application
  if (!isAbandoned) return [{ protocol, changes, how: 'provisional', begins }];
  return begins < c.today ? [{ protocol, changes, how: 'provisional', begins, ends: c.today }] : [];
}

/** Returns what protocols will amend, and from which days, as known from their own steps so far. */
export const changesAheadOf = (protocols: Protocols): ChangesAhead[] =>
  Object.entries(protocols).flatMap(([protocol, { snapshot }]) =>
    snapshot.status === 'active' ? aheadOf(protocol, snapshot.context) : [],
  );

function aheadOf(id: string, c: ProtocolContext): ChangesAhead[] {
  const { changes, agreementInForceSince: since } = c;
  if (!changes || !since) return [];
  const known = c.entry ?? protocolEntryKnown(c).settled;
  const entry = known && { ...known, date: latest(known.date, since) };
  if (!isTimed(changes)) return entry ? [{ id, on: entry.date, changes, how: 'entryIntoForce' }] : [];
  return timingOf(id, false, entry ? { ...c, entry } : c).map(({ begins: on, how }) => ({ id, on, changes, how }));
}

/** Returns the resulting events for the agreement. */
export function timedEvents({ protocol, changes, how, begins, ends }: Timing): DatedEvent[] {
  const base = { id: protocol, recorded: begins };
  const applied = { type: 'protocol.changesApplied', protocol, changes, how, at: begins } as const;
  const ended = ends && ({ type: 'protocol.applicationEnded', protocol, at: ends } as const);
  return [
    { ...base, at: begins, type: applied.type, event: applied },
    ...(ended ? [{ ...base, at: ended.at, type: ended.type, event: ended }] : []),
  ];
}
