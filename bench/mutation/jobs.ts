/** Jobs in child processes, killed when a mutant hangs. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FromJob, ToJob } from './messages.ts';

export class Job {
  private process: ChildProcess | undefined;

  /** The answer; undefined on a time-out, or if the process died. */
  ask(message: ToJob, milliseconds: number): Promise<FromJob | undefined> {
    const process = (this.process ??= started());
    return new Promise(resolve => {
      const settle = (answer?: FromJob): void => {
        clearTimeout(timer);
        process.removeAllListeners();
        if (!answer) this.end();
        resolve(answer);
      };
      const timer = setTimeout(settle, milliseconds);
      process.once('message', answer => settle(answer as FromJob));
      process.once('exit', () => settle());
      process.send(message);
    });
  }

  /** Kills the process and its test processes, which form one group. */
  end(): void {
    const pid = this.process?.pid;
    this.process = undefined;
    if (pid === undefined) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has already ended.
    }
  }
}

const started = (): ChildProcess =>
  fork(fileURLToPath(new URL('job.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    detached: true,
    // A repeated test adds another listener for its timeouts each time.
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });

/** Distributes the work: each item goes to the first free job. */
export async function eachByJobs<T>(of: readonly T[], count: number, work: (one: T, job: Job) => Promise<void>): Promise<void> {
  const left = of.values();
  const jobs = Array.from({ length: count }, () => new Job());
  try {
    await Promise.all(
      jobs.map(async job => {
        for (const one of left) await work(one, job);
      }),
    );
  } finally {
    for (const job of jobs) job.end();
  }
}
