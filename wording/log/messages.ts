/** Log messages, as ICU messages: one for each code. */
import type { HowFound } from '../../worker/server-faults.ts';
import type { LogNote } from '../../worker/log-notes.ts';

export interface LogMessages {
  notes: Readonly<Record<LogNote['code'], string>>;
  /** How a server was found. */
  found: Readonly<Record<HowFound['code'], string>>;
}
