/** The security log: every right that was refused, a line of JSON each, in the home folder and in the log. No right itself is written. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { InjectedSinks } from '@temporalio/worker';
import { destination, pino } from 'pino';
import { inEnglish } from '../wording/refusals/english.ts';
import type { SecurityEvent, SecurityLog } from '../activities/rights.ts';
import type { SecuritySinks } from '../workflows/messages.ts';

export const securityLogFile = (home: string): string => join(home, 'security.log');

/** The same for a command: where nothing can be written, what it refuses is refused all the same. */
export function refusedAtCommandLine(home: string, event: SecurityEvent): void {
  try {
    openSecurityLog(home).refused(event);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
  }
}

export function openSecurityLog(home: string, log?: { warn(fields: object, message: string): void }): SecurityLog {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const file = pino(
    { base: undefined, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: level => ({ level }) } },
    destination({ dest: securityLogFile(home), append: true, sync: true, mode: 0o600 }),
  );
  return {
    refused: (event: SecurityEvent) => {
      file.warn(event, 'refused');
      log?.warn({ ...event, security: true }, `Refused: ${event.why}`);
    },
  };
}

/** What a workflow's validator refuses reaches the log by a sink: its history has nothing of it. */
export const securitySinks = (security: SecurityLog): InjectedSinks<SecuritySinks> => ({
  security: {
    refused: {
      fn: (_, { workflowId, refused, ...what }) =>
        security.refused({ where: 'workflow', of: workflowId, why: inEnglish(refused), ...what }),
      callDuringReplay: false,
    },
  },
});
