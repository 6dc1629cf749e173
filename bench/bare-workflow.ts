/**
 * The minimum cost of a record on Temporal: a workflow with the same timers, one validated update, one durable row written by a local
 * activity. No law, no register: the baseline for the benchmark of records.
 */
import { CancellationScope, condition, defineUpdate, isCancellation, proxyLocalActivities, setHandler, sleep } from '@temporalio/workflow';

export interface BareActivities {
  write: (row: { workflow: string; body: string }) => Promise<number>;
}

export interface BareInput {
  workflow: string;
  /** The timers armed after each update in turn, in milliseconds from then. */
  timers: readonly number[][];
  /** The instant at which one timer fires and another row is written. */
  due?: number | undefined;
}

const { write } = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '1 minute' });
const record = defineUpdate<number, [{ entry: { id: string } }]>('record');

export async function bare({ workflow, timers, due }: BareInput): Promise<void> {
  let armed: CancellationScope[] = [];
  let turn = 0;
  const arm = (): void => {
    for (const scope of armed) scope.cancel();
    armed = timers[turn++ % timers.length]!.map(milliseconds => {
      const scope = new CancellationScope();
      void scope.run(() => sleep(milliseconds)).catch(whenCancelled);
      return scope;
    });
  };
  const validator = (request: { entry?: { id?: unknown } }): void => {
    if (typeof request.entry?.id !== 'string') throw new Error('An entry has an id.');
  };
  setHandler(
    record,
    async request => {
      const line = await write({ workflow, body: JSON.stringify(request) });
      arm();
      return line;
    },
    { validator },
  );
  await write({ workflow, body: 'opened' });
  arm();
  if (due !== undefined) {
    await sleep(due - Date.now());
    await write({ workflow, body: 'due' });
    arm();
  }
  await condition(() => false);
}

function whenCancelled(cause: unknown): void {
  if (!isCancellation(cause)) throw cause;
}
