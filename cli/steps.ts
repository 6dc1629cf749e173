/** The steps of notices and protocols, on the command line. */
import { date, type CalendarDate } from '../clauses/calendar.ts';
import type { DeskStep } from '../register/types.ts';
import { noticeStepIn, protocolStepIn } from '../wording/steps.ts';
import type { Words } from './words.ts';

export function formatStep(entry: DeskStep, words: Words): string {
  const { m, say } = words;
  if (entry.type === 'protocol.step') return protocolStepIn(entry, m, words);
  return say(m.notice.steps.ofNotice, { notice: entry.notice, step: noticeStepIn(entry, m, words) });
}

export const dayOfStep = (entry: DeskStep): CalendarDate =>
  entry.step.type === 'notice.drafted' ? entry.step.input.today : date(entry.step.at);
