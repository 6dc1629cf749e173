/** What the Temporal UI shows of a protocol, in Markdown: where its machine stands, what is missing, what is waited for. */
import { inWords } from '../../clauses/calendar.ts';
import type { ProtocolShown } from './course.ts';
import { processInWords } from './requests.ts';

export function detailsOfProtocol({ state, protocol: c, missing, timers }: ProtocolShown, title: string | null): string {
  return [
    `**Protocol ${c.protocol}${title ? `: ${title}` : ''}** (${c.agreement})`,
    `It is ${processInWords(state)}, since ${inWords(c.since)} (${c.basis}). State of its machine: **${state}**.`,
    ...(missing ? [`Missing: ${missing}.`] : []),
    ...(timers.length ? [timers.map(t => `- ${t.summary}`).join('\n')] : []),
  ].join('\n\n');
}
