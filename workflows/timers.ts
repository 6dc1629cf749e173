/** The durable timers of a plan. Each sleeps to the plan's instant; whoever wakes runs the step, and arms what the plan is then. */
import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { longestTimer } from '../machines/limits.ts';
import type { Timer } from '../machines/timer.ts';

export class Timers {
  private readonly armed = new Map<string, { at: number; scope: CancellationScope }>();
  private fired: string[] = [];

  get haveFired(): boolean {
    return this.fired.length > 0;
  }

  /** The summaries of those that fired since this was last asked. */
  consumeFired(): string[] {
    return this.fired.splice(0);
  }

  /** Arms exactly these timers: what is no longer planned is cancelled, what is unchanged sleeps on. */
  arm(timers: readonly Timer[]): void {
    const wanted = new Map(timers.map(t => [JSON.stringify([t.name, t.at, t.summary]), t]));
    for (const [key, { at, scope }] of this.armed) if (!wanted.has(key)) this.cancel(key, at, scope);
    for (const [key, timer] of wanted) if (!this.armed.has(key)) this.start(key, timer);
  }

  /** A timer due at this very instant is already firing, and is let fire: two dates of one day wake the workflow twice. */
  private cancel(key: string, at: number, scope: CancellationScope): void {
    this.armed.delete(key);
    if (at > Date.now()) scope.cancel();
  }

  private start(key: string, { at, summary }: Timer): void {
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
