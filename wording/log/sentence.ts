/** What the process says in its log, as a sentence in a language. */
import type { LogNote } from '../../worker/log-notes.ts';
import { howValues, notTakenIn } from '../failures/servers.ts';
import { valuesOf } from '../failures/values.ts';
import { message } from '../message.ts';
import type { Wording } from '../wording.ts';

export function noteIn(note: LogNote, w: Wording): string {
  const { code, ...values } = note;
  const { notes, found } = w.log;
  return message(notes[code], w.locale, {
    ...valuesOf(values),
    ...('how' in note && note.code === 'found' ? { how: message(found[note.how.code], w.locale, howValues(note.how, w)) } : {}),
    ...('why' in note ? { why: notTakenIn(note.why, w) } : {}),
  });
}
