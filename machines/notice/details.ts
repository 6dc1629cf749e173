/** What the Temporal UI shows of a notice, in Markdown: where its machine stands, what follows, who did what, what is waited for. */
import { inWords } from '../../clauses/calendar.ts';
import type { NoticeShown } from './course.ts';
import { stateInWords } from './refusals.ts';

export function detailsOfNotice({ state, notice: c, timers }: NoticeShown, title: string): string {
  const done = [
    `Drafted by ${c.draftedBy}`,
    ...(c.approvedBy ? [`approved by ${c.approvedBy}`] : []),
    ...(c.dispatched ? [`dispatched ${inWords(c.dispatched)}`] : []),
    ...(c.received ? [`received ${inWords(c.received)}`] : []),
  ];
  return [
    `**Notice ${c.number}: ${c.content.kind}, by ${c.content.by} (${c.direction})**`,
    `${title}.`,
    `It is ${stateInWords(state)}. State of its machine: **${state}**.`,
    c.weighed.words,
    `${done.join(', ')}.`,
    ...(timers.length ? [timers.map(t => `- ${t.summary}`).join('\n')] : []),
  ].join('\n\n');
}
