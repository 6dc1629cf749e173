/**
 * Finds the server binaries for `npm start`, tests and benchmarks: a running server named by TEMPORAL_ADDRESS, then PATH, the cache, the
 * pinned wheel, the Temporal SDK's own download. Reports which it chose.
 */
import { OwnFailure } from '../machines/own-failure.ts';
import type { LocatorNote } from './log-notes.ts';
import { NotStarted } from './not-started.ts';
import type { Server } from './server-cache.ts';
import type { StartFault, Tried } from './server-faults.ts';
import { attemptsFor, type Attempt, type LocatedServer } from './server-sources.ts';

export interface LocateOptions {
  env?: NodeJS.ProcessEnv;
  attempts?: readonly Attempt[];
  /** Receives notes on slow steps, rejected binaries and the final choice. */
  say?: (note: LocatorNote) => void;
}

/** Finds one server. @throws ServerNotFound listing every attempt */
export async function locateServer(
  server: Server,
  { env = process.env, attempts, say = () => {} }: LocateOptions = {},
): Promise<LocatedServer> {
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

/** The path of a server's executable, for callers that start it themselves. @throws ServerNotFound */
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
