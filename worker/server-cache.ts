/**
 * The cache of downloaded server binaries. One folder per source; a `SHA256SUMS` beside its `bin/`, written when it was filled, verifies
 * every later use.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Damage } from './server-faults.ts';

/** The dev server and the time-skipping test server, by the names of their executables. */
export type Server = 'temporal' | 'temporal-test-server';

export const executableName = (server: Server): string => (process.platform === 'win32' ? `${server}.exe` : server);

/** `SERVANDA_CACHE`, or else `servanda` in the XDG cache folder, or else `~/.cache/servanda`. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  if (env['SERVANDA_CACHE']) return resolve(env['SERVANDA_CACHE']);
  const xdg = env['XDG_CACHE_HOME'];
  // The XDG specification says to ignore a relative path.
  return join(xdg && isAbsolute(xdg) ? xdg : join(homedir(), '.cache'), 'servanda');
}

export type CachedServer = { state: 'sound'; path: string } | { state: 'absent' } | { state: 'damaged'; why: Damage };

/** Whether a folder of the cache has a server that matches its recorded checksum. */
export async function cachedServer(folder: string, server: Server): Promise<CachedServer> {
  const path = join(folder, 'bin', executableName(server));
  const recorded = await recordedSum(folder, server);
  if (recorded === undefined) return { state: 'absent' };
  const actual = await sha256(path).catch((e: Error) => e);
  if (actual === recorded) return { state: 'sound', path };
  if (actual instanceof Error) return { state: 'damaged', why: { code: 'sumUnreadable', path, why: actual.message, recorded } };
  return { state: 'damaged', why: { code: 'otherSum', path, is: actual, recorded } };
}

async function recordedSum(folder: string, server: Server): Promise<string | undefined> {
  const sums = await readFile(join(folder, 'SHA256SUMS'), 'utf8').catch(() => '');
  return sums
    .split('\n')
    .map(line => line.split('  '))
    .find(([, name]) => name === `bin/${executableName(server)}`)?.[0];
}

/**
 * Fills a folder of the cache: `fill` puts executables into `bin/` of a temporary folder, which then replaces it by one rename. Safe for
 * concurrent processes: the second uses what the first installed.
 */
export async function install(folder: string, server: Server, fill: (temporary: string) => Promise<unknown>): Promise<CachedServer> {
  await mkdir(dirname(folder), { recursive: true });
  await sweep(folder);
  const temporary = await mkdtemp(`${folder}.new-`);
  try {
    await fill(temporary);
    await record(temporary);
    await moveInto(folder, server, temporary);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return cachedServer(folder, server);
}

/** Removes the large remains of killed installations. */
async function sweep(folder: string): Promise<void> {
  const hour = 3_600_000;
  for (const name of await readdir(dirname(folder))) {
    const path = join(dirname(folder), name);
    if (!name.startsWith(`${basename(folder)}.`)) continue;
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > hour) await rm(path, { recursive: true, force: true });
  }
}

async function record(folder: string): Promise<void> {
  const names = (await readdir(join(folder, 'bin'))).toSorted();
  const lines = await Promise.all(names.map(async name => `${await sha256(join(folder, 'bin', name))}  bin/${name}\n`));
  await writeFile(join(folder, 'SHA256SUMS'), lines.join(''));
}

/** Keeps an existing intact folder: another process was faster and may be running it. */
async function moveInto(folder: string, server: Server, temporary: string): Promise<void> {
  while (!(await renamed(temporary, folder, 'ENOTEMPTY', 'EEXIST'))) {
    if ((await cachedServer(folder, server)).state === 'sound') return;
    const aside = `${folder}.old-${randomUUID()}`;
    if (await renamed(folder, aside, 'ENOENT')) await rm(aside, { recursive: true, force: true });
  }
}

/** False if the system refuses with one of these codes. */
async function renamed(from: string, to: string, ...refusals: string[]): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (e) {
    if (refusals.includes((e as NodeJS.ErrnoException).code ?? '')) return false;
    throw e;
  }
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
