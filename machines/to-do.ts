/** The next thing to do for an agreement, as data. */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { AwaitedStatement, UnsureFact } from '../clauses/reason.ts';
import type { Statement } from '../clauses/statement.ts';
import type { OpenDecision } from './decisions.ts';
import type { Plan } from './plan-types.ts';
import type { View } from './view.ts';

export interface ToDoArgs {
  findOutCondition: { awaited: AwaitedStatement };
  obtain: { awaited: AwaitedStatement };
  revokeToKeep: object;
  decideOnRenewal: { sendBy: CalendarDate; due: CalendarDate };
  decideOnExpiry: { due: CalendarDate };
  /** The step after each decision: let it renew, give notice, renew by agreement, let it lapse. `sendBy`: null once past. */
  letRenew: { sendBy: CalendarDate | null; due: CalendarDate };
  giveNotice: { sendBy: CalendarDate | null; due: CalendarDate };
  agreeRenewal: { due: CalendarDate };
  letLapse: { due: CalendarDate };
  /** `sendBy`: null once past. */
  sendToEndOn: { lastDayInForce: CalendarDate; sendBy: CalendarDate | null; due: CalendarDate };
  nothingByDate: object;
  nothingToDo: object;
  findOutDays: { unsure: readonly UnsureFact[] };
}

export type ToDo = Statement<ToDoArgs>;

export function toDo(
  {
    asOf,
    standing: { status, decision, wayOut },
    decision: owed,
    underNotice,
  }: Pick<Plan, 'asOf' | 'standing' | 'decision' | 'underNotice'>,
  { awaiting: awaited, awaitedCondition }: View,
): ToDo {
  if (awaited) return { code: awaitedCondition?.alone ? 'findOutCondition' : 'obtain', args: { awaited } };
  if (underNotice && !(decision && decision.due >= asOf)) return { code: 'revokeToKeep', args: {} };
  if (decision && decision.due >= asOf) return aboutDecision(decision, owed?.state, asOf);
  if (wayOut) {
    const { lastDayInForce, sendBy, due } = wayOut;
    return { code: 'sendToEndOn', args: { lastDayInForce, sendBy: sendBy < asOf ? null : sendBy, due } };
  }
  return { code: status === 'inForce' ? 'nothingByDate' : 'nothingToDo', args: {} };
}

function aboutDecision(
  { question, due, sendBy }: NonNullable<Plan['standing']['decision']>,
  decided: OpenDecision['state'] | undefined,
  asOf: CalendarDate,
): ToDo {
  if (question === 'expiry') {
    const code = decided === 'renew' ? 'agreeRenewal' : decided === 'lapse' ? 'letLapse' : 'decideOnExpiry';
    return { code, args: { due } };
  }
  if (decided !== 'renew' && decided !== 'terminate') return { code: 'decideOnRenewal', args: { sendBy: sendBy!, due } };
  return { code: decided === 'renew' ? 'letRenew' : 'giveNotice', args: { sendBy: sendBy! < asOf ? null : sendBy, due } };
}
