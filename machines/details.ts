/** An agreement's details for the Temporal UI, in Markdown: status, next dates, who must do what. */
import { inWords } from '../clauses/calendar.ts';
import type { Plan } from './plan-types.ts';
import type { Status, View } from './view.ts';

const statusInWords: Record<Status, string> = {
  negotiated: 'not signed',
  signed: 'signed, not yet in force',
  appliedProvisionally: 'applied provisionally, not yet in force',
  inForce: 'in force',
  suspended: 'suspended',
  terminated: 'terminated',
  expired: 'expired',
  superseded: 'superseded',
};

export function detailsOf(plan: Omit<Plan, 'details'>, view: View): string {
  const { standing: s, timers } = plan;
  const next = timers.map(t => `- ${t.summary}`);
  return [
    `**${plan.title}**`,
    '',
    `Legal today ${inWords(plan.asOf)} (${plan.parties.map(p => p.zone).join(', ')}): **${statusInWords[s.status]}**${s.entryIntoForce ? `; entry into force ${inWords(s.entryIntoForce)}` : ''}.`,
    ...(s.period ? [`Period ${s.period.number}: ${inWords(s.period.firstDay)} to ${inWords(s.period.lastDay)}.`] : []),
    ...(view.end ? [`Last day in force: **${inWords(view.end.lastDayInForce.date)}** (${view.end.lastDayInForce.basis}).`] : []),
    '',
    ...(next.length ? ['Next:', '', ...next] : ['Nothing is pending.']),
    '',
    `To do: ${toDo(plan, view)}`,
  ].join('\n');
}

function toDo({ asOf, standing: { status, decision }, underNotice }: Omit<Plan, 'details'>, { awaiting, awaitedCondition }: View): string {
  if (awaitedCondition?.alone) return `find out ${awaiting}; once it is met, record it (condition.met).`;
  if (awaiting) return `obtain ${awaiting}, with its date of receipt, and record it.`;
  if (underNotice) return 'a notice is running; to keep the agreement, the Party that gave it must revoke it in time (VCLT art. 68).';
  if (decision && decision.due >= asOf)
    return decision.question === 'renewal'
      ? `decide whether to let it renew: a notice must be sent by ${inWords(decision.sendBy!)} to be received by the safe day, ${inWords(decision.due)}.`
      : `decide whether to renew by agreement or let it lapse: it expires on ${inWords(decision.due)} unless the Parties agree to renew.`;
  return status === 'inForce' ? 'nothing by a fixed date.' : 'nothing.';
}
