/** What a protocol changes: as JSON from a flag, and in an officer's words. */
import { z } from 'zod';
import { changes as changesSchema, type Changes } from '../../clauses/terms.ts';
import { inWords, lengthInWords } from '../../clauses/calendar.ts';
import { BadInput } from '../failures.ts';
import { text } from '../flags.ts';
import { jsonFrom } from '../json-flag.ts';

export const changesFlag = text('JSON', 'What it changes, such as {"periodLength":"P3Y","noticeBefore":"P3M"}');

/** @throws BadInput */
export function changesFrom(given: string | undefined): Changes | undefined {
  if (given === undefined) return undefined;
  const read = changesSchema.safeParse(jsonFrom('changes', given, '{"periodLength":"P3Y","noticeBefore":"P3M"}'));
  if (!read.success) throw new BadInput(`--changes can't be used: ${z.prettifyError(read.error).replaceAll('\n', ' ')}`);
  return read.data;
}

/** A line for each thing that it changes; none where nothing is known of it. */
export function changesInWords(changes: Changes | null): string[] {
  if (!changes) return [];
  const { periodLength, renewal, noticeBefore, noticePeriod, amendment, organisations = [], documents = [], text: words } = changes;
  const { appliesTo, restartsPeriods, from, retroactive, provisionallyFrom } = changes;
  const applies = appliesTo === 'runningPeriod' ? 'the running period already' : 'the next period';
  return [
    periodLength && `periods of ${lengthInWords(periodLength)}, from ${applies}`,
    renewal && `renewal: ${renewal.kind}${'length' in renewal && renewal.length ? `, for ${lengthInWords(renewal.length)}` : ''}`,
    noticeBefore && `notice ${lengthInWords(noticeBefore)} before the end of a period`,
    noticePeriod && `effect ${lengthInWords(noticePeriod)} after receipt of a notice`,
    amendment && `later protocols enter into force on ${amendment.on} (${amendment.article})`,
    ...organisations.map(({ party, name, replaces }) => `organisation of ${party}: ${name}${replaces ? `, instead of ${replaces}` : ''}`),
    ...documents.map(document => `document: ${document}`),
    words && `text: ${words}`,
    restartsPeriods && 'its entry into force begins a new first period',
    from && `from ${inWords(from)}${retroactive ? ', with retroactive effect' : ''}`,
    provisionallyFrom && `applied provisionally from ${inWords(provisionallyFrom)} (VCLT art. 25)`,
  ].filter(line => typeof line === 'string');
}
