/** Whether a reminder waits to be acknowledged. An acknowledgement of none would later be taken for an answer to one. */
import type { CalendarDate, Instant } from '../clauses/calendar.ts';
import { refuse, type Refusal } from '../machines/refusal.ts';
import { isReminderOpen } from '../machines/reminders.ts';
import type { DecisionOwed } from '../machines/decisions.ts';
import { actsDone, planFor, type RegisterDossier } from './dossier.ts';

/** By the decision that is owed on a day. */
export const isReminded = (dossier: RegisterDossier, today: CalendarDate, owed: DecisionOwed | undefined): boolean =>
  isReminderOpen(actsDone(dossier), owed, today);

/** Why an acknowledgement is refused; undefined of any other entry. @throws FoldFailure, BeyondLimit when it can't be folded */
export function whyNotAcknowledged(dossier: RegisterDossier, { type }: { type: string }, now: Instant): Refusal | undefined {
  if (type !== 'reminder.acknowledged') return undefined;
  const { decision, asOf, timers } = planFor(dossier, now);
  if (isReminderOpen(actsDone(dossier), decision, asOf)) return undefined;
  const next = timers.find(({ says: { code } }) => code === 'reminderOn' || code === 'escalationOn');
  return refuse('nothingToAcknowledge', { agreement: dossier.agreement.id, next: next?.day ?? null });
}
