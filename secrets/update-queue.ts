/**
 * Queues concurrent updates of one workflow. Temporal accepts ten at once and rejects the rest, and its client then backs off for ever
 * longer; so each process keeps fewer in flight and queues the others itself.
 */
import type { WorkflowClientInterceptor } from '@temporalio/client';

/** Usually leaves room for a second process; the client retries what Temporal still rejects. */
const mostAtOnce = 8;

/** The queues of one process's clients, by workflow. */
export function inTurn(): WorkflowClientInterceptor {
  const waiting = new Map<string, { underWay: number; next: (() => void)[] }>();
  const turn = async <T>(workflowId: string, ask: () => Promise<T>): Promise<T> => {
    const of = waiting.get(workflowId) ?? { underWay: 0, next: [] };
    waiting.set(workflowId, of);
    if (of.underWay < mostAtOnce) of.underWay += 1;
    else await new Promise<void>(begin => void of.next.push(begin));
    try {
      return await ask();
    } finally {
      const begin = of.next.shift();
      if (begin) begin();
      else of.underWay -= 1;
      if (!of.underWay) waiting.delete(workflowId);
    }
  };
  return {
    startUpdate: (input, next) => turn(input.workflowExecution.workflowId, () => next(input)),
    startUpdateWithStart: (input, next) => turn(input.workflowStartOptions.workflowId, () => next(input)),
  };
}
