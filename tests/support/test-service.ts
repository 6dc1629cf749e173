/** The public test service, on the servers located by the global setup. */
import { startTestService, type TestService, type TestServiceOptions } from '../../testing/index.ts';
import { testWorkflowBundle } from './bundle.ts';
import { executableOf } from './servers.ts';

export const startOwnTestService = async (options: TestServiceOptions = {}): Promise<TestService> =>
  startTestService({ executable: executableOf('temporal-test-server'), bundle: await testWorkflowBundle(), ...options });
