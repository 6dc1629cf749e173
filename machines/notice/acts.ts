/** What a notice on its way calls for: warnings before the send-by day, the proof of receipt, the examination of what came in. */
import { after, before, dayAfter, inWords, latest, type CalendarDate } from '../../clauses/calendar.ts';
import type { Act, ActName, Emitted } from '../acts.ts';
import { waits } from '../waits.ts';
import type { NoticeContext } from './context.ts';

export const warningDay = (c: NoticeContext, which: 'near' | 'close'): CalendarDate =>
  before(c.weighed.sendBy!, which === 'near' ? waits.sendByNear : waits.sendByClose);
export const proofExpected = (c: NoticeContext): CalendarDate => after(c.dispatched!, c.weighed.transit);
export const firstAsked = (c: NoticeContext): CalendarDate => latest(dayAfter(proofExpected(c)), dayAfter(c.today));
export const askedAgain = (c: NoticeContext): CalendarDate => after(c.today, waits.askedAgain);
export const examinationDue = (c: NoticeContext): CalendarDate => latest(after(c.arrival!.received, waits.examination), dayAfter(c.today));

/** The first so many of the list; all of it where nobody is listed or the list is shorter. */
function told({ weighed: { tell } }: NoticeContext, many: number): Pick<Act, 'to'> {
  return tell.length > many ? { to: tell.slice(0, many) } : {};
}

type Said = { what: ActName; text: string; basis?: string; due?: CalendarDate; told: number };

const remind = (c: NoticeContext, { told: many, basis = 'VCLT art. 78', ...said }: Said): Emitted => ({
  type: 'act',
  kind: 'remind',
  on: c.today,
  basis,
  ...said,
  ...told(c, many),
});

const name = ({ agreement, number }: NoticeContext): string => `Notice ${number} of ${agreement}`;
const limits = ({ weighed: { sendBy, safe } }: NoticeContext): string => `${inWords(sendBy!)} to arrive by the safe day, ${inWords(safe!)}`;

export const sendByNears = (c: NoticeContext, many: number): Emitted =>
  remind(c, { what: 'sendBy', text: `${name(c)} has not left: it must leave by ${limits(c)}.`, due: c.weighed.sendBy!, told: many });

export const sendByPassed = (c: NoticeContext): Emitted =>
  remind(c, {
    what: 'sendBy',
    text: `${name(c)} has not left, and was to leave by ${limits(c)}: send it by the quickest channel, it may be received too late.`,
    due: c.weighed.safe!,
    told: Infinity,
  });

export const proofMissing = (c: NoticeContext): Emitted =>
  remind(c, {
    what: 'proofOfReceipt',
    text: `${name(c)} left on ${inWords(c.dispatched!)}; proof of its receipt is expected since ${inWords(proofExpected(c))}. Without receipt the notice has no effect.`,
    due: proofExpected(c),
    told: 2,
  });

export const examinationOwed = (c: NoticeContext): Emitted =>
  remind(c, {
    what: 'examination',
    text: `${name(c)}, received ${inWords(c.arrival!.received)} from ${c.content.by}, has not been examined: until then it is not in the ledger, and what follows from it is not counted.`,
    basis: 'VCLT art. 67',
    told: 2,
  });

export const outcomeEntered = (c: NoticeContext): Emitted => ({
  type: 'act',
  kind: 'announce',
  what: 'noticeOutcome',
  on: c.today,
  basis: 'VCLT art. 78',
  text: `${name(c)} (${c.content.kind}, by ${c.content.by}): ${c.weighed.words}`,
  ...(c.weighed.lastDayInForce ? { due: c.weighed.lastDayInForce } : {}),
});
