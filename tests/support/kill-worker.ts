/** A worker in a process of its own, to be killed: address, home, bundle and, optionally, the entry after whose commit it dies. */
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../../activities/index.ts';
import { openRegisters } from '../../register/home.ts';

const [address, home, codePath, failpoint] = process.argv.slice(2) as [string, string, string, string | undefined];
const connection = await NativeConnection.connect({ address });
const activities = createActivities({
  registers: await openRegisters(home),
  log: { info: () => {}, error: () => {} },
  afterAppend: ({ id }) => {
    if (id === failpoint) process.kill(process.pid, 'SIGKILL');
  },
});
const worker = await Worker.create({ connection, taskQueue: 'test', workflowBundle: { codePath }, activities });
process.stdout.write('ready\n');
await worker.run();
