/**
 * The workflow of one notice: an outgoing one from draft to proof of receipt and outcome, an incoming one from receipt through examination.
 * On receipt its fact is recorded with the agreement; the register has every step. VCLT art. 67, 68, 78.
 */
import { continueAsNew } from '@temporalio/workflow';
import type { InstrumentPlan } from '../activities/instrument-plan.ts';
import type { NoticeRequestName } from '../machines/notice/steps.ts';
import type { Refusal } from '../machines/refusal.ts';
import { authorizeNoticeUpdate, type Holder } from '../machines/rights.ts';
import { uncancelled } from './loop.ts';
import * as messages from './messages.ts';
import { Instrument } from './instrument.ts';
import { assertOwnId } from './own-id.ts';
import { runSteadily } from './run-activity.ts';
import { decoded } from './undecoded.ts';

export function notice(input: messages.NoticeInput = {} as messages.NoticeInput): Promise<messages.NoticeShown> {
  return uncancelled(() => keep(decoded(input)));
}

async function keep(input: messages.NoticeInput): Promise<messages.NoticeShown> {
  const { agreement, number } = input;
  const instrument = new Instrument(
    (summary, asked) => runSteadily('stepNotice', summary, asked),
    { agreement, id: number },
    messages.noticeStatus,
    authorizeNotice,
  );
  // Outgoing: drafted, approved by a second person, dispatched; then receipt is proved, or it is returned and sent again.
  instrument.takes('amend', 'approve', 'dispatch', 'confirmReceipt', 'markReturned', 'recall');
  // Incoming: received and examined.
  instrument.takes('accept', 'findDefective');

  assertOwnId('notice', ['agreement', 'number'], input, messages.noticeWorkflowId, ['content.kind', 'content.by', 'draftedBy']);
  const ended = await instrument.keep(input);
  return ended === 'over' ? instrument.shown : continueAsNew<typeof notice>({ agreement, number });
}

const authorizeNotice = (
  name: NoticeRequestName,
  holder: Holder,
  { shown, parties }: InstrumentPlan<messages.NoticeShown>,
): Refusal | undefined => authorizeNoticeUpdate(holder, name, { direction: shown.notice.direction, by: shown.notice.content.by, parties });
