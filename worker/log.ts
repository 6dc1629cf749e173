/** The log: JSON for machines, readable text for a terminal. Goes to standard error, since standard output is for answers. */
import { DefaultLogger, Runtime, type LogEntry, type LogLevel } from '@temporalio/worker';
import { pino, stdSerializers, type Level, type Logger } from 'pino';
import { PinoPretty } from 'pino-pretty';
import type { Language } from '../clauses/desk.ts';
import type { Configuration } from './configuration.ts';

/** A logger with the language of its messages. */
export type Log = Logger & { readonly language: Language };

/** Readable text only on a terminal and outside production, unless configured otherwise. */
export function createLog({ language = 'en', ...how }: Pick<Configuration, 'log' | 'production'> & { language?: Language }): Log {
  return Object.assign(loggerFor(how), { language });
}

/** People see the sentence and its agreement; the other values are for machines, except an error. */
export const atTerminal = {
  translateTime: 'SYS:HH:MM:ss',
  include: 'time,level,err,error',
  messageFormat: '{if agreement}{agreement}: {end}{if workflowId}{workflowId}: {end}{msg}',
  errorLikeObjectKeys: ['err', 'error'],
};

function loggerFor({ log: { level, format }, production }: Pick<Configuration, 'log' | 'production'>): Logger {
  const terminal = process.stderr.isTTY;
  const readable = format === 'pretty' || (format === 'auto' && terminal && !production);
  // Temporal's worker logs errors under `error`; without this serializer they print as {}.
  const options = { level, base: undefined, serializers: { error: stdSerializers.err } };
  if (!readable) return pino(options, pino.destination({ dest: 2, sync: true }));
  const colorize = terminal && !process.env['NO_COLOR'];
  return pino(options, PinoPretty({ ...atTerminal, destination: 2, sync: true, colorize }));
}

let bridged: Log | undefined;

/**
 * Redirects Temporal's own log (worker, workflows, activities and native core). Temporal's runtime is installed once per process before the
 * first connection; it ends with the last one, and if never connected keeps the process alive. Later calls only change the target log.
 */
export function installRuntime(log: Log): void {
  const first = bridged === undefined;
  bridged = log;
  if (!first) return;
  const level = temporalLevel(log.level);
  Runtime.install({
    logger: new DefaultLogger(level, entry => bridge(bridged ?? log, entry)),
    telemetryOptions: { logging: { forward: {}, filter: { core: level === 'INFO' ? 'WARN' : level, other: 'ERROR' } } },
    // The worker handles signals, since it must also close the register.
    shutdownSignals: [],
  });
}

/** The deliveries worker has activities only, which no option declares, so this warning is expected. */
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
