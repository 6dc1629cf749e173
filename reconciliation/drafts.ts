/** The drafts that the register requires: one for each decision to give notice. */
import type { Decision } from '../machines/decisions.ts';
import { foldLedger } from '../machines/fold-failure.ts';
import { contextOf, replay, stateOf, type NoticeState } from '../machines/notice/replay.ts';
import type { Plan } from '../machines/plan-types.ts';
import { isSamePerson } from '../machines/persons.ts';
import { noticeWorkflowId } from '../workflows/messages.ts';
import { noticeNumbers, noticeSteps } from '../dossier/description.ts';
import { decisionFor, type RegisterDossier } from '../dossier/dossier.ts';

/** Returns the drafts owed on a day. */
export const draftsOwed = (dossier: RegisterDossier, today: Plan['asOf']): NonNullable<Plan['drafts']> =>
  draftsFor(
    dossier,
    foldLedger(dossier.agreement.id, dossier.entries, entries => decisionFor({ ...dossier, entries }, today)?.decision),
  );

/**
 * Returns the draft for a decision to give notice, attributed to the person who decided. Another person must approve it, but not the one
 * who recorded the decision: entering someone else's name does not provide a second pair of eyes.
 */
export function draftsFor({ agreement: { id }, rows }: RegisterDossier, decision: Decision | undefined): NonNullable<Plan['drafts']> {
  if (decision?.decision !== 'terminate') return [];
  const number = draftNumberOf(decision);
  if (noticeSteps(rows, number).length) return [];
  const enteredBy = rows.find(r => r.entry.id === decision.id)!.entered.by;
  const draft = {
    agreement: id,
    number,
    direction: 'ours' as const,
    content: { kind: 'termination' as const, by: decision.by },
    draftedBy: decision.person,
    ...(isSamePerson(enteredBy, decision.person) ? {} : { enteredBy }),
    channel: 'diplomaticNote' as const,
  };
  return [{ workflowId: noticeWorkflowId(id, number), draft }];
}

/**
 * The number of the draft that a decision calls for. It follows from the decision's id alone, so that a step that is repeated, or an
 * agreement that is rebuilt, finds the same draft and begins no second one.
 */
export const draftNumberOf = ({ id }: Pick<Decision, 'id'>): string => `${id}-notice`.slice(-40).replace(/^[^A-Za-z0-9]+/, '');

/**
 * The numbers of a Party's notices of termination that are neither sent nor recalled, drafted for a decision or by hand; a later decision of
 * that Party leaves them open. Those of another Party are its own affair, and may be confidential.
 */
export const draftsLeftOpen = (rows: RegisterDossier['rows'], party: Decision['by'] | undefined, today: Plan['asOf']): string[] =>
  noticeNumbers(rows).filter(number => {
    const { instance } = replay(noticeSteps(rows, number), today);
    const { content } = contextOf(instance);
    return content.kind === 'termination' && content.by === party && isUnsent(stateOf(instance));
  });

const isUnsent = (state: NoticeState): boolean => state === 'drafted' || state === 'approved' || state === 'returned';
