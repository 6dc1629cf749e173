/** Steps of notices and protocols at the desk, in words. */
import { date, inWords } from '../clauses/calendar.ts';
import type { NoticeStep } from '../machines/notice/steps.ts';
import { processInWords } from '../machines/protocol/requests.ts';
import type { DeskStep } from '../register/types.ts';
import { wordings } from '../wording/index.ts';
import { followsIn } from '../wording/plan.ts';

/** What was done, without the paper it was done to. */
export function noticeStepInWords({ step }: NoticeStep): string {
  switch (step.type) {
    case 'notice.drafted':
      return step.input.direction === 'ours'
        ? `drafted by ${step.input.draftedBy}`
        : `taken in by ${step.input.draftedBy}, received ${inWords(step.input.arrival!.received)}`;
    case 'notice.amended':
      return `changed by ${step.by}`;
    case 'notice.approved':
      return `approved by ${step.by}`;
    case 'notice.dispatched':
      return `dispatched ${inWords(step.on)}${step.reference ? ` as ${step.reference}` : ''}, entered by ${step.by}`;
    case 'notice.returned':
      return `came back: ${step.reason}`;
    case 'notice.recalled':
      return `recalled by ${step.by}: ${step.reason}`;
    case 'notice.received':
      return `received ${inWords(step.received)}, proved by ${step.evidence}`;
    case 'notice.accepted':
      return `examined and accepted by ${step.by}`;
    case 'notice.found.defective':
      return `found defective by ${step.by}: ${step.reason}`;
    case 'notice.weighed':
      return `weighed anew: ${followsIn(step.weighed.follows, wordings.en)}`;
    default:
      return step satisfies never;
  }
}

export function stepInWords(entry: DeskStep): string {
  if (entry.type === 'notice.step') return `notice ${entry.notice}: ${noticeStepInWords(entry)}`;
  const { step, protocol } = entry;
  switch (step.type) {
    case 'protocol.opened':
      return `protocol ${protocol}: opened at the desk${step.title ? `: ${step.title}` : ''}`;
    case 'protocol.text.settled':
      return `protocol ${protocol}: text in ${step.language} settled`;
    case 'protocol.closed':
      return `protocol ${protocol}: closed at the desk, ${processInWords(step.state)}`;
    default:
      return step satisfies never;
  }
}

export const dayOfStep = (entry: DeskStep): string =>
  inWords(entry.step.type === 'notice.drafted' ? entry.step.input.today : date(entry.step.at));
