/** A register entry in words: its content, its evidence, its reason, and what later entries changed. */
import { amendmentsOf, fieldsOf } from '../../machines/corrections.ts';
import { isAmending, type Entry } from '../../machines/facts.ts';
import { correctedIn } from '../../web/entry-sentence.ts';
import { wordsIn } from '../../web/words.ts';
import { enteredIn } from '../../wording/recorded-fact.ts';
import type { Words } from '../words.ts';

/** In one line. */
export const formatEntry = (e: Entry, words: Words): string => [mainly(e, words), ...detailsOf(e, words)].join('; ');

function mainly(e: Entry, words: Words): string {
  const { m, say } = words;
  if (!isAmending(e)) return enteredIn(e, words.wording);
  if (e.type === 'struck') return say(m.entry.struck, { of: e.of, reason: e.reason });
  return say(m.entry.corrected, { of: e.of, fields: correctedIn(fieldsOf(e), wordsIn(words.language), words.day) });
}

/** The number of a note, the evidence of a fact, a remark, or the reason of a correction. */
export function detailsOf(e: Entry, { m, say }: Words): string[] {
  if (isAmending(e)) return e.type === 'corrected' && e.reason ? [say(m.notice.reason, { reason: e.reason })] : [];
  const { reference, evidence, note } = e as { reference?: string; evidence?: string; note?: string };
  const authority = e.type === 'decision.made' ? e.authority : undefined;
  const detail = (text: string, value: string | undefined): string[] => (value ? [say(text, { text: value })] : []);
  return [
    ...detail(m.entry.authority, authority),
    ...detail(m.entry.reference, reference),
    ...detail(m.entry.evidence, evidence),
    ...detail(m.entry.note, note),
  ];
}

/** The later entries that correct or strike it. */
export function marksOf(id: string, entries: readonly Entry[], { m, say, and }: Words): string[] {
  const amendments = amendmentsOf(id, entries);
  const mark = (type: Entry['type'], text: string): string[] => {
    const ids = amendments.filter(a => a.type === type).map(a => a.id);
    return ids.length ? [say(text, { ids: and(ids) })] : [];
  };
  return [...mark('corrected', m.entry.correctedBy), ...mark('struck', m.entry.struckBy)];
}
