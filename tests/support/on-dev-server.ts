/** A dev server of the test file's own, with connections to it; and a service on it that the command line of a home finds. */
import { Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { writeNote } from '../../client/service-note.ts';
import type { DevServer, DevServerOptions } from '../../worker/embedded.ts';
import { installRuntime } from '../../worker/log.ts';
import { ensureNamespace } from '../../worker/search-attributes.ts';
import { startTestDevServer, testLog } from './servers.ts';
import { startService, type On, type Service, type ServiceOptions } from './service.ts';

export interface OnDevServer extends On {
  server: DevServer;
  /** Closes the connections, and stops the server. Stop a service on it first. */
  stop: () => Promise<void>;
}

/** With our search attributes. In memory, unless a file is given. */
export async function startOnDevServer(options: Partial<DevServerOptions> = {}): Promise<OnDevServer> {
  installRuntime(testLog);
  const server = await startTestDevServer(options);
  const { address } = server;
  const [connection, nativeConnection] = [await Connection.connect({ address }), await NativeConnection.connect({ address })];
  await ensureNamespace(connection, 'default', { mayCreate: true });
  return {
    server,
    connection,
    nativeConnection,
    stop: async () => {
      await nativeConnection.close();
      await connection.close();
      await server.stop();
    },
  };
}

/** As `up` leaves it for the other commands of a home: on the task queue that they use, with the note of its address. */
export async function startNotedService(home: string, options: ServiceOptions = {}): Promise<Service> {
  const on = await startOnDevServer();
  const service = await startService(on, { ...options, home, taskQueue: 'servanda' });
  writeNote(home, { address: on.server.address, namespace: 'default', ui: null, pid: process.pid });
  return {
    ...service,
    stop: async () => {
      await service.stop();
      await on.stop();
    },
  };
}
