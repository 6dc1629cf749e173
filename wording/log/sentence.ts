/** Renders a log note as a sentence. */
import type { LogNote } from '../../worker/log-notes.ts';
import { differenceIn, failureIn } from '../differences/sentence.ts';
import { howValues, skippedServerIn } from '../failures/servers.ts';
import { valuesOf } from '../failures/values.ts';
import { message, type Values } from '../message.ts';
import type { Wording } from '../wording.ts';

export function noteIn(note: LogNote, w: Wording): string {
  const { code, ...values } = note;
  const { notes, found } = w.log;
  return message(notes[code], w.locale, {
    ...valuesOf(values),
    ...('how' in note && note.code === 'found' ? { how: message(found[note.how.code], w.locale, howValues(note.how, w)) } : {}),
    ...('failure' in note ? { failure: failureIn(note.failure, w) } : {}),
    ...('differences' in note ? { differences: note.differences.map(d => `${d.workflowId}: ${differenceIn(d, w)}`).join('; ') } : {}),
    ...('register' in note ? headsOf(note) : {}),
    ...('why' in note ? { why: skippedServerIn(note.why, w) } : {}),
  });
}

type Heads = Pick<Extract<LogNote, { code: 'dailyLog' }>, 'register' | 'rehearsals'>;

const headsOf = ({ register, rehearsals }: Heads): Values => ({
  seq: register.seq,
  hash: register.hash,
  rehearsalsSeq: rehearsals.seq,
  rehearsalsHash: rehearsals.hash,
});
