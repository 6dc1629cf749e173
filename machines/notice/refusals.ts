/** Why a notice does not take what it is told: in a desk officer's words, with the article or the rule. */
import { inWords } from '../../clauses/calendar.ts';
import { contextOf, stateOf, type NoticeCourse, type NoticeState } from './course.ts';
import type { NoticeContext, NoticeEvent, NoticeEventOf } from './context.ts';
import type { TooLate } from './outcome.ts';
import type { Refusal } from '../refusal.ts';
import { isSamePerson } from '../rights.ts';

const stood: Record<NoticeState, string> = {
  drafted: 'a draft that is not approved',
  approved: 'approved and has not left',
  returned: 'back: it was returned or lost',
  dispatched: 'on its way, its receipt not proved',
  examination: 'received and not examined yet',
  received: 'received and running',
  inEffect: 'in effect',
  revoked: 'revoked',
  withoutEffect: 'without effect',
  recalled: 'recalled',
  defective: 'defective',
};
export const stateInWords = (state: NoticeState): string => stood[state];

/** Of a refusal: that it was one and the same person. */
export const fourEyes = 'rule of four eyes';

/** The refusal of an event that the machine did not take. */
export function whyNotTaken(course: NoticeCourse, event: NoticeEvent): Refusal {
  const c = contextOf(course);
  const [message, basis, reason] = because(stateOf(course), c, event);
  return { refused: 'noRight', message: `Notice ${c.number}: ${message}`, basis, ...(reason ? { reason } : {}) };
}

type Because = [message: string, basis: string, reason?: TooLate];

function because(state: NoticeState, c: NoticeContext, event: NoticeEvent): Because {
  const now = `it is ${stood[state]}.`;
  switch (event.type) {
    case 'notice.approved':
      return state === 'drafted'
        ? [
            `${event.by} ${c.enteredBy && isSamePerson(event.by, c.enteredBy) ? 'entered the decision to give it' : 'drafted it or changed it last'}; another person approves it.`,
            fourEyes,
          ]
        : [`it can't be approved: ${now}`, 'VCLT art. 67'];
    case 'notice.dispatched':
      return whyNotDispatched(state, c, event);
    case 'notice.received':
      return state === 'dispatched'
        ? [`received ${event.received} is before dispatched ${c.dispatched}. Check the dates.`, 'VCLT art. 78']
        : [
            `it can't be received: ${now} ${state === 'drafted' || state === 'approved' ? 'It must be dispatched first.' : ''}`.trim(),
            'VCLT art. 78',
          ];
    case 'notice.recalled':
      return ['received', 'inEffect'].includes(state)
        ? [
            `it has been received; a recall is possible only before. Taking it back now needs a revocation: npx servanda notice revoke.`,
            'VCLT art. 68',
          ]
        : [`it can't be recalled: ${now}`, 'VCLT art. 68'];
    case 'notice.returned':
      return [`it can't come back: ${now}`, 'VCLT art. 78'];
    case 'notice.amended':
      return [`its text can't be changed any more: ${now}`, 'VCLT art. 67'];
    case 'notice.accepted':
    case 'notice.found.defective':
      return [
        c.direction === 'ours' ? 'it is ours: only a notice of the other Party is examined.' : `it has been examined: ${now}`,
        'VCLT art. 67',
      ];
    /* v8 ignore next 2 -- @preserve a weighing is never refused to anyone: nobody asks for it */
    case 'notice.weighed':
      return [now, 'register'];
    /* v8 ignore next 2 -- @preserve the union is closed, and the compiler says so */
    default:
      return event satisfies never;
  }
}

function whyNotDispatched(state: NoticeState, c: NoticeContext, { on, dated, at }: NoticeEventOf<'notice.dispatched'>): Because {
  if (state === 'drafted') return ['it is not approved; another person than its drafter approves it before it leaves.', fourEyes];
  if (state !== 'approved' && state !== 'returned') return [`it can't be dispatched: it is ${stood[state]}.`, 'VCLT art. 78'];
  if (c.weighed.tooLate) return ["it can't be dispatched any more.", 'VCLT art. 68', c.weighed.tooLate];
  if (on > at) return [`dispatched ${on} is in the future; today is ${inWords(at)}. Enter it when it has left.`, 'VCLT art. 78'];
  return [`dated ${dated} is after dispatched ${on}. Check the dates.`, 'VCLT art. 78'];
}
