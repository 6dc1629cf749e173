/** What a new plan means for the papers on their way: which notices and protocols look again, and which draft is owed. */
import type { Plan } from '../machines/plan-types.ts';
import { noticeWorkflowId, protocolWorkflowId } from '../workflows/messages.ts';
import type { RegisterDossier } from '../dossier/dossier.ts';
import { draftsFor } from '../reconciliation/drafts.ts';
import { noticesToTell } from './notices.ts';
import { say } from '../wording/statements.ts';
import type { Wording } from '../wording/wording.ts';
import { openProtocols } from '../reconciliation/open-workflows.ts';

/** Both are left out where there is nothing: a plan says only what is to be done. */
export function onTheDesk(
  dossier: RegisterDossier,
  today: Plan['asOf'],
  decision: Plan['decision'],
  w: Wording,
): Pick<Plan, 'tell' | 'drafts'> {
  const { id } = dossier.agreement;
  const tell = [
    ...noticesToTell(dossier, today).map(number => noticeWorkflowId(id, number)),
    ...openProtocols(dossier.rows).map(protocol => protocolWorkflowId(id, protocol)),
  ];
  const drafts = draftsFor(dossier, decision?.decision).map(({ workflowId, draft }) => {
    const { number, content } = draft;
    return { workflowId, draft, summary: say('noticeTitle', { number, kind: w.kinds[content.kind], by: content.by }, w) };
  });
  return { ...(tell.length ? { tell } : {}), ...(drafts.length ? { drafts } : {}) };
}
