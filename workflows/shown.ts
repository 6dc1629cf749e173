/** What people see of a workflow in the Temporal UI: search attributes to find it by, and its details in Markdown. */
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { Plan } from '../machines/plan.ts';
import {
  agreementAttribute,
  nextDateAttribute,
  nextWhatAttribute,
  partiesAttribute,
  statusAttribute,
  underNoticeAttribute,
} from './search-attributes.ts';

export function show(id: string, plan: Plan, before: Plan | undefined): void {
  setCurrentDetails(plan.details);
  const pairs = attributes(id, plan);
  if (!before || JSON.stringify(pairs) !== JSON.stringify(attributes(id, before))) upsertSearchAttributes(pairs);
}

/** Reminders and facts that wait for their day are no legal dates. */
const isLegal = (name: string): boolean => name !== 'reminder' && !name.startsWith('fact/');

function attributes(id: string, { parties, standing, timers, underNotice, discreet }: Plan): Parameters<typeof upsertSearchAttributes>[0] {
  const next = timers.find(t => isLegal(t.name));
  return [
    { key: agreementAttribute, value: id },
    { key: partiesAttribute, value: discreet ? null : parties.map(p => p.id) },
    { key: statusAttribute, value: standing.status },
    { key: underNoticeAttribute, value: underNotice },
    { key: nextDateAttribute, value: next ? new Date(`${next.day}T00:00:00Z`) : null },
    { key: nextWhatAttribute, value: next?.name ?? null },
  ];
}
