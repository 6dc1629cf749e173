/** What the Temporal UI shows of a notice, in Markdown: where its machine stands, what follows, who did what, what is waited for. */
import { inWords } from '../../clauses/calendar.ts';
import type { NoticeShown, NoticeState } from './course.ts';

const states: Record<NoticeState, string> = {
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
    `It is ${states[state]}. State of its machine: **${state}**.`,
    c.weighed.words,
    `${done.join(', ')}.`,
    ...(timers.length ? [timers.map(t => `- ${t.summary}`).join('\n')] : []),
  ].join('\n\n');
}
