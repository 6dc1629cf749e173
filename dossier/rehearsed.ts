/** The time of a rehearsal: it has one of its own, which somebody lets pass, and which never runs back. */
import type { Instant } from '../clauses/calendar.ts';
import type { RegisterDossier } from './dossier.ts';

/** Now; of a rehearsal at least the instant of what its register has last. */
export function rehearsedAt({ rehearsal, rows, outbox }: Pick<RegisterDossier, 'rehearsal' | 'rows' | 'outbox'>, now: Instant): Instant {
  return rehearsal ? Math.max(now, rows.at(-1)!.entered.at, outbox.at(-1)?.at ?? 0) : now;
}
