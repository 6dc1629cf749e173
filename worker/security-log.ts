/**
 * The security log: every right that was refused, and who signed in at the desk, out of it, or in vain; a line of JSON each, in the home
 * folder, refusals in the log as well. No right, key or token is ever written.
 */
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

/** Whoever comes to the desk: from which address, and who it is once that is known. */
export interface Visit {
  address: string;
  person?: string;
}

export interface DeskSecurityLog extends SecurityLog {
  signedIn(visit: Visit): void;
  signedOut(visit: Visit): void;
}

export function openSecurityLog(home: string, log?: { warn(fields: object, message: string): void }): DeskSecurityLog {
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
    signedIn: visit => file.info({ where: 'desk', of: 'sign-in', ...visit }, 'signed in'),
    signedOut: visit => file.info({ where: 'desk', of: 'sign-in', ...visit }, 'signed out'),
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
