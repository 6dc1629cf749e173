/** The log messages of the daily reconciliation, as data. */
import type { Head } from '../register/types.ts';
import type { Difference } from './differences.ts';
import type { Failure } from './failure.ts';

export type ReconciliationNote =
  | { code: 'notCompared'; agreement: string; failure: Failure }
  | { code: 'differed' | 'notRepaired'; agreement: string; differences: readonly Difference[] }
  | {
      code: 'dailyLog';
      agreements: number;
      workflows: number;
      differed: number;
      repaired: number;
      left: number;
      alarms: number;
      register: Head;
      rehearsals: Head;
    };
