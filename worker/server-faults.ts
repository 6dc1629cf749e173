/** Faults of the servers and of the worker's start, as data that the presentation layer renders. */
import type { Server } from './server-cache.ts';

/** How a failed command ended; `said`: its last words. */
export type CommandEnd =
  | { code: 'tookTooLong' | 'noSuchCommand' | 'noAnswer' }
  /** `how`: the signal, or `exit 4`. */
  | { code: 'endedAtOnce'; how: string }
  | { code: 'said'; words: string };

/** A possible source of a server; `folder`: of the cache. */
export type Source = { from: 'TEMPORAL_ADDRESS' | 'PATH' | 'wheel' | 'sdk' } | { from: 'cache'; folder: string };

/** Why a source was not used. */
export type NotTaken =
  | { code: 'notSet' | 'noWheel' }
  | { code: 'notOnPath' | 'notInCache'; server: Server }
  | { code: 'broughtNone'; server: Server; by: 'wheel' | 'sdk' }
  | { code: 'fetchFailed'; by: 'wheel' | 'sdk'; end: CommandEnd }
  | BinaryFault
  | Damage;

/** Why an executable can't be used. */
export type BinaryFault =
  | { code: 'doesNotRun'; path: string; end: CommandEnd }
  | { code: 'noVersion'; path: string; words: string }
  | { code: 'tooOld'; path: string; words: string; needed: string };

/** `is`, `recorded`: SHA-256. */
export type Damage =
  { code: 'otherSum'; path: string; is: string; recorded: string } | { code: 'sumUnreadable'; path: string; why: string; recorded: string };

/** How a server was found. */
export type HowFound =
  | { code: 'runsAlready'; address: string }
  | { code: 'onPath' | 'cached'; path: string }
  | { code: 'fetched'; path: string; by: 'wheel' | 'sdk' };

export interface Tried {
  source: Source;
  why: NotTaken;
}

/** A custom search attribute and its type as named by Temporal's command line. */
export interface Attribute {
  name: string;
  type: string;
}

/** `how`: the signal, or `exit 4`; `words`: its last output. */
export interface ServerEnd {
  how: string;
  words: string;
}

export type StartFault =
  | { code: 'serverNotFound'; server: Server; tried: readonly Tried[] }
  | { code: 'noExecutable'; server: Server }
  /** `why`: the system's message. */
  | { code: 'serverNotStarted'; executable: string; why: string }
  | ({ code: 'serverNotAnswering'; executable: string; address: string } & ServerEnd)
  | { code: 'serverBeingStarted'; pid: number; file: string }
  | { code: 'serverSilent'; pid: number; file: string; address: string }
  | { code: 'noFreePort' }
  | { code: 'noIdentityOfService'; authority: string }
  | { code: 'noBundle'; file: string }
  | { code: 'notShownYet'; namespace: string; what: 'namespace' | 'attributes' }
  | {
      code: 'namespaceNotReady';
      namespace: string;
      exists: boolean;
      missing: readonly Attribute[];
      /** Attributes of another type: `is`, if that type is known. */
      wrong: readonly (Attribute & { is: string | null })[];
      /** Commands to create what is missing. */
      commands: readonly string[];
    };
