/** The preview of a decision: the decision that it replaces, and the notice that will be drafted for it. */
import { decisionStateOn } from '../dossier/dossier.ts';
import type { OpenDecision } from '../machines/decisions.ts';
import { dayInText } from '../wording/forms.ts';
import { message } from '../wording/message.ts';
import type { Wording } from '../wording/wording.ts';
import type { Prepared } from './entering.ts';
import type { DecisionGiven } from './facts.ts';

/** Returns the sentences of the preview; empty if nothing is left to decide. */
export function decisionPreview(owed: OpenDecision | null, decision: DecisionGiven['decision'], wording: Wording): string[] {
  if (!owed) return [];
  const { stands, drafts } = wording.client.decided;
  const { decision: before } = owed;
  const values = before && { decision: before.decision, person: before.person, day: dayInText(wording, before.on) };
  return [
    ...(values ? [message(stands, wording.locale, values)] : []),
    ...(decision === 'terminate' && owed.question === 'renewal' ? [drafts] : []),
  ];
}

/** The preview for an entry about to be sent. A register that can't be folded is reported when the entry is recorded. */
export function decisionPreviewOf({ dossier, today }: Prepared, decision: DecisionGiven['decision'], wording: Wording): string[] {
  try {
    return decisionPreview(decisionStateOn(dossier, today).owed ?? null, decision, wording);
  } catch {
    return [];
  }
}
