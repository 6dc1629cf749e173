/** A register entry in words: its content, its evidence, its reason, and what later entries changed. */
import { amendmentsOf, fieldsOf } from '../../machines/corrections.ts';
import { isAmending, type Entry } from '../../machines/facts.ts';
import { enteredIn } from '../../wording/recorded-fact.ts';
import type { Words } from '../words.ts';

/** In one line. */
export const formatEntry = (e: Entry, words: Words): string => [mainly(e, words), ...detailsOf(e, words)].join('; ');

function mainly(e: Entry, words: Words): string {
  const { m, say } = words;
  if (!isAmending(e)) return enteredIn(e, words.wording);
  if (e.type === 'struck') return say(m.entry.struck, { of: e.of, reason: e.reason });
  const fields = leavesOf(fieldsOf(e)).map(([path, value]) => {
    const field = labelOf(path, m.notice.fields);
    return value === null
      ? say(m.entry.cleared, { field })
      : `${field}: ${words.dates(typeof value === 'string' ? value : JSON.stringify(value))}`;
  });
  return say(m.entry.corrected, { of: e.of, fields: fields.join(', ') });
}

/** Each value with the path to it. */
const leavesOf = (fields: object, path: readonly string[] = []): [string[], unknown][] =>
  Object.entries(fields).flatMap(([name, value]: [string, unknown]) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? leavesOf(value, [...path, name])
      : [[[...path, name], value] satisfies [string[], unknown]],
  );

/** As the forms of the desk label it. */
const labelOf = (path: readonly string[], labels: Readonly<Record<string, string>>): string =>
  labels[path.join('.')] ?? labels[path.at(-1)!] ?? path.join('.');

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
