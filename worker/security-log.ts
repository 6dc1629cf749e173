/**
 * The security log: every refused right, and every sign-in, failed sign-in and sign-out at the desk, as a line of JSON in the home folder;
 * refusals also go to the log. Never contains a right, key or token.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { InjectedSinks } from '@temporalio/worker';
import { destination, pino } from 'pino';
import { inEnglish } from '../wording/refusals/english.ts';
import type { SecurityEvent, SecurityLog } from '../activities/rights.ts';
import type { SecuritySinks } from '../workflows/messages.ts';

export const securityLogFile = (home: string): string => join(home, 'security.log');

/** For commands: a refusal stands even if the log can't be written. */
export function refusedAtCommandLine(home: string, event: SecurityEvent): void {
  try {
    openSecurityLog(home).refused(event);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
  }
}

/** A visitor to the desk: the address, and the person once known. */
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

/** A sink carries refusals by workflow validators to the log, since the history has no event of them. */
export const securitySinks = (security: SecurityLog): InjectedSinks<SecuritySinks> => ({
  security: {
    refused: {
      fn: (_, { workflowId, refused, ...what }) =>
        security.refused({ where: 'workflow', of: workflowId, why: inEnglish(refused), ...what }),
      callDuringReplay: false,
    },
  },
});
