/** Why a notice refuses a request, with the article or rule. VCLT art. 67, 68, 78. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { contextOf, stateOf, type NoticeInstance, type NoticeState } from './replay.ts';
import type { NoticeContent } from './content.ts';
import type { NoticeContext, NoticeEvent, NoticeEventOf } from './context.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { isSamePerson } from '../persons.ts';

/** Returns whether the refusal keeps one person from doing the work of two. */
export const isFourEyesRefusal = ({ code }: Refusal): boolean => code === 'fourEyes' || code === 'notApproved';

/** Returns the refusal of an event that the machine did not accept. */
export function refusalOfEvent(instance: NoticeInstance, event: NoticeEvent): Refusal {
  const c = contextOf(instance);
  const state = stateOf(instance);
  const { number: notice, direction, enteredBy } = c;
  switch (event.type) {
    case 'notice.approved': {
      if (state !== 'drafted') return refuse('notApprovable', { notice, state });
      const did = enteredBy && isSamePerson(event.by, enteredBy) ? 'decided' : 'drafted';
      return refuse('fourEyes', { notice, person: event.by, did });
    }
    case 'notice.dispatched':
      return whyNotDispatched(state, c, event);
    case 'notice.received':
      return state === 'dispatched'
        ? refuse('receivedBeforeDispatch', { notice, received: event.received, dispatched: c.dispatched! })
        : refuse('notReceivable', { notice, state });
    case 'notice.recalled':
      return ['received', 'inEffect'].includes(state) ? refuse('alreadyReceived', { notice }) : refuse('notRecallable', { notice, state });
    case 'notice.returned':
      return refuse('notReturnable', { notice, state });
    case 'notice.amended':
      return refuse('notAmendable', { notice, state });
    case 'notice.accepted':
    case 'notice.found.defective':
      return direction === 'ours' ? refuse('notTheirs', { notice }) : refuse('alreadyExamined', { notice, state });
    /* v8 ignore next 2 -- @preserve an assessment is never requested, so it is never refused */
    case 'notice.assessed':
      throw new Error(`Notice ${notice} did not accept an assessment.`);
    /* v8 ignore next 2 -- @preserve unreachable: the compiler checks that the union is closed */
    default:
      return event satisfies never;
  }
}

function whyNotDispatched(state: NoticeState, c: NoticeContext, { on, dated, at }: NoticeEventOf<'notice.dispatched'>): Refusal {
  const { number: notice, assessment } = c;
  if (state === 'drafted') return refuse('notApproved', { notice });
  if (state !== 'approved' && state !== 'returned') return refuse('notDispatchable', { notice, state });
  if (assessment.tooLate) return refuse('tooLateToDispatch', { notice, why: assessment.tooLate });
  return dispatchAhead(notice, on, at) ?? refuse('datedAfterDispatch', { notice, dated: dated!, on });
}

/** Refuses a visit that ends before it begins. */
export const visitRefusal = (content: NoticeContent): Refusal | undefined =>
  content.kind === 'communications' && content.until < content.from
    ? refuse('visitOutOfOrder', { from: content.from, until: content.until })
    : undefined;

/** Refuses a day of dispatch in the future. */
const dispatchAhead = (notice: string, on: CalendarDate, today: CalendarDate): Refusal | undefined =>
  on > today ? refuse('dispatchInFuture', { notice, on, today }) : undefined;
