/** Log and shutdown messages of the process, as data; worded in the language of the service or the command. */
import type { DeliveryNote } from '../delivery/log-notes.ts';
import type { ReconciliationNote } from '../reconciliation/log-notes.ts';
import type { HowFound, NotTaken, ServerEnd } from './server-faults.ts';
import type { Server } from './server-cache.ts';

/** Progress of the locator. */
export type LocatorNote =
  | { code: 'found'; server: Server; how: HowFound }
  | { code: 'passedOver' | 'fetchedAgain'; why: NotTaken }
  | { code: 'fetching' }
  | { code: 'fetchingBySdk'; server: Server };

export type LogNote =
  | LocatorNote
  | DeliveryNote
  | ReconciliationNote
  | { code: 'portTaken'; port: number; whose: 'server' | 'ui' | 'codec'; instead: number }
  | ({ code: 'serverEnded' } & ServerEnd)
  | { code: 'serverShared'; pid: number; address: string }
  | { code: 'serverInherited'; pid: number; file: string; address: string }
  | { code: 'stopping'; signal: string }
  | {
      code:
        | 'stoppedByForce'
        | 'leftUnderWay'
        | 'workerRuns'
        | 'noMail'
        | 'noWebhooks'
        | 'uiWithoutToken'
        | 'notScheduled'
        | 'reconciliationNotStarted';
    }
  | { code: 'openToOthers'; home: string; paths: readonly string[] };
