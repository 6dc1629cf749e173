/** Finds both server binaries once, before the test files run side by side. */
import type { TestProject } from 'vitest/node';
import { locateExecutable } from '../../worker/locator.ts';
import type { Server } from '../../worker/server-cache.ts';

/** Where a binary is, or why it could not be found: only the tests that need it fail then. */
export type Located = { path: string } | { why: string };

declare module 'vitest' {
  interface ProvidedContext {
    servers: Record<Server, Located>;
  }
}

export default async function locateServers(project: TestProject): Promise<void> {
  project.provide('servers', { temporal: await locate('temporal'), 'temporal-test-server': await locate('temporal-test-server') });
}

async function locate(server: Server): Promise<Located> {
  try {
    return { path: await locateExecutable(server, { say: sentence => sentence.startsWith('Fetching') && console.log(sentence) }) };
  } catch (e) {
    return { why: (e as Error).message };
  }
}
