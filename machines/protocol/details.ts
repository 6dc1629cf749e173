/** What the Temporal UI shows of a protocol, in Markdown: where its machine stands, what is missing, what is waited for. */
import { inWords } from '../../clauses/calendar.ts';
import type { ProtocolShown } from './course.ts';
import type { ProcessState } from './process.ts';

const states: Record<ProcessState, string> = {
  proposed: 'proposed, its text not agreed',
  agreed: 'agreed and not signed',
  signed: 'signed',
  inForce: 'in force, an integral part of the agreement',
  neverOperates: 'without effect: the agreement ended first',
  abandoned: 'abandoned',
};

export function detailsOfProtocol({ state, protocol: c, missing, timers }: ProtocolShown, title: string | null): string {
  return [
    `**Protocol ${c.protocol}${title ? `: ${title}` : ''}** (${c.agreement})`,
    `It is ${states[state]}, since ${inWords(c.since)} (${c.basis}). State of its machine: **${state}**.`,
    ...(missing ? [`Missing: ${missing}.`] : []),
    ...(timers.length ? [timers.map(t => `- ${t.summary}`).join('\n')] : []),
  ].join('\n\n');
}
