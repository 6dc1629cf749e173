/**
 * The acts of a notice in progress: warnings before the send-by day, requests for the proof of receipt, and for the examination of an
 * incoming notice.
 */
import { after, before, dayAfter, latest, type CalendarDate } from '../../clauses/calendar.ts';
import type { Act, ActParams, Emitted } from '../acts.ts';
import { waits } from '../waits.ts';
import type { NoticeContext } from './context.ts';

export const warningDay = (c: NoticeContext, which: 'near' | 'close'): CalendarDate =>
  before(c.assessment.sendBy!, which === 'near' ? waits.firstSendByWarning : waits.lastSendByWarning);
export const proofExpected = (c: NoticeContext): CalendarDate => after(c.dispatched!, c.assessment.transit);
export const firstAsked = (c: NoticeContext): CalendarDate => latest(dayAfter(proofExpected(c)), dayAfter(c.today));
export const askedAgain = (c: NoticeContext): CalendarDate => after(c.today, waits.askedAgain);
export const examinationDue = (c: NoticeContext): CalendarDate => latest(after(c.arrival!.received, waits.examination), dayAfter(c.today));

/** The first recipients on the list; all of them if the list is empty or shorter. */
function firstRecipients({ assessment: { tell } }: NoticeContext, many: number): Pick<Act, 'to'> {
  return tell.length > many ? { to: tell.slice(0, many) } : {};
}

type Reminded = 'sendBy' | 'proofOfReceipt' | 'examination';

const remind = <N extends Reminded>(
  c: NoticeContext,
  what: N,
  params: Omit<ActParams[N], 'agreement' | 'notice'>,
  more: { told: number; basis?: string; due?: CalendarDate },
): Emitted => {
  const { told: many, basis = 'VCLT art. 78', due } = more;
  const act = {
    kind: 'remind',
    what,
    on: c.today,
    basis,
    params: { ...named(c), ...params },
    ...(due ? { due } : {}),
    ...firstRecipients(c, many),
  };
  return { type: 'act', ...act } as unknown as Emitted;
};

const named = ({ agreement, number }: NoticeContext): { agreement: string; notice: string } => ({ agreement, notice: number });
const limits = ({ assessment: { sendBy, safe } }: NoticeContext) => ({ sendBy: sendBy!, safe: safe! });

export const sendByNears = (c: NoticeContext, many: number): Emitted =>
  remind(c, 'sendBy', { ...limits(c), isPast: false }, { due: c.assessment.sendBy!, told: many });

export const sendByPassed = (c: NoticeContext): Emitted =>
  remind(c, 'sendBy', { ...limits(c), isPast: true }, { due: c.assessment.safe!, told: Infinity });

export const proofMissing = (c: NoticeContext): Emitted =>
  remind(c, 'proofOfReceipt', { dispatched: c.dispatched!, expected: proofExpected(c) }, { due: proofExpected(c), told: 2 });

export const examinationOwed = (c: NoticeContext): Emitted =>
  remind(c, 'examination', { by: c.content.by, received: c.arrival!.received }, { basis: 'VCLT art. 67', told: 2 });

export function outcomeEntered(c: NoticeContext): Emitted {
  const { verdict, inTime, lastDayInForce, certain } = c.assessment;
  const { kind, by } = c.content;
  return {
    type: 'act',
    kind: 'announce',
    what: 'noticeOutcome',
    on: c.today,
    basis: 'VCLT art. 78',
    params: { ...named(c), kind, by, verdict, inTime, lastDayInForce, certain },
    ...(lastDayInForce ? { due: lastDayInForce } : {}),
  };
}
