/** Notices and protocols on their way are started again from the register where no workflow keeps them: Temporal forgets, the register does not. */
import { noticeSteps } from '../activities/description.ts';
import { protocolsUnderWay } from '../activities/protocolling.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import { followed, isClosed } from '../machines/notice-course.ts';
import type { Row } from '../register/types.ts';
import { inTime, type Service } from './service.ts';

/** Those that are kept already are left as they are. */
export async function takeUpPapers(service: Service, agreement: string, rows: readonly Row[], today: CalendarDate): Promise<void> {
  const { noticeWorkflow, noticeWorkflowId, protocolWorkflow, protocolWorkflowId } = await import('../workflows/messages.ts');
  const papers = [
    ...noticesUnderWay(rows, today).map(number => ({
      type: noticeWorkflow,
      workflowId: noticeWorkflowId(agreement, number),
      args: [{ agreement, number }],
      staticSummary: `Notice ${number}`,
    })),
    ...protocolsUnderWay(rows).map(protocol => ({
      type: protocolWorkflow,
      workflowId: protocolWorkflowId(agreement, protocol),
      args: [{ agreement, protocol, by: 'servanda' }],
      staticSummary: `Protocol ${protocol}`,
    })),
  ];
  for (const { type, ...options } of papers)
    await inTime(service, () =>
      service.client.workflow.start(type, {
        ...options,
        taskQueue: service.taskQueue,
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      }),
    );
}

function noticesUnderWay(rows: readonly Row[], today: CalendarDate): string[] {
  const numbers = new Set(rows.flatMap(({ entry }) => (entry.type === 'notice.step' && 'notice' in entry ? [entry.notice] : [])));
  return [...numbers].filter(number => !isClosed(followed(noticeSteps(rows, number), today).course));
}
