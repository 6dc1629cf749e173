/** A worker in a process of its own, to be killed: address, home, bundle and, optionally, the entry on which it dies, before or after its commit. */
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../../activities/index.ts';
import { openRegisters } from '../../register/home.ts';

const [address, home, codePath, failpoint, when] = process.argv.slice(2) as [string, string, string, string?, string?];
const connection = await NativeConnection.connect({ address });
const activities = createActivities({
  registers: await openRegisters(home),
  log: { info: () => {}, error: () => {} },
  [when === 'before' ? 'beforeCommit' : 'afterAppend']: ({ id }: { id: string }) => {
    if (id === failpoint) process.kill(process.pid, 'SIGKILL');
  },
});
const worker = await Worker.create({ connection, taskQueue: 'test', workflowBundle: { codePath }, activities });
process.stdout.write('ready\n');
await worker.run();
