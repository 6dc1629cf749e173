/** Checks whether a server binary runs on this machine and is recent enough. */
import { spawn } from 'node:child_process';
import { command, endOfCommand } from './command.ts';
import { answersInTime, freePort } from './ports.ts';
import type { Server } from './server-cache.ts';
import type { BinaryFault, CommandEnd } from './server-faults.ts';

/** The first server that can skip time for single workflows. */
const needed = { major: 1, minor: 32 };

/** Why an executable can't be used; undefined if it can. */
export async function faultOf(server: Server, path: string): Promise<BinaryFault | undefined> {
  return server === 'temporal' ? faultOfDevServer(path) : faultOfTestServer(path);
}

async function faultOfDevServer(path: string): Promise<BinaryFault | undefined> {
  let told: string;
  try {
    told = await command(path, ['--version'], {}, 30_000);
  } catch (e) {
    return { code: 'doesNotRun', path, end: endOfCommand(e) };
  }
  const [, major, minor] = /Server (\d+)\.(\d+)/.exec(told)?.map(Number) ?? [];
  if (major === undefined || minor === undefined) return { code: 'noVersion', path, words: told };
  const enough = major > needed.major || (major === needed.major && minor >= needed.minor);
  return enough ? undefined : { code: 'tooOld', path, words: told, needed: `${needed.major}.${needed.minor}` };
}

/** The test server reports no version, so it is started once and must answer. */
async function faultOfTestServer(path: string): Promise<BinaryFault | undefined> {
  const port = await freePort();
  const child = spawn(path, [String(port)], { stdio: 'ignore' });
  let ended: CommandEnd | undefined;
  child.once('error', e => (ended = endOfCommand(e)));
  child.once('exit', (code, signal) => (ended ??= { code: 'endedAtOnce', how: signal ?? `exit ${code}` }));
  const answered = await answersInTime(`127.0.0.1:${port}`, { milliseconds: 20_000, unless: () => ended !== undefined });
  child.kill('SIGKILL');
  return answered ? undefined : { code: 'doesNotRun', path, end: ended ?? { code: 'noAnswer' } };
}
