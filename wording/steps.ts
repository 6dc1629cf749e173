/** Steps of notices and protocols in words, for the command line and for pages. */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { NoticeStep } from '../machines/notice/steps.ts';
import type { ProtocolStep } from '../machines/protocol/steps.ts';
import type { CliMessages } from './cli/en.ts';
import type { Values } from './message.ts';
import { followsIn } from './plan.ts';
import type { Wording } from './wording.ts';

/** The words of the caller: days are formatted for a terminal or for a page. */
export interface StepWords {
  wording: Wording;
  say: (text: string, values: Values) => string;
  day: (day: CalendarDate) => string;
}

/** What was done, without naming the notice. */
export function noticeStepIn(
  { step }: Pick<NoticeStep, 'step'>,
  { notice: { steps } }: Pick<CliMessages, 'notice'>,
  { say, day, wording }: StepWords,
): string {
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

export function protocolStepIn(
  { step, protocol }: Pick<ProtocolStep, 'step' | 'protocol'>,
  { protocol: { steps } }: Pick<CliMessages, 'protocol'>,
  { say, wording }: StepWords,
): string {
  switch (step.type) {
    case 'protocol.opened':
      return say(steps.opened, { protocol, title: step.title ?? 'none' });
    case 'protocol.text.settled':
      return say(steps.textSettled, { protocol, language: step.language });
    case 'protocol.closed':
      return say(steps.closed, { protocol, state: wording.refusals.protocolStates[step.state] });
    default:
      return step satisfies never;
  }
}
