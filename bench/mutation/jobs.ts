/** Jobs in processes of their own, which are ended where a mutant never comes back. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FromJob, ToJob } from './messages.ts';

export class Job {
  private process: ChildProcess | undefined;

  /** The answer; undefined when there was none in time, or the process died of it. */
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

  /** With the processes that run its tests: they are one group. */
  end(): void {
    const pid = this.process?.pid;
    this.process = undefined;
    if (pid === undefined) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }
}

const started = (): ChildProcess =>
  fork(fileURLToPath(new URL('job.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    detached: true,
    // A test that is repeated listens to its own timeouts once more each time.
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });

/** Each of these by the first job that is free. */
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
