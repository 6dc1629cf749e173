/** The course of a notice from its steps: the same fold for the step that runs it and for everyone who reads the register. */
import { beginsEverywhere, byText, dayBefore, inWords, type CalendarDate } from '../../clauses/calendar.ts';
import type { Act, Emitted } from '../acts.ts';
import { apply, fallDue, open, type Course, type Due, type Taken } from '../driver.ts';
import { proofExpected } from './acts.ts';
import type { NoticeContext, NoticeEvent } from './context.ts';
import { noticeMachine } from './machine.ts';
import type { NoticeStep } from './steps.ts';
import type { Timer } from '../timer.ts';

export type NoticeCourse = Course<typeof noticeMachine>;
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

/** Where a notice stands: what its machine remembers, and what is waited for. */
export interface NoticeShown {
  state: NoticeState;
  notice: NoticeContext;
  timers: Timer[];
  /** Over: nothing more can happen to it. */
  closed: boolean;
}

/** A course and what was emitted on the way to it. */
export interface Moved {
  course: NoticeCourse;
  acts: Act[];
}

/** From the steps of the register, through a day. @throws Error when the first one is not the draft. */
export function followed(steps: readonly NoticeStep[], today: CalendarDate): Moved {
  const [first, ...rest] = steps;
  if (first?.step.type !== 'notice.drafted') throw new Error('A notice begins with its draft.');
  let { course, acts } = moved(open(noticeMachine, first.step.input));
  const go = (next: Moved | undefined): void => {
    if (next) ({ course, acts } = { course: next.course, acts: [...acts, ...next.acts] });
  };
  for (const { step, weighed } of rest) {
    if (step.type === 'notice.drafted') continue;
    go(through(course, step.at));
    go(taken(course, step));
    if (weighed) go(taken(course, { type: 'notice.weighed', weighed, at: step.at }));
  }
  go(through(course, today));
  return { course, acts };
}

/** Lets fall due what falls due through a day. */
function through(from: NoticeCourse, day: CalendarDate): Moved {
  const acts: Act[] = [];
  let course = from;
  for (let due = nextDue(course); due && due.on <= day; due = nextDue(course)) {
    const after = moved(fallDue(noticeMachine, course, due));
    course = after.course;
    acts.push(...after.acts);
  }
  return { course, acts };
}

/** Takes an event, or answers undefined where the machine has no use for it. */
export function taken(course: NoticeCourse, event: NoticeEvent): Moved | undefined {
  const after = apply(noticeMachine, course, event);
  return after && moved(after);
}

const nextDue = ({ pending }: NoticeCourse): Due | undefined => [...pending].sort((a, b) => byText(a.on, b.on))[0];

function moved({ course, emitted }: Taken<typeof noticeMachine>): Moved {
  return { course, acts: emitted.filter(e => e.type === 'act').map(actOf) };
}

function actOf(e: Emitted & { type: 'act' }): Act {
  const { type: _, ...act } = e;
  return act;
}

export const contextOf = ({ snapshot }: NoticeCourse): NoticeContext => snapshot.context;
export const isClosed = ({ snapshot }: NoticeCourse): boolean => snapshot.status === 'done';

/** Where it stands, in one word. */
export function stateOf({ snapshot: { value } }: NoticeCourse): NoticeState {
  if (typeof value === 'string') return value as NoticeState;
  const { desk } = value as { desk?: { text: NoticeState } };
  return desk ? desk.text : (Object.keys(value)[0] as NoticeState);
}

export const shownOf = (course: NoticeCourse, zones: readonly string[]): NoticeShown => ({
  state: stateOf(course),
  notice: contextOf(course),
  timers: timersOf(course, zones),
  closed: isClosed(course),
});

/** What it waits for, as timers with what people see of them in the Temporal UI. */
export function timersOf(course: NoticeCourse, zones: readonly string[]): Timer[] {
  const c = contextOf(course);
  return course.pending
    .map(due => ({ name: due.name, day: due.on, at: beginsEverywhere(due.on, zones), summary: summaryOf(due, c) }))
    .sort((a, b) => a.at - b.at);
}

function summaryOf({ name, on }: Due, c: NoticeContext): string {
  switch (name) {
    case 'sendBy':
      return `Send by ${inWords(dayBefore(on))} to arrive by ${inWords(c.weighed.safe!)}`;
    case 'sendByNear':
    case 'sendByClose':
      return `Warning ${inWords(on)}: send by ${inWords(c.weighed.sendBy!)}`;
    case 'proofOfReceipt':
      return `Proof of receipt expected ${proofExpected(c) < c.today ? 'since' : 'by'} ${inWords(proofExpected(c))}`;
    case 'proofStillMissing':
      return `Proof of receipt expected since ${inWords(proofExpected(c))}, asked for again ${inWords(on)}`;
    case 'examination':
      return `Examine the notice received ${inWords(c.arrival!.received)} by ${inWords(on)}`;
    default:
      return `Examination owed since ${inWords(c.arrival!.received)}, asked for again ${inWords(on)}`;
  }
}
