/** The next thing to do for an agreement, as data. */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Awaited, UnsureFact } from '../clauses/reason.ts';
import type { Statement } from '../clauses/statement.ts';
import type { Plan } from './plan-types.ts';
import type { View } from './view.ts';

export interface ToDoArgs {
  findOutCondition: { awaited: Awaited };
  obtain: { awaited: Awaited };
  revokeToKeep: object;
  decideOnRenewal: { sendBy: CalendarDate; due: CalendarDate };
  decideOnExpiry: { due: CalendarDate };
  /** `sendBy`: null once past. */
  sendToEndOn: { lastDayInForce: CalendarDate; sendBy: CalendarDate | null; due: CalendarDate };
  nothingByDate: object;
  nothingToDo: object;
  findOutDays: { unsure: readonly UnsureFact[] };
}

export type ToDo = Statement<ToDoArgs>;

export function toDo(
  { asOf, standing: { status, decision, wayOut }, underNotice }: Pick<Plan, 'asOf' | 'standing' | 'underNotice'>,
  { awaiting: awaited, awaitedCondition }: View,
): ToDo {
  if (awaited) return { code: awaitedCondition?.alone ? 'findOutCondition' : 'obtain', args: { awaited } };
  if (underNotice) return { code: 'revokeToKeep', args: {} };
  if (decision && decision.due >= asOf) {
    const { question, due, sendBy } = decision;
    return question === 'renewal' ? { code: 'decideOnRenewal', args: { sendBy: sendBy!, due } } : { code: 'decideOnExpiry', args: { due } };
  }
  if (wayOut) {
    const { lastDayInForce, sendBy, due } = wayOut;
    return { code: 'sendToEndOn', args: { lastDayInForce, sendBy: sendBy < asOf ? null : sendBy, due } };
  }
  return { code: status === 'inForce' ? 'nothingByDate' : 'nothingToDo', args: {} };
}
