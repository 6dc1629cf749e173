/** What a new plan means for instruments in progress: which notices and protocols must look again, and which drafts are owed. */
import type { Plan } from '../machines/plan-types.ts';
import { noticeWorkflowId, protocolWorkflowId } from '../workflows/messages.ts';
import type { RegisterDossier } from '../dossier/dossier.ts';
import { draftsFor } from '../reconciliation/drafts.ts';
import { noticesToRecheck } from './notices.ts';
import { say } from '../wording/statements.ts';
import type { Wording } from '../wording/wording.ts';
import { openProtocols } from '../reconciliation/open-workflows.ts';

/** Leaves out empty lists, since a plan holds only what is to be done. */
export function followUps(
  dossier: RegisterDossier,
  today: Plan['asOf'],
  decision: Plan['decision'],
  w: Wording,
): Pick<Plan, 'tell' | 'drafts'> {
  const { id } = dossier.agreement;
  const tell = [
    ...noticesToRecheck(dossier, today).map(number => noticeWorkflowId(id, number)),
    ...openProtocols(dossier.rows).map(protocol => protocolWorkflowId(id, protocol)),
  ];
  const drafts = draftsFor(dossier, decision?.decision).map(({ workflowId, draft }) => {
    const { number, content } = draft;
    return { workflowId, draft, summary: say('noticeTitle', { number, kind: w.kinds[content.kind], by: content.by }, w) };
  });
  return { ...(tell.length ? { tell } : {}), ...(drafts.length ? { drafts } : {}) };
}
