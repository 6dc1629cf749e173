/** Whether a reminder waits to be acknowledged. An acknowledgement of none would later be taken for an answer to one. */
import type { CalendarDate, Instant } from '../clauses/calendar.ts';
import { refuse, type Refusal } from '../machines/refusal.ts';
import { isReminderOpen } from '../machines/reminders.ts';
import { actsDone, decisionFor, planFor, todayOf, type RegisterDossier } from './dossier.ts';
import { rehearsedAt } from './rehearsed.ts';

export const isReminded = (dossier: RegisterDossier, today: CalendarDate, owed = decisionFor(dossier, today)): boolean =>
  isReminderOpen(actsDone(dossier), owed, today);

/** Why an acknowledgement is refused; undefined of any other entry. @throws FoldFailure, BeyondLimit when it can't be folded */
export function whyNotAcknowledged(dossier: RegisterDossier, { type }: { type: string }, now: Instant): Refusal | undefined {
  if (type !== 'reminder.acknowledged' || isReminded(dossier, todayOf(dossier, rehearsedAt(dossier, now)))) return undefined;
  const next = planFor(dossier, now).timers.find(({ says: { code } }) => code === 'reminderOn' || code === 'escalationOn');
  return refuse('nothingToAcknowledge', { agreement: dossier.agreement.id, next: next?.day ?? null });
}
