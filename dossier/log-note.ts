/** Logs a note: its code and values, and its sentence in the service's language. */
import type { Language } from '../clauses/desk.ts';
import { wordings } from '../wording/index.ts';
import { noteIn } from '../wording/log/sentence.ts';
import type { Logbook } from './outbox.ts';

export function noted(
  { log, language = 'en' }: { log: Logbook; language?: Language | undefined },
  level: keyof Logbook,
  note: Parameters<typeof noteIn>[0],
  more: object = {},
): void {
  const { code, ...values } = note;
  log[level]({ note: code, ...values, ...more }, noteIn(note, wordings[language]));
}
