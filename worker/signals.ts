/** Ctrl-C and the like: the first one stops in order, the second one at once. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Calls `stop` at the first signal; a second ends the process with 130. Returns what takes the handlers away again. */
export function onStopSignals(log: { info: (said: string) => void }, stop: () => void): () => void {
  let stopping = false;
  const handle = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(130);
    stopping = true;
    log.info(`${signal}: finishing what is under way. Once more ends at once.`);
    stop();
  };
  for (const signal of signals) process.on(signal, handle);
  return () => {
    for (const signal of signals) process.off(signal, handle);
  };
}
