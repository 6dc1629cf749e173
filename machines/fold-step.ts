/** One step of a fold: a dated event, applied to the machine that it concerns. */
import type { CalendarDate } from '../clauses/calendar.ts';
import { clauseOfProtocols, type EntryIntoForceClause } from '../clauses/terms.ts';
import { hasEnded, type AgreementEvent, type AgreementFactType } from './agreement/context.ts';
import { agreementMachine } from './agreement/machine.ts';
import type { DatedEvent } from './dated-events.ts';
import { apply, open, phaseOf } from './driver.ts';
import type { Fact, FactOf } from './facts.ts';
import { counted, fireThrough } from './fold-due-dates.ts';
import { moveAgreement, moveProtocol } from './fold-messages.ts';
import { contextOf, foundWithout, keep, note, noteFact, phaseIn, withoutEffect, withProtocol, type State } from './fold-state.ts';
import { labelOfTiming } from './labels.ts';
import { protocolMachine, type ProtocolEvent, type ProtocolFactType } from './protocol/machine.ts';
import { whyProtocolWithoutEffect, whyWithoutEffect, type ProtocolPhase } from './without-effect.ts';

/** Applies a dated event on its day, after everything due by then. */
export const step = (s: State, dated: DatedEvent): State => applyDated(fireThrough(s, dated.at), dated);

function applyDated(before: State, { fact, event }: DatedEvent): State {
  const s = counted(before);
  if (!fact) return takeWithoutFact(s, event as AgreementEvent);
  return 'protocol' in fact ? takeForProtocol(s, fact, event as ProtocolEvent) : takeForAgreement(s, fact, event as AgreementEvent);
}

/** Applies events without a fact of their own: a protocol's changes on days of their own, and a notice that counts ahead of its receipt. */
function takeWithoutFact(s: State, event: AgreementEvent): State {
  const taken = apply(agreementMachine, s.agreement, event);
  if (!taken) return s;
  const moved = moveAgreement(s, taken);
  return event.type === 'protocol.changesApplied' || event.type === 'protocol.applicationEnded'
    ? note(moved, { step: { day: event.at, what: event.type, ...labelOfTiming(event) } })
    : moved;
}

/** Applies a fact, or records why it is without effect. */
function takeForAgreement(s: State, fact: Fact, event: AgreementEvent): State {
  const named = 'of' in fact && fact.of ? foundWithout(s, fact.of) : undefined;
  if (named) return withoutEffect(s, fact, { code: 'ofWithoutEffect', args: { of: named.fact, why: named.reason } });
  const taken = apply(agreementMachine, s.agreement, event);
  if (taken) return moveAgreement(noteFact(s, fact), taken); // the fact precedes its consequences
  return tookEffectOnDispatch(s, fact)
    ? noteFact(s, fact)
    : withoutEffect(s, fact, whyWithoutEffect(phaseIn(s), contextOf(s), fact as FactOf<AgreementFactType>));
}

/** If dispatch counts, a notice in time took effect before its receipt, which then changes nothing. */
const tookEffectOnDispatch = (s: State, { id }: Fact): boolean => contextOf(s).notices.some(n => n.id === id);

function takeForProtocol(before: State, fact: FactOf<ProtocolFactType>, event: ProtocolEvent): State {
  const s = before.protocols.has(fact.protocol) ? before : openProtocol(before, fact.protocol, event.at);
  const instance = s.protocols.get(fact.protocol)!;
  const full = fact.type === 'protocol.signed' ? ({ ...event, clause: amendmentClause(s) } as ProtocolEvent) : event;
  const taken = apply(protocolMachine, instance, full);
  return taken
    ? moveProtocol(noteFact(s, fact), fact.protocol, taken)
    : withoutEffect(s, fact, whyProtocolWithoutEffect(phaseOf(instance) as ProtocolPhase, instance.snapshot.context, fact));
}

function openProtocol(s: State, id: string, today: CalendarDate): State {
  const c = contextOf(s);
  const opened = open(protocolMachine, {
    today,
    id,
    parties: s.parties,
    reading: c.reading,
    clause: amendmentClause(s),
    article: c.terms.amendment?.article ?? 'VCLT art. 39',
    ...(c.entry ? { agreementInForceSince: c.entry.date } : {}),
  });
  const { instance, emitted } = hasEnded(c) ? apply(protocolMachine, opened.instance, { type: 'agreement.ended', at: today })! : opened;
  return keep(withProtocol(s, id, instance), emitted);
}

const amendmentClause = (s: State): EntryIntoForceClause => clauseOfProtocols(contextOf(s).terms);
