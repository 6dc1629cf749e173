/** Steps of notices and protocols at the desk, in words. */
import { date, type CalendarDate } from '../clauses/calendar.ts';
import type { NoticeStep } from '../machines/notice/steps.ts';
import type { DeskStep } from '../register/types.ts';
import { followsIn } from '../wording/plan.ts';
import type { Words } from './words.ts';

/** What was done, without the paper it was done to. */
export function formatNoticeStep({ step }: NoticeStep, { m, say, day, wording }: Words): string {
  const { steps } = m.notice;
  switch (step.type) {
    case 'notice.drafted': {
      const { draftedBy: by, arrival } = step.input;
      return arrival ? say(steps.takenIn, { by, day: day(arrival.received) }) : say(steps.drafted, { by });
    }
    case 'notice.amended':
      return say(steps.amended, { by: step.by });
    case 'notice.approved':
      return say(steps.approved, { by: step.by });
    case 'notice.dispatched':
      return say(steps.dispatched, { day: day(step.on), reference: step.reference ?? 'none', by: step.by });
    case 'notice.returned':
      return say(steps.returned, { reason: step.reason });
    case 'notice.recalled':
      return say(steps.recalled, { by: step.by, reason: step.reason });
    case 'notice.received':
      return say(steps.received, { day: day(step.received), evidence: step.evidence });
    case 'notice.accepted':
      return say(steps.accepted, { by: step.by });
    case 'notice.found.defective':
      return say(steps.defective, { by: step.by, reason: step.reason });
    case 'notice.assessed':
      return say(steps.assessed, { words: followsIn(step.assessment.follows, wording) });
    default:
      return step satisfies never;
  }
}

export function formatStep(entry: DeskStep, words: Words): string {
  const { m, say, protocolState } = words;
  if (entry.type === 'notice.step') return say(m.notice.steps.ofNotice, { notice: entry.notice, step: formatNoticeStep(entry, words) });
  const { step, protocol } = entry;
  const { steps } = m.protocol;
  switch (step.type) {
    case 'protocol.opened':
      return say(steps.opened, { protocol, title: step.title ?? 'none' });
    case 'protocol.text.settled':
      return say(steps.textSettled, { protocol, language: step.language });
    case 'protocol.closed':
      return say(steps.closed, { protocol, state: protocolState(step.state) });
    default:
      return step satisfies never;
  }
}

export const dayOfStep = (entry: DeskStep): CalendarDate =>
  entry.step.type === 'notice.drafted' ? entry.step.input.today : date(entry.step.at);
