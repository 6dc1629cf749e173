/** What a step of one machine means for the family: its notes, and the messages that it sends to the other instruments. */
import { isInstrumentMessage, type Emitted, type InstrumentMessage } from './acts.ts';
import { agreementMachine, type AgreementMachine } from './agreement/machine.ts';
import { apply, type StepResult } from './driver.ts';
import { contextOf, keep, note, noteBegun, phaseIn, withoutPrototype, withProtocol, type State } from './fold-state.ts';
import { labelOfDue } from './labels.ts';
import { protocolMachine } from './protocol/machine.ts';
import { changesAheadOf, isTimed } from './protocol/timing.ts';

export function moveAgreement(before: State, { instance, emitted }: StepResult<AgreementMachine>): State {
  const s = { ...before, agreement: instance };
  const { today: day, appliedProvisionally: applied } = contextOf(s);
  const moved = note(s, { moment: { day, phase: phaseIn(s), context: contextOf(s) } });
  const begins = applied !== contextOf(before).appliedProvisionally;
  return tell(keep(begins ? noteBegun(moved, 'provisionalApplicationBegins', applied!) : moved, emitted), emitted);
}

export function moveProtocol(s: State, id: string, { instance, emitted }: StepResult<typeof protocolMachine>): State {
  return tell(keep(withChangesAhead(withProtocol(s, id, instance)), emitted), emitted, id);
}

/** A protocol's future changes are known from its own step on. */
function withChangesAhead(s: State): State {
  const { pending, snapshot } = s.agreement;
  const changesAhead = changesAheadOf(withoutPrototype(s.protocols));
  return { ...s, agreement: { pending, snapshot: { ...snapshot, context: { ...snapshot.context, changesAhead } } } };
}

/** Delivers one instrument's message to another as an event on the same day. */
const tell = (s: State, emitted: readonly Emitted[], from?: string): State =>
  emitted
    .filter(isInstrumentMessage)
    .reduce((sofar, word) => (word.tell === 'agreement' ? informAgreement(sofar, word, from!) : informProtocols(sofar, word)), s);

function informAgreement(s: State, { event }: Extract<InstrumentMessage, { tell: 'agreement' }>, from: string): State {
  const { today, changes, entry } = s.protocols.get(from)!.snapshot.context;
  const full = { ...event, at: today, ...(changes && !isTimed(changes) ? { changes } : {}) };
  const { date: day, basis: article } = entry!;
  const begun = note(s, { step: { day, what: 'entryIntoForce', ...labelOfDue('entryIntoForce', contextOf(s), { id: from, article }) } });
  return moveAgreement(begun, apply(agreementMachine, s.agreement, full)!); // protocols enter into force only while the agreement is
}

/** Entry into force is one step, whether a due date or the last fact brings it about; so is an end. */
function informProtocols(s: State, { event }: Extract<InstrumentMessage, { tell: 'protocols' }>): State {
  const begun = event.type === 'agreement.enteredIntoForce' ? noteBegun(s, 'entryIntoForce', contextOf(s).entry!.date) : noteEnd(s);
  return [...s.protocols.keys()].reduce((sofar, id) => {
    const taken = apply(protocolMachine, sofar.protocols.get(id)!, { ...event, at: contextOf(sofar).today });
    return taken ? moveProtocol(sofar, id, taken) : sofar;
  }, begun);
}

/** An expiry is the end of its period, or the effect of its condition. */
function noteEnd(s: State): State {
  const { lastDayInForce, succession } = contextOf(s);
  switch (phaseIn(s)) {
    case 'terminated':
      return noteBegun(s, 'terminationEffect', lastDayInForce!);
    case 'superseded':
      return noteBegun(s, 'supersession', succession!.firstDayOut);
    default:
      return s;
  }
}
