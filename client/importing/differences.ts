/** The differences between a row and the agreement that the register already has. A row that differs is reported and not imported. */
import { descriptionOf } from '../../dossier/description.ts';
import { importedNumber } from '../../agreements/table/number.ts';
import type { TakenRow } from '../../agreements/table/row.ts';
import type { Line, Register } from '../../register/types.ts';
import { canonical } from '../../register/canonical.ts';
import { apart } from '../description-differences.ts';
import { message, type Values } from '../../wording/message.ts';
import type { Wording } from '../../wording/wording.ts';

/** Empty if the register has everything in the row, which is then already there. */
export async function differencesOf(
  { number, agreement, facts, undated }: TakenRow,
  { rehearsal, register }: { rehearsal: boolean; register: Register },
  wording: Wording,
): Promise<string[]> {
  const { id } = agreement;
  const { import: texts } = wording.client;
  const say = (text: string, values: Values): string => message(text, wording.locale, values);
  if (rehearsal !== agreement.rehearsal) return [say(texts.otherRegister, { register: register.name, id, rehearsal: String(rehearsal) })];
  const rows = await register.rows(id);
  const described = rows.filter(r => r.entry.type === 'described');
  // Compared with the first description and with the current one, since a description that was revised later is not a difference.
  const known = [descriptionOf(described.slice(0, 1), id), descriptionOf(described, id)].map(d => d.agreement);
  const there = importedNumber(known[1]!);
  if (there !== undefined && there !== number) return [say(texts.otherNumber, { id, there })];
  const paths = known.some(k => canonical(k) === canonical(agreement)) ? [] : pathsApart(known[1], agreement, wording);
  const same = (there: Line, f: Line): boolean => canonical(told(there, undated)) === canonical(told(f, undated));
  const wrong = facts.filter(f => !rows.some(r => r.entry.id === f.id && same(r.entry, f)));
  const changed = wrong.filter(f => rows.some(r => r.entry.id === f.id)).map(f => f.id);
  const missing = wrong.filter(f => !changed.includes(f.id)).map(f => f.id);
  return [
    ...(paths.length ? [say(texts.differs, { paths: paths.join('; ') })] : []),
    ...(changed.length ? [say(texts.otherFacts, { facts: changed.join(', '), id })] : []),
    ...(missing.length ? [say(texts.missingFacts, { facts: missing.join(', '), id })] : []),
  ];
}

/** The fact without the day it was recorded on if the table has none, since that day depends on the day of the import. */
function told(entry: Line, undated: readonly string[]): object {
  if (!undated.includes(entry.id)) return entry;
  const { on: _, ...rest } = entry as Line & { on?: unknown };
  return rest;
}

/** `title.en: "old" there, "new" in the table` */
const pathsApart = (known: unknown, told: unknown, { client: { import: texts }, locale }: Wording): string[] =>
  apart(known, told).map(({ path, there = texts.nothing, here = texts.nothing }) => message(texts.path, locale, { path, there, here }));
