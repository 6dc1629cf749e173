/** The servers for tests, all on 127.0.0.1. */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { inject } from 'vitest';
import { startTimeSkipping } from '../../testing/time-skipping.ts';
import { startDevServer, type DevServer, type DevServerOptions } from '../../worker/embedded.ts';
import { createLog, installRuntime, type Log } from '../../worker/log.ts';
import type { Server } from '../../worker/server-cache.ts';

/** Errors only: a passing test logs nothing. */
export const testLog: Log = createLog({ log: { level: 'error', format: 'json' }, production: true });

/** The path of a server binary, located by the global setup. */
export function executableOf(server: Server): string {
  const located = inject('servers')[server];
  if ('why' in located) throw new Error(located.why);
  return located.path;
}

/** A time-skipping test server of the file's own. Call `teardown()` when done. */
export function startTimeSkippingEnvironment(): Promise<TestWorkflowEnvironment> {
  installRuntime(testLog);
  return startTimeSkipping(executableOf('temporal-test-server'));
}

/** A plain dev server on free ports; in memory, unless a file is given. */
export function startTestDevServer(options: Partial<DevServerOptions> = {}): Promise<DevServer> {
  return startDevServer({ executable: options.executable ?? executableOf('temporal'), port: 0, uiPort: 0, log: testLog, ...options });
}
