/** A rehearsal's time: it has its own, which a person advances and which never goes back. */
import type { Instant } from '../clauses/calendar.ts';
import type { RegisterDossier } from './dossier.ts';

/** Now, but for a rehearsal not before the last instant in its register. */
export function rehearsalNow({ rehearsal, rows, outbox }: Pick<RegisterDossier, 'rehearsal' | 'rows' | 'outbox'>, now: Instant): Instant {
  return rehearsal ? Math.max(now, rows.at(-1)!.entered.at, outbox.at(-1)?.at ?? 0) : now;
}
