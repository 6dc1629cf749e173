/** The processes of a run, each started again after its kill: a Temporal server with its database file, a worker, officers. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startDevServer, type DevServer } from '../../../worker/embedded.ts';
import { createLog } from '../../../worker/log.ts';
import { isFree } from '../../../worker/ports.ts';
import { bareEnvironment } from '../cli.ts';
import { chanceOf } from '../chance.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** A killed server is nothing to report here. */
const silent = createLog({ log: { level: 'fatal', format: 'json' }, production: true });

/** A process that is restarted whenever it is killed. */
export interface Kept {
  /** Resolves when it is ready for work. */
  start: () => Promise<void>;
  kill: () => Promise<void>;
}

export interface KeptServer extends Kept {
  readonly address: string;
  stop: () => Promise<void>;
}

/** The dev server on one port and one database file, through all its kills. */
export async function keptServer(executable: string, home: string, seed: number): Promise<KeptServer> {
  const port = await quietPort(seed);
  let server: DevServer | undefined;
  let starting = Promise.resolve();
  const begin = async (): Promise<void> => {
    server = await startDevServer({ executable, file: join(home, 'temporal.db'), port, uiPort: 0, log: silent });
    if (server.address !== `127.0.0.1:${port}`) throw new Error(`Port ${port} was taken by another program while the server was down.`);
  };
  const start = (): Promise<void> => (starting = begin());
  await start();
  return {
    address: `127.0.0.1:${port}`,
    start,
    kill: async () => {
      await starting; // until then the process id is the previous one's, possibly another program's by now
      const { pid } = server!;
      process.kill(pid!, 'SIGKILL');
      while (isThere(pid!)) await pause(5);
    },
    stop: async () => server!.stop(),
  };
}

/** Below the ports that a system gives to outgoing connections: a retrying client must not occupy it itself. */
async function quietPort(seed: number): Promise<number> {
  const chance = chanceOf(seed, 'port', process.pid);
  for (;;) {
    const port = 20_000 + chance.below(10_000);
    if (await isFree(port)) return port;
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export interface Ended {
  code: number | null;
  /** The end of its standard error. */
  said: string;
}

interface Program {
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Part of the line on standard error that marks it as ready; without one it is ready when it runs. */
  ready?: string;
  /** Called when it ends without having been killed or stopped. */
  fell: (ended: Ended) => void;
}

export interface KeptProgram extends Kept {
  /** Closes its standard input, or asks it to stop; resolves to how it ended. */
  letGo: (signal?: NodeJS.Signals) => Promise<Ended>;
}

/** A program of this project under node. */
export function keptProgram({ args, env, ready, fell }: Program): KeptProgram {
  let child: ChildProcess;
  let ended: Promise<Ended>;
  let isExpected = false;
  const start = async (): Promise<void> => {
    isExpected = false;
    child = spawn(process.execPath, args, { cwd: root, env: bareEnvironment(env), stdio: ['pipe', 'ignore', 'pipe'] });
    const withUs = (): void => void child.kill('SIGKILL');
    process.once('exit', withUs);
    const said: string[] = [];
    const isReady = new Promise<void>(resolve => {
      if (!ready) resolve();
      createInterface({ input: child.stderr! }).on('line', line => {
        said.push(line);
        if (said.length > 40) said.shift();
        if (ready && line.includes(ready)) resolve();
      });
    });
    const exit = new Promise<Ended>(resolve => void child.once('exit', code => resolve({ code, said: said.join('\n') })));
    ended = exit.then(how => {
      process.off('exit', withUs);
      if (!isExpected) fell(how);
      return how;
    });
    await Promise.race([isReady, ended]);
  };
  return {
    start,
    kill: async () => {
      isExpected = true;
      child.kill('SIGKILL');
      await ended;
    },
    letGo: async signal => {
      isExpected = true;
      if (signal) child.kill(signal);
      else child.stdin!.end();
      return ended;
    },
  };
}
