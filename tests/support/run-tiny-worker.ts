/** A worker process for tests, configured by its environment like the real one. Its activity waits for a signal from the test. */
import { once } from 'node:events';
import { NativeConnection } from '@temporalio/worker';
import { readConfiguration } from '../../worker/configuration.ts';
import { createLog, installRuntime } from '../../worker/log.ts';
import { startWorker, untilStopped } from '../../worker/worker.ts';

const activities = {
  ask: async (question: string): Promise<string> => {
    process.send?.('asked');
    const [answer] = (await once(process, 'message')) as [string];
    process.send?.('answered');
    return `${question}: ${answer}`;
  },
};
export type TinyActivities = typeof activities;

const config = readConfiguration();
const log = createLog(config);
installRuntime(log);
const connection = await NativeConnection.connect(config.temporal.connection);
const close = (): void => void process.send?.('register closed');
await untilStopped(await startWorker({ config, connection, activities, log, close, workflowBundle: { codePath: process.argv[2]! } }), log);
process.send?.('ended', () => process.disconnect());
