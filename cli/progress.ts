/** How far a long work has come, as a bar at a terminal; nothing where nobody looks. */
import type { World } from './world.ts';

export interface Progress {
  /** One more is done. */
  step(): void;
  /** Takes the bar away: what is printed next begins on a clean line. */
  clear(): void;
}

const room = 30;

/** Drawn again only when a hundredth more is done: ten thousand lines would take longer than the work. */
export function progressOf({ process: { stderr } }: World, many: number): Progress {
  if (!('isTTY' in stderr && stderr.isTTY) || many < 2) return { step: () => {}, clear: () => {} };
  let done = 0;
  let drawn = -1;
  const draw = (): void => {
    const hundredths = Math.floor((100 * done) / many);
    if (hundredths === drawn) return;
    drawn = hundredths;
    const full = Math.floor((room * done) / many);
    stderr.write(`\r${'█'.repeat(full)}${'░'.repeat(room - full)} ${done} of ${many}`);
  };
  draw();
  return {
    step: () => {
      done += 1;
      draw();
    },
    clear: () => {
      drawn = -1;
      stderr.write('\r\u001b[K');
    },
  };
}
