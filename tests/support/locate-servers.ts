/** Locates both server binaries once, before the test files run concurrently. */
import type { TestProject } from 'vitest/node';
import { en } from '../../wording/en.ts';
import { failureIn } from '../../wording/failures/sentence.ts';
import { noteIn } from '../../wording/log/sentence.ts';
import { locateExecutable } from '../../worker/locator.ts';
import type { LocatorNote } from '../../worker/log-notes.ts';
import type { Server } from '../../worker/server-cache.ts';

/** Where a binary is, or why it could not be found: only the tests that need it then fail. */
export type Located = { path: string } | { why: string };

declare module 'vitest' {
  interface ProvidedContext {
    servers: Record<Server, Located>;
  }
}

export default async function locateServers(project: TestProject): Promise<void> {
  project.provide('servers', { temporal: await locate('temporal'), 'temporal-test-server': await locate('temporal-test-server') });
}

const say = (note: LocatorNote): void => {
  if (note.code === 'fetching') console.log(noteIn(note, en));
};

async function locate(server: Server): Promise<Located> {
  try {
    return { path: await locateExecutable(server, { say }) };
  } catch (e) {
    return { why: failureIn(e, en) ?? String(e) };
  }
}
