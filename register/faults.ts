/** Faults of a register, a backup or a document, as data that the presentation layer renders. */
import type { Head } from './types.ts';

/** The fault of a line, or of an agreement without lines. */
export type LineFault =
  /** `next`: the line that follows. */
  { code: 'missing'; next: number } | { code: 'changed' | 'outOfOrder' | 'notUtf8' | 'nulByte' | 'noLines' };

/** A line that differs from what was written: its number in the register (0: the whole agreement), its agreement (empty: none), and why. */
export interface Fault {
  line: number;
  agreement: string;
  why: LineFault;
}

/** Why a database can't be used. */
export type Unopened = 'notRegister' | 'newer' | 'unwritable' | 'full' | 'other';

export type HeadsFault = { code: 'headsNotJson' } | { code: 'headsNotOfForm'; fields: readonly string[] };

/** How a register differs from a head kept elsewhere. `of`: the agreement, or which of the two registers. */
export type HeadFault =
  { code: 'otherHash'; of: string; line: number; is: string; kept: string } | { code: 'cutOff'; of: string; end: number; line: number };

export type RegisterFault =
  /** `why`: the message of the driver or the system. */
  | { code: 'notOpened'; file: string; because: Unopened; why: string }
  | { code: 'schemaNotOpened'; schema: string; because: Unopened; why: string }
  | { code: 'inUse'; register: string; milliseconds: number }
  | { code: 'linesMissing'; agreement: string; register: string; known: number; head: number }
  | { code: 'notText'; column: string }
  | { code: 'unreadableLine'; agreement: string; line: number }
  | { code: 'notEmpty'; register: string }
  | { code: 'notSound'; faults: readonly Fault[] }
  | ({ code: 'idInUse' } & IdInUse)
  | ({ code: 'keptElsewhere' } & Elsewhere);

/** `existing` and `offered`: readable content, with types, field names and values. */
export interface IdInUse {
  id: string;
  agreement: string;
  line: number;
  by: string;
  existing: string;
  offered: string;
}

export interface Elsewhere {
  agreement: string;
  register: string;
  asRehearsal: boolean;
}

export type BackupFault =
  | { code: 'noBackup'; folder: string; missing: readonly string[] }
  | { code: 'backupDamaged'; file: string }
  | { code: 'backupHeads'; file: string; why: HeadsFault }
  /** `said`: the head in its file of heads; `found`: the actual end of its lines. */
  | { code: 'backupOtherHead'; file: string; said: Head; found: Head };

/** Sizes are in megabytes. */
export type DocumentFault =
  | { code: 'noFile' | 'notFile' | 'emptyFile'; file: string }
  | { code: 'documentTooLarge'; file: string; megabytes: string; limit: string }
  | { code: 'noHash'; sha256: string }
  | { code: 'documentMissing'; sha256: string; folder: string }
  | { code: 'documentChanged'; file: string; is: string }
  | { code: 'documentSealBroken'; file: string; key: string };
