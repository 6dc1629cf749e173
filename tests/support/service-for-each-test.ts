/** A service on a time-skipping server of its own for each test of a file. */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterEach, beforeEach } from 'vitest';
import { startTimeSkippingEnvironment } from './servers.ts';
import { startService, type Service } from './service.ts';

/** Hands over the server and the service before each test, and stops both after it. */
export function serviceForEachTest(use: (env: TestWorkflowEnvironment, service: Service) => void): void {
  let env: TestWorkflowEnvironment | undefined;
  let service: Service | undefined;
  beforeEach(async () => {
    env = await startTimeSkippingEnvironment();
    service = await startService(env);
    use(env, service);
  });
  afterEach(async () => {
    await service?.stop();
    await env?.teardown();
  });
}
