/** What a notice would refuse today, checked as the service checks it, before anything is previewed or sent. VCLT art. 67, 68, 78. */
import { zonesOf } from '../clauses/agreement.ts';
import { latestToday } from '../clauses/calendar.ts';
import { factOf } from '../machines/notice/facts.ts';
import type { NoticeEvent } from '../machines/notice/context.ts';
import { refusalOfEvent } from '../machines/notice/refusals.ts';
import { applyTo, contextOf, replay } from '../machines/notice/replay.ts';
import { eventFor, noticeRequests, readAs, type NoticeRequestName } from '../machines/notice/steps.ts';
import { isRefusal } from '../machines/refusal.ts';
import { readEntry, type Between } from '../machines/read-entries.ts';
import type { Context } from './context.ts';
import { Refused } from './failures.ts';
import type { NoticeToday } from './notices.ts';

/** @throws Refused if the notice would not take the request, or its fact would have impossible days */
export async function checkNoticeRequest(
  context: Context,
  agreement: Between,
  { steps, now: assessment }: Pick<NoticeToday, 'steps' | 'now'>,
  name: NoticeRequestName,
  request: object,
): Promise<void> {
  const now = await context.now();
  const at = latestToday(now, zonesOf(agreement));
  const refuseIf = (found: object | undefined): void => {
    if (found && isRefusal(found)) throw new Refused([found], context.wording);
  };
  const read = readAs<object>(noticeRequests[name], { by: context.person, ...request }, name);
  refuseIf(read);
  const event = { ...read, type: eventFor[name], at } as NoticeEvent;
  const { instance } = replay(steps, at);
  const assessed = applyTo(instance, { type: 'notice.assessed', assessment, at })?.instance ?? instance;
  const next = applyTo(assessed, event)?.instance;
  refuseIf(next ? undefined : refusalOfEvent(assessed, event));
  if (event.type === 'notice.received' || event.type === 'notice.accepted') refuseIf(readEntry(factOf(contextOf(next!)), agreement, now));
}
