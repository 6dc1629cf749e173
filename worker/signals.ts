/** Ctrl-C and other signals: the first stops in order, the second at once. */
import type { LogNote } from './log-notes.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** In milliseconds: longer than a forced stop of a worker and a server takes together. */
const grace = 45_000;

/**
 * Calls `stop` at the first signal; a second one, or the end of the grace period, exits with 130. Returns a function that removes the
 * handlers.
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

/** Resolves at the first signal with a function that removes the handlers, to call once everything has stopped. */
export const stopSignal = (say: (note: LogNote) => void): Promise<() => void> =>
  new Promise(resolve => {
    const quiet = onStopSignals(say, () => resolve(quiet));
  });
