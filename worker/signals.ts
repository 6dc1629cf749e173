/** Ctrl-C and the like: the first one stops in order, the second one at once. */
import type { LogNote } from './log-notes.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** In milliseconds: longer than a worker and a server together take to be stopped by force. */
const grace = 45_000;

/**
 * Calls `stop` at the first signal; a second ends the process with 130, and so does what is still wedged after the grace. Returns what takes
 * the handlers away again.
 */
export function onStopSignals(say: (note: LogNote) => void, stop: () => void): () => void {
  let stopping = false;
  const handle = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(130);
    stopping = true;
    say({ code: 'stopping', signal });
    setTimeout(() => {
      say({ code: 'stoppedByForce' });
      process.exit(130);
    }, grace).unref();
    stop();
  };
  for (const signal of signals) process.on(signal, handle);
  return () => {
    for (const signal of signals) process.off(signal, handle);
  };
}

/** Resolves at the first signal, with what takes the handlers away when all has been stopped. */
export const stopSignal = (say: (note: LogNote) => void): Promise<() => void> =>
  new Promise(resolve => {
    const quiet = onStopSignals(say, () => resolve(quiet));
  });
