/** Logs a note: its code and values, and its sentence in the log's language. */
import type { Level } from 'pino';
import { wordings } from '../wording/index.ts';
import { noteIn } from '../wording/log/sentence.ts';
import type { Log } from './log.ts';
import type { LogNote } from './log-notes.ts';

export function noted(log: Log, level: Level, note: LogNote, more: object = {}): void {
  const { code, ...values } = note;
  log[level]({ note: code, ...values, ...more }, noteIn(note, wordings[log.language]));
}
