/** The changes made by a protocol: from JSON in a flag, and in an officer's words. */
import { changes as changesSchema, type Changes } from '../../clauses/terms.ts';
import { ruleIn } from '../../wording/faults/rule.ts';
import { UsageError } from '../failures.ts';
import { text } from '../flags.ts';
import { jsonFrom } from '../json-flag.ts';
import type { Words } from '../words.ts';

export const changesFlag = text('JSON', 'protocolChanges');

/** @throws UsageError */
export function changesFrom(words: Words, given: string | undefined): Changes | undefined {
  if (given === undefined) return undefined;
  const read = changesSchema.safeParse(jsonFrom(words, 'changes', given, '{"periodLength":"P3Y","noticeBefore":"P3M"}'));
  if (read.success) return read.data;
  const why = read.error.issues.map(i => `${i.path.join('.')}: ${ruleIn(i.message, {}, words.wording)}`).join('; ');
  throw new UsageError(words.say(words.m.protocol.changesUnusable, { why }));
}

/** One line for each change; empty if the changes are not known. */
export function formatChanges(changes: Changes | null, words: Words): string[] {
  if (!changes) return [];
  const { m, say, day, length, wording } = words;
  const texts = m.protocol.changes;
  const { periodLength, renewal, noticeBefore, noticePeriod, amendment, organisations = [], documents = [], text: said } = changes;
  const { appliesTo, restartsPeriods, from, retroactive, provisionallyFrom } = changes;
  const renewed = renewal && {
    kind: words.language === 'en' ? renewal.kind : wording.values[renewal.kind],
    length: 'length' in renewal && renewal.length ? length(renewal.length) : 'none',
  };
  return [
    periodLength && say(texts.periodLength, { length: length(periodLength), running: String(appliesTo === 'runningPeriod') }),
    renewed && say(texts.renewal, renewed),
    noticeBefore && say(texts.noticeBefore, { length: length(noticeBefore) }),
    noticePeriod && say(texts.noticePeriod, { length: length(noticePeriod) }),
    amendment && say(texts.amendment, { on: amendment.on, article: words.basis(amendment.article) }),
    ...organisations.map(({ party, name, replaces }) => say(texts.organisation, { party, name, replaces: replaces ?? 'none' })),
    ...documents.map(document => say(texts.document, { document })),
    said && say(texts.text, { text: said }),
    restartsPeriods && texts.restarts,
    from && say(texts.from, { day: day(from), retroactive: String(retroactive ?? false) }),
    provisionallyFrom && say(texts.provisionally, { day: day(provisionallyFrom), basis: words.basis('VCLT art. 25') }),
  ].filter(line => typeof line === 'string');
}
