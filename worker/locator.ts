/**
 * Finds the server binaries for `npm start`, the tests and the benchmarks alike: a running server named by TEMPORAL_ADDRESS,
 * then PATH, the cache, the pinned wheel, the Temporal SDK's own download. Says which it took.
 */
import { OwnFailure } from '../machines/own-failure.ts';
import type { LocatorNote } from './log-notes.ts';
import { NotStarted } from './not-started.ts';
import type { Server } from './server-cache.ts';
import type { StartFault, Tried } from './server-faults.ts';
import { attemptsFor, type Attempt, type Found } from './server-sources.ts';

export interface LocateOptions {
  env?: NodeJS.ProcessEnv;
  attempts?: readonly Attempt[];
  /** Told what takes long, what was passed over for a fault, and what was taken. */
  say?: (note: LocatorNote) => void;
}

/** One server, as found. @throws ServerNotFound with everything that was tried. */
export async function locateServer(server: Server, { env = process.env, attempts, say = () => {} }: LocateOptions = {}): Promise<Found> {
  const tried: Tried[] = [];
  for (const attempt of attempts ?? attemptsFor(server, env)) {
    const outcome = await attempt.run(server, say);
    if (!('no' in outcome)) {
      say({ code: 'found', server, how: outcome.how });
      return outcome;
    }
    tried.push({ source: attempt.source, why: outcome.no });
  }
  throw new ServerNotFound(server, tried);
}

/** Where the executable of a server is; for callers that start it themselves. @throws ServerNotFound */
export async function locateExecutable(server: Server, options: LocateOptions = {}): Promise<string> {
  const env = { ...(options.env ?? process.env), TEMPORAL_ADDRESS: undefined };
  const found = await locateServer(server, { ...options, env });
  if (!('path' in found)) throw new NotStarted({ code: 'noExecutable', server });
  return found.path;
}

export class ServerNotFound extends OwnFailure<StartFault> {
  override readonly name = 'ServerNotFound';

  constructor(server: Server, tried: readonly Tried[]) {
    super({ code: 'serverNotFound', server, tried });
  }
}
