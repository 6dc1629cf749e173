/** The note that a running `up` leaves in its home folder, by which other commands find its Temporal server. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ServiceNote {
  address: string;
  namespace: string;
  /** The address of the Temporal UI; null if it is not known. */
  ui: string | null;
  /** The address of the desk; absent until the desk runs. */
  desk?: string;
  /** The process id of `up`. */
  pid: number;
  /** True once `up` was asked to stop and has not stopped yet. */
  stopping?: boolean;
}

const noteIn = (home: string): string => join(home, 'service.json');

export function writeNote(home: string, note: ServiceNote): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  writeFileSync(noteIn(home), `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 });
}

/** The workflow's page in the Temporal UI; undefined if no UI is known. */
export const workflowInUi = (note: ServiceNote | undefined, workflowId: string): string | undefined =>
  note?.ui ? `${note.ui}/namespaces/${encodeURIComponent(note.namespace)}/workflows/${encodeURIComponent(workflowId)}` : undefined;

export function readNote(home: string): ServiceNote | undefined {
  try {
    return JSON.parse(readFileSync(noteIn(home), 'utf8')) as ServiceNote;
  } catch {
    return undefined;
  }
}

/** Removes the note, unless another process has written its own meanwhile. */
export function dropNote(home: string, pid: number): void {
  if (readNote(home)?.pid === pid) rmSync(noteIn(home), { force: true });
}
