/** The log: JSON for machines, readable at a terminal. It goes to standard error, since standard output is for answers. */
import { DefaultLogger, Runtime, type LogEntry, type LogLevel } from '@temporalio/worker';
import { pino, stdSerializers, type Level, type Logger } from 'pino';
import { PinoPretty } from 'pino-pretty';
import type { Language } from '../clauses/desk.ts';
import type { Configuration } from './configuration.ts';

/** Also of the language in which it is written. */
export type Log = Logger & { readonly language: Language };

/** Readable only at a terminal and outside production, unless the configuration says otherwise. */
export function createLog({ language = 'en', ...how }: Pick<Configuration, 'log' | 'production'> & { language?: Language }): Log {
  return Object.assign(loggerFor(how), { language });
}

/** A person reads the sentence and which agreement it is about; the values beside it are for machines, except an error. */
export const atTerminal = {
  translateTime: 'SYS:HH:MM:ss',
  include: 'time,level,err,error',
  messageFormat: '{if agreement}{agreement}: {end}{if workflowId}{workflowId}: {end}{msg}',
  errorLikeObjectKeys: ['err', 'error'],
};

function loggerFor({ log: { level, format }, production }: Pick<Configuration, 'log' | 'production'>): Logger {
  const terminal = process.stderr.isTTY;
  const readable = format === 'pretty' || (format === 'auto' && terminal && !production);
  // Temporal's worker says under `error` what went wrong; without this a log shows {}.
  const options = { level, base: undefined, serializers: { error: stdSerializers.err } };
  if (!readable) return pino(options, pino.destination({ dest: 2, sync: true }));
  const colorize = terminal && !process.env['NO_COLOR'];
  return pino(options, PinoPretty({ ...atTerminal, destination: 2, sync: true, colorize }));
}

let bridged: Log | undefined;

/**
 * Sends Temporal's own log (worker, workflows, activities and its native core) to a log. Temporal's runtime is set up once in a
 * process, before the first connection; it ends with the last one, and one never connected keeps the process alive. A later
 * call only changes the log that it goes to.
 */
export function installRuntime(log: Log): void {
  const first = bridged === undefined;
  bridged = log;
  if (!first) return;
  const level = temporalLevel(log.level);
  Runtime.install({
    logger: new DefaultLogger(level, entry => bridge(bridged ?? log, entry)),
    telemetryOptions: { logging: { forward: {}, filter: { core: level === 'INFO' ? 'WARN' : level, other: 'ERROR' } } },
    // Signals are the worker's to handle: it closes the register as well.
    shutdownSignals: [],
  });
}

/** The worker of the deliveries has activities only, and no option says so. */
const expected = 'No workflows registered, not polling for workflow tasks';

function bridge(log: Log, { level, message, meta }: LogEntry): void {
  if (message === expected) return;
  log[level.toLowerCase() as Level]({ ...meta, from: 'temporal' }, message);
}

function temporalLevel(level: string): LogLevel {
  switch (level) {
    case 'trace':
      return 'TRACE';
    case 'debug':
      return 'DEBUG';
    case 'info':
      return 'INFO';
    case 'warn':
      return 'WARN';
    default:
      return 'ERROR';
  }
}
