/** What people see of a workflow in the Temporal UI: search attributes to find it by, and its details in Markdown. */
import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { CalendarDate } from '../clauses/calendar.ts';
import type { ArmedPlan } from './messages.ts';
import {
  agreementAttribute,
  decisionAttribute,
  nextDateAttribute,
  nextWhatAttribute,
  partiesAttribute,
  safeDayAttribute,
  sendByAttribute,
  statusAttribute,
  underNoticeAttribute,
} from './search-attributes.ts';

export function show(id: string, plan: ArmedPlan, before: ArmedPlan | undefined): void {
  setCurrentDetails(plan.details);
  const pairs = attributes(id, plan);
  if (!before || JSON.stringify(pairs) !== JSON.stringify(attributes(id, before))) upsertSearchAttributes(pairs);
}

/** Reminders and facts that wait for their day are no legal dates. */
const isLegal = (name: string): boolean => name !== 'reminder' && !name.startsWith('fact/');

export function attributes(
  id: string,
  { parties, standing, timers, underNotice, discreet }: Pick<ArmedPlan, 'parties' | 'standing' | 'timers' | 'underNotice' | 'discreet'>,
): SearchAttributeUpdatePair[] {
  const next = timers.find(t => isLegal(t.name));
  const { decision } = standing;
  return [
    { key: agreementAttribute, value: id },
    { key: partiesAttribute, value: discreet ? null : parties.map(p => p.id) },
    { key: statusAttribute, value: standing.status },
    { key: underNoticeAttribute, value: underNotice },
    { key: nextDateAttribute, value: dayOrNone(next?.day) },
    { key: nextWhatAttribute, value: next?.name ?? null },
    { key: decisionAttribute, value: decision?.question ?? null },
    { key: safeDayAttribute, value: dayOrNone(decision?.question === 'renewal' ? decision.due : null) },
    { key: sendByAttribute, value: dayOrNone(decision?.sendBy) },
  ];
}

const dayOrNone = (day: CalendarDate | null | undefined): Date | null => (day ? new Date(`${day}T00:00:00Z`) : null);
