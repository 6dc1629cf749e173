/** What the Temporal UI shows of a workflow: search attributes to find it by, and its details in Markdown. */
import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { InstrumentPlan } from '../activities/instrument-plan.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import type { ArmedTimer } from '../machines/timer.ts';
import type { ArmedPlan } from './messages.ts';
import { speak } from './fallback-messages.ts';
import {
  agreementAttribute,
  decisionAttribute,
  directionAttribute,
  kindAttribute,
  nextDateAttribute,
  nextWhatAttribute,
  partiesAttribute,
  safeDayAttribute,
  sendByAttribute,
  statusAttribute,
  underNoticeAttribute,
} from './search-attributes.ts';

export function show(id: string, plan: ArmedPlan, before: ArmedPlan | undefined): void {
  speak(plan.language);
  setCurrentDetails(plan.details);
  upsert(attributes(id, plan), before && attributes(id, before));
}

type InstrumentShown = InstrumentPlan<{ state: string; timers: readonly ArmedTimer[] }>;

export function showInstrument(agreement: string, plan: InstrumentShown, before: InstrumentShown | undefined): void {
  speak(plan.language);
  setCurrentDetails(plan.details);
  upsert(instrumentAttributes(agreement, plan), before && instrumentAttributes(agreement, before));
}

/** Sends only changed attributes: each upsert is an event in the history. */
function upsert(pairs: readonly SearchAttributeUpdatePair[], before: readonly SearchAttributeUpdatePair[] = []): void {
  const known = new Set(before.map(p => JSON.stringify(p)));
  const changed = pairs.filter(p => !known.has(JSON.stringify(p)));
  if (changed.length) upsertSearchAttributes(changed);
}

/** Reminders and facts that wait for their day are not legal dates. */
const isLegal = (name: string): boolean => name !== 'reminder' && !name.startsWith('fact/');

export function attributes(
  id: string,
  {
    asOf,
    parties,
    standing,
    timers,
    underNotice,
    discreet,
  }: Pick<ArmedPlan, 'asOf' | 'parties' | 'standing' | 'timers' | 'underNotice' | 'discreet'>,
): SearchAttributeUpdatePair[] {
  // A decision whose day has passed can no longer be made: the agreement renews or ends.
  const decision = standing.decision && standing.decision.due >= asOf ? standing.decision : null;
  const wayOut = standing.wayOut && standing.wayOut.due >= asOf ? { question: 'renewal' as const, ...standing.wayOut } : null;
  const renewal = decision?.question === 'renewal' ? decision : null;
  const toSend = renewal && wayOut ? (wayOut.due < renewal.due ? wayOut : renewal) : (renewal ?? wayOut);
  return [
    { key: agreementAttribute, value: id },
    { key: kindAttribute, value: 'agreement' },
    { key: partiesAttribute, value: discreet ? null : parties.map(p => p.id) },
    { key: statusAttribute, value: standing.status },
    { key: underNoticeAttribute, value: underNotice },
    ...next(sooner(wayOut ? dueIn(wayOut, asOf) : undefined, decision ? dueIn(decision, asOf) : timers.find(t => isLegal(t.name)))),
    { key: decisionAttribute, value: decision?.question ?? null },
    { key: safeDayAttribute, value: dayOrNone((toSend ?? standing.ahead)?.due) },
    { key: sendByAttribute, value: dayOrNone((toSend ?? standing.ahead)?.sendBy) },
  ];
}

const instrumentAttributes = (
  agreement: string,
  { shown, kind, direction, foundBy, mustActBy, discreet }: InstrumentShown,
): SearchAttributeUpdatePair[] => [
  { key: agreementAttribute, value: agreement },
  { key: kindAttribute, value: kind },
  ...(direction ? [{ key: directionAttribute, value: direction }] : []),
  { key: statusAttribute, value: shown.state },
  { key: partiesAttribute, value: discreet ? null : foundBy },
  ...next(mustActBy),
];

type Next = { day: CalendarDate; name: string } | undefined;

/** A notice must be sent by the send-by day; once that has passed, it must be received by the safe day. */
const dueIn = ({ question, due, sendBy }: NonNullable<ArmedPlan['standing']['decision']>, asOf: CalendarDate): Next =>
  sendBy && sendBy >= asOf ? { day: sendBy, name: 'sendBy' } : { day: due, name: question === 'renewal' ? 'safeDay' : 'lastDay' };

const sooner = (a: Next, b: Next): Next => (a && b ? (b.day < a.day ? b : a) : (a ?? b));

const next = (next: Next): SearchAttributeUpdatePair[] => [
  { key: nextDateAttribute, value: dayOrNone(next?.day) },
  { key: nextWhatAttribute, value: next?.name ?? null },
];

const dayOrNone = (day: CalendarDate | null | undefined): Date | null => (day ? new Date(`${day}T00:00:00Z`) : null);
