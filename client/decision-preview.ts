/** The preview of a decision: the decision that it replaces, the drafts that this leaves open, and the notice that will be drafted. */
import { allOf } from '../wording/intl.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import { decisionStateOn, type RegisterDossier } from '../dossier/dossier.ts';
import type { OpenDecision } from '../machines/decisions.ts';
import { draftsLeftOpen } from '../reconciliation/drafts.ts';
import { dayInText } from '../wording/forms.ts';
import { message } from '../wording/message.ts';
import type { Wording } from '../wording/wording.ts';
import type { Context } from './context.ts';
import { withoutHiddenEntries } from './draft-access.ts';
import type { Prepared } from './entering.ts';
import type { DecisionGiven } from './facts.ts';

/** The agreement on the day of the decision, and the Party that decides. `rows`: as far as the caller may see them. */
export interface DecidedOn {
  party: string | undefined;
  decision: OpenDecision | null;
  rows: RegisterDossier['rows'];
  asOf: CalendarDate;
}

/** Returns the sentences of the preview; empty if nothing is left to decide. */
export function decisionPreview(
  { party, decision: owed, rows, asOf }: DecidedOn,
  decision: DecisionGiven['decision'],
  wording: Wording,
): string[] {
  const { stands, drafts, draftsStay } = wording.client.decided;
  const open = draftsLeftOpen(rows, party, asOf);
  const stay = open.length ? [message(draftsStay, wording.locale, { numbers: allOf(wording.locale, open), count: open.length })] : [];
  if (!owed) return stay;
  const before = owed.decision && decisionValues(owed.decision, wording);
  return [
    ...(before ? [message(stands, wording.locale, before)] : []),
    ...stay,
    ...(decision === 'terminate' && owed.question === 'renewal' ? [drafts] : []),
  ];
}

/** What was decided, by whom and when, for a message. */
export const decisionValues = (
  { decision, person, on }: NonNullable<OpenDecision['decision']>,
  wording: Wording,
): { decision: string; person: string; day: string } => ({ decision, person, day: dayInText(wording, on) });

/**
 * The preview for an entry about to be sent, and the notices that it leaves open, as far as the caller may see them. A register that can't
 * be folded is reported when the entry is recorded.
 */
export async function decisionPreviewOf(
  context: Context,
  { dossier, today, entries }: Prepared,
  decision: DecisionGiven['decision'],
): Promise<{ sentences: string[]; open: string[] }> {
  const party = entries.flatMap(e => (e.type === 'decision.made' ? [e.by] : []))[0];
  try {
    const { rows } = await withoutHiddenEntries(context, dossier);
    const owed = decisionStateOn(dossier, today).owed ?? null;
    const sentences = decisionPreview({ party, decision: owed, rows, asOf: today }, decision, context.wording);
    return { sentences, open: draftsLeftOpen(rows, party, today) };
  } catch {
    return { sentences: [], open: [] };
  }
}
