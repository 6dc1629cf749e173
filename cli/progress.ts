/** The progress of a long run: at a terminal, a bar on standard error with rate and time left; otherwise nothing until the end. */
import type { Words } from './words.ts';
import type { CliContext } from './world.ts';

/** Milliseconds between two updates of the bar. */
const pace = 200;
const width = 30;

export class Progress {
  private done = 0;
  private readonly began: number;
  private drawn = 0;
  private readonly isShown: boolean;

  constructor(
    private readonly world: CliContext,
    private readonly total: number,
    private readonly what: keyof Words['m']['progress']['of'],
  ) {
    const { stderr } = world.process;
    this.isShown = total > 1 && 'isTTY' in stderr && Boolean(stderr.isTTY);
    this.began = world.now();
  }

  advance(): void {
    this.done += 1;
    const now = this.world.now();
    if (!this.isShown || (now - this.drawn < pace && this.done < this.total)) return;
    this.drawn = now;
    this.world.process.stderr.write(`\r${formatBar(this.done, this.total, (now - this.began) / 1000, this.world.words)}\u001b[K`);
  }

  /** Removes the bar until the next step, so that printing begins on a clean line. */
  clear(): void {
    this.drawn = 0;
    if (this.isShown) this.world.process.stderr.write('\r\u001b[K');
  }

  /** Replaces the bar by one final line. */
  end(): void {
    this.clear();
    const seconds = (this.world.now() - this.began) / 1000;
    const { m, say, number } = this.world.words;
    const values = {
      done: number(this.done),
      total: number(this.total),
      what: m.progress.of[this.what],
      time: formatTime(seconds, this.world.words),
    };
    this.world.warn(say(m.progress.done, { ...values, rate: seconds >= 1 ? number(Math.round(this.done / seconds)) : 'none' }));
  }
}

/** `[#####.....]  1,234 of 10,000  62 a second  2 min 21 s left` */
export function formatBar(done: number, total: number, seconds: number, words: Words): string {
  const { m, say, number } = words;
  const full = Math.floor((width * done) / total);
  const rate = done / Math.max(seconds, 0.001);
  const left = seconds < 1 ? 'none' : formatTime((total - done) / rate, words);
  const said = say(m.progress.bar, { done: number(done), total: number(total), rate: number(Math.round(rate)), left });
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}]  ${said}`;
}

export function formatTime(seconds: number, { m, say }: Words): string {
  const whole = Math.round(seconds);
  return whole < 60
    ? say(m.progress.seconds, { seconds: whole })
    : say(m.progress.minutes, { minutes: Math.floor(whole / 60), seconds: whole % 60 });
}
