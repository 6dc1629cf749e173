/** An entry in one sentence, as the ledger and the feed of changes have it. */
import type { EntryByKind } from '../client/ledger.ts';
import { fixedFields, recordedTypes } from '../client/schemas.ts';
import { enteredIn } from '../wording/recorded-fact.ts';
import { noticeStepIn, protocolStepIn } from '../wording/steps.ts';
import { labelledValues, labelOf, nodeOfFact } from './forms/schema-fields.ts';
import type { Words } from './words.ts';

export function whatOf({ fact, amending, entry }: EntryByKind, words: Words): string {
  const { ledger: m } = words.m;
  if (fact) return enteredIn(fact, words.wording);
  if (amending?.type === 'struck') return words.say(m.struck, { of: amending.of });
  if (amending) return words.say(m.corrected, { of: amending.of, fields: correctedIn(amending.fields, words) });
  if (!entry || entry.type === 'described') return m.described;
  return entry.type === 'notice.step'
    ? words.say(m.step, { number: entry.notice, step: noticeStepIn(entry, words.values, words) })
    : protocolStepIn(entry, words.values, words);
}

/** The fields of a correction as the forms label them; all facts use the same labels. `day`: the form of a day, if not that of a page. */
export function correctedIn(fields: Readonly<Record<string, unknown>>, words: Words, day?: Words['day']): string {
  const names = Object.keys(fields);
  const node = recordedTypes
    .map(type => nodeOfFact(type, fixedFields))
    .find(({ props }) => names.every(field => props.some(([name]) => name === field)));
  const given = node ? labelledValues(node, fields, words, day).map(([label, said]) => `${label}: ${said}`) : [];
  const cleared = names
    .filter(field => fields[field] === null)
    .map(field => words.say(words.m.ledger.cleared, { field: labelOf(field, words) }));
  return [...given, ...cleared].join(', ');
}
