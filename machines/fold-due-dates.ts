/** What falls due: the next due date of the family, and the step that it takes. */
import { byText, type CalendarDate } from '../clauses/calendar.ts';
import { agreementMachine } from './agreement/machine.ts';
import { BeyondLimit } from './beyond-limit.ts';
import { spend } from './budget.ts';
import { fireDueDate, type DueDate } from './driver.ts';
import { doesSomething } from './due-dates.ts';
import { moveAgreement, moveProtocol } from './fold-messages.ts';
import { contextOf, note, type State } from './fold-state.ts';
import { dayOf, dueOrder, labelOfDue, type DueName } from './labels.ts';
import { foldLimit } from './limits.ts';
import { protocolMachine } from './protocol/machine.ts';

export function fireThrough(s: State, day: CalendarDate): State {
  let state = s;
  for (let next = nextDue(state); next && next.due.on <= day; next = nextDue(state)) state = fireNextDue(counted(state), next);
  return state;
}

interface DueOf {
  due: DueDate;
  protocol: string | undefined;
}

export function nextDue({ agreement, protocols }: State): DueOf | undefined {
  let first: DueOf | undefined;
  for (const due of agreement.pending) if (!first || inDueOrder(due, first.due) < 0) first = { due, protocol: undefined };
  for (const [protocol, { pending }] of protocols)
    for (const due of pending)
      if (!first || (inDueOrder(due, first.due) || byText(protocol, String(first.protocol))) < 0) first = { due, protocol };
  return first;
}

const inDueOrder = (a: DueDate, b: DueDate): number => byText(a.on, b.on) || rankOfDue(a) - rankOfDue(b);
const rankOfDue = (due: DueDate): number => dueOrder.indexOf(due.name as DueName);

export function fireNextDue(s: State, { due, protocol }: DueOf): State {
  const c = contextOf(s);
  const isNoted = !notedElsewhere.includes(due.name) && doesSomething(due.name, c);
  const at = isNoted ? note(s, { step: { day: dayOf(due), what: due.name, ...labelOfDue(due.name as DueName, c) } }) : s;
  return protocol === undefined
    ? moveAgreement(at, fireDueDate(agreementMachine, s.agreement, due))
    : moveProtocol(at, protocol, fireDueDate(protocolMachine, s.protocols.get(protocol)!, due));
}

/** These can come on a due date or with a fact, so the timeline row is written when they come. */
const notedElsewhere: readonly string[] = ['entryIntoForce', 'provisionalApplicationBegins', 'terminationEffect', 'supersession'];

export function counted(s: State): State {
  spend(10 + contextOf(s).notices.length + s.protocols.size);
  if (s.count < foldLimit) return { ...s, count: s.count + 1 };
  throw new BeyondLimit({ code: 'foldTooLong', day: contextOf(s).today, most: foldLimit });
}
