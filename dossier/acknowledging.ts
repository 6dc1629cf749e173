/** Whether a reminder waits to be acknowledged. An acknowledgement of none would later be taken for an answer to one. */
import { latest, type CalendarDate, type Instant } from '../clauses/calendar.ts';
import { refuse, type Refusal } from '../machines/refusal.ts';
import { isReminderOpen } from '../machines/reminders.ts';
import { knownFrom, type OpenDecision } from '../machines/decisions.ts';
import type { FactOf } from '../machines/facts.ts';
import { factsKnown } from '../machines/ledger.ts';
import { isSamePerson } from '../machines/persons.ts';
import { actsDone, planFor, type RegisterDossier } from './dossier.ts';

/** By the decision that is owed on a day. */
export const isReminded = (dossier: RegisterDossier, today: CalendarDate, owed: OpenDecision | undefined): boolean =>
  isReminderOpen(actsDone(dossier), owed, today);

interface Given {
  type: string;
  person?: string;
}

/** Why an acknowledgement is refused; undefined of any other entry. @throws FoldFailure, BeyondLimit when it can't be folded */
export function whyNotAcknowledged(dossier: RegisterDossier, entry: Given, now: Instant): Refusal | undefined {
  if (entry.type !== 'reminder.acknowledged') return undefined;
  const { decision, asOf, timers, standing } = planFor(dossier, now);
  const isOpen = isReminderOpen(actsDone(dossier), decision, asOf);
  const before = isOpen ? acknowledgedBy(entry.person, dossier) : undefined;
  if (isOpen && !before) return undefined;
  const next = timers.find(({ says: { code } }) => code === 'reminderOn' || code === 'escalationOn');
  return refuse('nothingToAcknowledge', {
    agreement: dossier.agreement.id,
    next: next?.day ?? null,
    person: before?.person ?? null,
    on: before ? knownFrom(before) : null,
    ends: next ? null : standing.lastDayInForce,
  });
}

/** The acknowledgement by which this person has already answered the latest reminder; another person may still answer it. */
function acknowledgedBy(person: string | undefined, dossier: RegisterDossier): FactOf<'reminder.acknowledged'> | undefined {
  const reminders = actsDone(dossier).filter(act => act.kind === 'remind');
  const last = latest(...(reminders.map(act => act.on) as [CalendarDate, ...CalendarDate[]]));
  return factsKnown(dossier.entries, undefined, dossier.agreement.clauses)
    .facts.filter(f => f.type === 'reminder.acknowledged')
    .find(f => person !== undefined && isSamePerson(f.person, person) && knownFrom(f) >= last);
}
