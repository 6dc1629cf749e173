/** Whether a server binary runs on this machine, and whether its version will do. */
import { spawn } from 'node:child_process';
import { command } from './command.ts';
import { answersInTime, freePort } from './ports.ts';
import type { Server } from './server-cache.ts';

/** The first server that skips time for single workflows. */
const needed = { major: 1, minor: 32 };

/** Why an executable cannot be used, or undefined when it can. */
export async function faultOf(server: Server, path: string): Promise<string | undefined> {
  return server === 'temporal' ? faultOfDevServer(path) : faultOfTestServer(path);
}

async function faultOfDevServer(path: string): Promise<string | undefined> {
  let told: string;
  try {
    told = await command(path, ['--version'], {}, 30_000);
  } catch (e) {
    return `${path} does not run: ${(e as Error).message}`;
  }
  const [, major, minor] = /Server (\d+)\.(\d+)/.exec(told)?.map(Number) ?? [];
  if (major === undefined || minor === undefined) return `${path} does not tell the version of its server; it says ${JSON.stringify(told)}`;
  const enough = major > needed.major || (major === needed.major && minor >= needed.minor);
  return enough ? undefined : `${path} is too old (${told}); its server must be ${needed.major}.${needed.minor} or later`;
}

/** The test server tells no version: it is started once, and must answer. */
async function faultOfTestServer(path: string): Promise<string | undefined> {
  const port = await freePort();
  const child = spawn(path, [String(port)], { stdio: 'ignore' });
  let ended: string | undefined;
  child.once('error', e => (ended = e.message));
  child.once('exit', (code, signal) => (ended ??= `it ended at once (${signal ?? `exit ${code}`})`));
  const answered = await answersInTime(`127.0.0.1:${port}`, { milliseconds: 20_000, unless: () => ended !== undefined });
  child.kill('SIGKILL');
  return answered ? undefined : `${path} does not run: ${ended ?? 'it does not answer'}`;
}
