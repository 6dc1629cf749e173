/** The durable timers of a plan. Each sleeps to the plan's instant; whoever wakes asks again what the plan is. */
import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { longestTimer } from '../machines/limits.ts';
import type { Timer } from '../machines/plan.ts';

export class Alarms {
  private readonly armed = new Map<string, { at: number; scope: CancellationScope }>();
  private rung = false;

  /** True once after a timer fired. */
  takeRing(): boolean {
    const rung = this.rung;
    this.rung = false;
    return rung;
  }

  get hasRung(): boolean {
    return this.rung;
  }

  /** Arms exactly these timers: what is no longer planned is cancelled, what is unchanged sleeps on. */
  arm(timers: readonly Timer[]): void {
    const wanted = new Map(timers.map(t => [JSON.stringify([t.name, t.at, t.summary]), t]));
    for (const [key, { at, scope }] of this.armed) if (!wanted.has(key)) this.cancel(key, at, scope);
    for (const [key, timer] of wanted) if (!this.armed.has(key)) this.start(key, timer);
  }

  /** A timer due at this very instant is already firing, and is let ring: two dates of one day wake the keeper twice. */
  private cancel(key: string, at: number, scope: CancellationScope): void {
    this.armed.delete(key);
    if (at > Date.now()) scope.cancel();
  }

  private start(key: string, { at, summary }: Timer): void {
    const scope = new CancellationScope();
    this.armed.set(key, { at, scope });
    void scope.run(() => this.sleepUntil(key, at, summary));
  }

  private async sleepUntil(key: string, at: number, summary: string): Promise<void> {
    try {
      await sleep(Math.max(1, Math.min(at - Date.now(), longestTimer)), { summary });
      this.armed.delete(key);
      this.rung = true;
    } catch (cause) {
      if (!isCancellation(cause)) throw cause;
    }
  }
}
