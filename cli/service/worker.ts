/** servanda worker: runs only the worker, against the server that the environment names, or that of the home. */
import { noted } from '../../worker/log-note.ts';
import { define } from '../define.ts';
import { CommandFailed } from '../failures.ts';
import { home } from '../flags.ts';
import { readNote } from '../../client/service-note.ts';
import { configurationOf } from '../client.ts';
import { startKeeping } from './keeping.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  home?: string;
}

async function worker(this: CliContext, { home: folder }: Flags): Promise<void> {
  const config = await configurationOf(this, folder);
  const note = config.temporal.connection.address ? undefined : readNote(config.home);
  const address = config.temporal.connection.address ?? note?.address;
  if (!address) throw new CommandFailed(this.words.say(this.words.m.service.noServer, { home: config.home }));
  await configurationOf(this, folder, { keeps: true });
  const { createLog } = await import('../../worker/log.ts');
  const log = createLog(config);
  const temporal = { namespace: note?.namespace ?? config.temporal.namespace, connection: { ...config.temporal.connection, address } };
  const running = await startKeeping(this, { ...config, temporal }, log);
  noted(log, 'info', { code: 'workerRuns' }, { address, namespace: temporal.namespace, taskQueue: config.taskQueue });
  const { untilStopped } = await import('../../worker/worker.ts');
  await untilStopped(running.worker, log);
}

export const command = define<Flags, []>({
  usage: ['[--home FOLDER]'],
  examples: `
  TEMPORAL_ADDRESS=127.0.0.1:7233 npx servanda worker
  npx servanda worker --home .servanda`,
  parameters: { flags: { home } },
  func: worker,
});
