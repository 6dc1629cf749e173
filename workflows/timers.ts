/** The durable timers of a plan. Each sleeps until the plan's instant; when it fires, the loop runs the step and arms the new plan. */
import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { longestTimer } from '../machines/limits.ts';
import type { ArmedTimer } from '../machines/timer.ts';

export class Timers {
  private readonly armed = new Map<string, { at: number; scope: CancellationScope }>();
  private fired: string[] = [];

  get haveFired(): boolean {
    return this.fired.length > 0;
  }

  /** Returns and clears the summaries of the fired timers. */
  consumeFired(): string[] {
    return this.fired.splice(0);
  }

  /** Arms exactly these timers: cancels those no longer planned and leaves unchanged ones running. */
  arm(timers: readonly ArmedTimer[]): void {
    const wanted = new Map(timers.map(t => [JSON.stringify([t.name, t.at, t.says]), t]));
    for (const [key, { at, scope }] of this.armed) if (!wanted.has(key)) this.cancel(key, at, scope);
    for (const [key, timer] of wanted) if (!this.armed.has(key)) this.start(key, timer);
  }

  /** Lets a timer that is due right now fire: two dates on one day wake the workflow twice. */
  private cancel(key: string, at: number, scope: CancellationScope): void {
    this.armed.delete(key);
    if (at > Date.now()) scope.cancel();
  }

  private start(key: string, { at, summary }: ArmedTimer): void {
    const scope = new CancellationScope();
    this.armed.set(key, { at, scope });
    const milliseconds = Math.max(1, Math.min(at - Date.now(), longestTimer));
    const fire = (): void => {
      this.armed.delete(key);
      this.fired.push(summary);
    };
    void scope.run(() => sleep(milliseconds, { summary })).then(fire, unlessCancelled);
  }
}

function unlessCancelled(cause: unknown): void {
  if (!isCancellation(cause)) throw cause;
}
