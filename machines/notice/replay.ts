/** Replays a notice from its recorded steps: the same fold for the activity that steps it and for every reader of the register. */
import { beginsEverywhere, byText, dayBefore, type CalendarDate } from '../../clauses/calendar.ts';
import type { Act, Emitted } from '../acts.ts';
import { apply, fireDueDate, open, type MachineInstance, type DueDate, type StepResult } from '../driver.ts';
import { proofExpected } from './acts.ts';
import type { NoticeContext, NoticeEvent } from './context.ts';
import { noticeMachine } from './machine.ts';
import type { NoticeStep } from './steps.ts';
import type { Timer, TimerStatement } from '../timer.ts';

export type NoticeInstance = MachineInstance<typeof noticeMachine>;
export type NoticeState =
  | 'drafted'
  | 'approved'
  | 'returned'
  | 'dispatched'
  | 'examination'
  | 'received'
  | 'inEffect'
  | 'revoked'
  | 'withoutEffect'
  | 'recalled'
  | 'defective';

/** The standing of a notice: its machine's context, and its timers. */
export interface NoticeShown {
  state: NoticeState;
  notice: NoticeContext;
  timers: Timer[];
  /** Ended: nothing more can happen to it. */
  closed: boolean;
}

/** An instance and the acts emitted on the way to it. */
export interface NoticeStepResult {
  instance: NoticeInstance;
  acts: Act[];
}

/** Replays the register's steps, through a day. @throws Error if the first step is not the draft. */
export function replay(steps: readonly NoticeStep[], today: CalendarDate): NoticeStepResult {
  const [first, ...rest] = steps;
  if (first?.step.type !== 'notice.drafted') throw new Error('A notice begins with its draft.');
  let { instance, acts } = stepResultOf(open(noticeMachine, first.step.input));
  const go = (next: NoticeStepResult | undefined): void => {
    if (next) ({ instance, acts } = { instance: next.instance, acts: [...acts, ...next.acts] });
  };
  for (const { step, assessment } of rest) {
    if (step.type === 'notice.drafted') continue;
    go(through(instance, step.at));
    go(applyTo(instance, step));
    if (assessment) go(applyTo(instance, { type: 'notice.assessed', assessment, at: step.at }));
  }
  go(through(instance, today));
  return { instance, acts };
}

/** Fires everything due through a day. */
function through(from: NoticeInstance, day: CalendarDate): NoticeStepResult {
  const acts: Act[] = [];
  let instance = from;
  for (let due = nextDue(instance); due && due.on <= day; due = nextDue(instance)) {
    const after = stepResultOf(fireDueDate(noticeMachine, instance, due));
    instance = after.instance;
    acts.push(...after.acts);
  }
  return { instance, acts };
}

/** Applies an event; undefined if the machine does not accept it. */
export function applyTo(instance: NoticeInstance, event: NoticeEvent): NoticeStepResult | undefined {
  const after = apply(noticeMachine, instance, event);
  return after && stepResultOf(after);
}

const nextDue = ({ pending }: NoticeInstance): DueDate | undefined => [...pending].sort((a, b) => byText(a.on, b.on))[0];

function stepResultOf({ instance, emitted }: StepResult<typeof noticeMachine>): NoticeStepResult {
  return { instance, acts: emitted.filter(e => e.type === 'act').map(actOf) };
}

function actOf(e: Emitted & { type: 'act' }): Act {
  const { type: _, ...act } = e;
  return act;
}

export const contextOf = ({ snapshot }: NoticeInstance): NoticeContext => snapshot.context;
export const isClosed = ({ snapshot }: NoticeInstance): boolean => snapshot.status === 'done';

/** Returns the state in one word. */
export function stateOf({ snapshot: { value } }: NoticeInstance): NoticeState {
  if (typeof value === 'string') return value as NoticeState;
  const { desk } = value as { desk?: { text: NoticeState } };
  return desk ? desk.text : (Object.keys(value)[0] as NoticeState);
}

export const shownOf = (instance: NoticeInstance, zones: readonly string[]): NoticeShown => ({
  state: stateOf(instance),
  notice: contextOf(instance),
  timers: timersOf(instance, zones),
  closed: isClosed(instance),
});

/** Returns its pending due dates as timers. */
export function timersOf(instance: NoticeInstance, zones: readonly string[]): Timer[] {
  const c = contextOf(instance);
  return instance.pending
    .map(due => ({ name: due.name, day: due.on, at: beginsEverywhere(due.on, zones), says: saysOf(due, c) }))
    .sort((a, b) => a.at - b.at);
}

function saysOf({ name, on: day }: DueDate, c: NoticeContext): TimerStatement {
  switch (name) {
    case 'sendBy':
      return { code: 'noticeSendBy', args: { sendBy: dayBefore(day), safe: c.assessment.safe! } };
    case 'sendByNear':
    case 'sendByClose':
      return { code: 'noticeSendByNear', args: { day, sendBy: c.assessment.sendBy! } };
    case 'proofOfReceipt':
      return { code: 'proofExpected', args: { expected: proofExpected(c), isPast: proofExpected(c) < c.today } };
    case 'proofStillMissing':
      return { code: 'proofStillMissing', args: { expected: proofExpected(c), day } };
    default:
      return { code: name === 'examination' ? 'examineBy' : 'examinationOwed', args: { received: c.arrival!.received, day } };
  }
}
