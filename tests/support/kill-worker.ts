/**
 * A worker in a process of its own, to be killed: address, home, task queue, bundle and, optionally, the entry on which it dies, before or
 * after its commit, or the activity on whose task it dies.
 */
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../../activities/index.ts';
import { openRegisters } from '../../register/home.ts';
import { deliveriesOf } from '../../worker/worker.ts';

const [address, home, taskQueue, codePath, failpoint, when] = process.argv.slice(2) as [string, string, string, string, string?, string?];
const die = (): void => void process.kill(process.pid, 'SIGKILL');
const connection = await NativeConnection.connect({ address });
const { deliver, ...activities } = createActivities({
  registers: await openRegisters(home),
  log: { info: () => {}, error: () => {} },
  delivery: {
    webhookSecret: `whsec_${Buffer.from('only for tests, on this machine!').toString('base64')}`,
    webhookAllow: ['http://127.0.0.1'],
  },
  [when === 'before' ? 'beforeCommit' : 'afterAppend']: ({ id }: { id: string }) => {
    if (id === failpoint) die();
  },
});
const worker = await Worker.create({
  connection,
  taskQueue,
  // In this process: a separate thread would start again for each worker that is killed.
  debugMode: true,
  workflowBundle: { codePath },
  activities: { ...activities, ...(when === 'task' ? { [failpoint!]: die } : {}) },
});
const letters = await Worker.create({ connection, ...deliveriesOf(taskQueue, { deliver }) });
process.stdout.write('ready\n');
await Promise.all([worker.run(), letters.run()]);
