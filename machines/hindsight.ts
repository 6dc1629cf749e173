/**
 * Which facts the fold of a day uses: those dated up to it, and later ones whose legal effect reaches back to it or before. So everything
 * now known decides what was true on a day. VCLT art. 24, 28, 78.
 */
import { earliest, latest, type CalendarDate } from '../clauses/calendar.ts';
import type { AgreementContext } from './agreement/context.ts';
import { datedBackTo, type DatedBack } from './dated-events.ts';
import { dateOf, type Fact } from './facts.ts';
import type { TreatyState, ProtocolEffects } from './treaty-state.ts';
import type { FoldInput } from './fold-beginning.ts';
import { foldToFixpoint } from './protocol-effects.ts';
import { timingsOf } from './protocol/timing.ts';
import type { Hindsight } from './later-facts.ts';

const none: Hindsight = { effects: { timings: [], counts: new Map() }, back: new Map() };

/** Returns the later facts that matter, from all known facts sorted by date. */
export function hindsightOn(input: FoldInput, day: CalendarDate): Hindsight {
  return { agreed: agreedLater(input, day), back: datedBackLater(input, day), effects: effectsLater(input, day) };
}

/**
 * An agreed entry into force takes effect on the day it names; if the earlier entry into force preceded that day, from the earlier one,
 * since the agreement was then not in force after all.
 */
function agreedLater(input: FoldInput, day: CalendarDate): Hindsight['agreed'] {
  const { facts } = input;
  const signed = facts.find(f => f.type === 'signed')?.on;
  const fact = facts.filter(f => f.type === 'entry.agreed').findLast(f => signed !== undefined && f.date >= signed);
  if (!fact || fact.on <= day) return undefined;
  const otherwise = foldToFixpoint(input, day, none).agreement.snapshot.context.entry?.date;
  const from = earliest(fact.date, otherwise ?? fact.date);
  return from <= day ? { fact, from } : undefined;
}

/**
 * An act dated back that has no effect on its own day, for example because the agreement had ended by then, has none on a day before. A
 * suspension or resumption comes after what else happened by that day, since the Parties knew of it when they agreed.
 */
function datedBackLater(input: FoldInput, day: CalendarDate): DatedBack {
  const back = input.facts.filter(f => datedBackTo(f) !== undefined);
  const later = back.filter(f => dateOf(f) > day && datedBackTo(f)! <= day);
  if (!later.length) return none.back;
  const through = latest(...back.map(dateOf));
  const { history, withoutEffect } = foldToFixpoint(input, through, hindsightOn(input, through));
  const entries = later
    .filter(f => !withoutEffect.some(w => w.fact === f.id))
    .map(f => [f.id, effectOf(f, history.findLast(m => m.day <= dateOf(f))!.context, day)] as const);
  return new Map(entries.filter(([, { from }]) => from <= day));
}

function effectOf(f: Fact, { suspendedFrom, resumesFrom }: AgreementContext, day: CalendarDate): { from: CalendarDate; at: CalendarDate } {
  if (f.type === 'suspension.agreed') return { from: suspendedFrom!, at: day };
  if (f.type === 'resumption.agreed') return { from: resumesFrom!, at: day };
  const from = datedBackTo(f)!;
  return { from, at: from };
}

/** Folds the family through everything known, until no protocol awaits its entry into force. */
function effectsLater(input: FoldInput, day: CalendarDate): ProtocolEffects {
  const { facts } = input;
  if (!facts.some(f => mayReachBack(f, day))) return none.effects;
  let family = foldToFixpoint(input, latest(...facts.map(dateOf)), none);
  for (let due = awaitedEntry(family); due; due = awaitedEntry(family)) family = foldToFixpoint(input, due, none);
  const { protocols, contradictions } = family;
  const later = timingsOf(protocols).filter(
    t =>
      t.how === 'retroactive' &&
      t.begins <= day &&
      protocols[t.protocol]!.snapshot.context.entry!.date > day &&
      !contradictions.includes(t.protocol),
  );
  return { timings: later, counts: family.counts };
}

const mayReachBack = (f: Fact, day: CalendarDate): boolean =>
  (f.type === 'protocol.signed' && f.changes?.retroactive !== undefined && f.changes.from! <= day) ||
  (f.type === 'protocol.completion.notified' && dateOf(f) > day && [f.dated, f.dispatched].some(d => d !== undefined && d <= day));

const awaitedEntry = ({ protocols }: TreatyState): CalendarDate | undefined =>
  Object.values(protocols).flatMap(({ pending }) => pending.map(due => due.on))[0];
