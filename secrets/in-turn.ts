/**
 * Many callers of one workflow are served in turn. Temporal takes ten updates of a workflow at once and turns the others away, and its client
 * then waits ever longer; so a process has fewer under way, and keeps the others waiting itself.
 */
import type { WorkflowClientInterceptor } from '@temporalio/client';

/** Two processes find room beside each other more often than not; what is turned away all the same, the client asks again. */
const mostAtOnce = 8;

/** For the clients of one process: those that wait for their turn, by workflow. */
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
