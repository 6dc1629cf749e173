/** What a row tells otherwise than the register does, in which its agreement is kept already: it is said, and not taken. */
import { descriptionOf } from '../../dossier/description.ts';
import type { TakenRow } from '../../agreements/table/row.ts';
import type { Register } from '../../register/types.ts';
import { canonical } from '../../register/canonical.ts';

/** Empty where the register has all of it: then it is already there. */
export async function differencesOf(
  { agreement, facts }: TakenRow,
  { rehearsal, register }: { rehearsal: boolean; register: Register },
): Promise<string[]> {
  const { id } = agreement;
  if (rehearsal !== agreement.rehearsal)
    return [`${register.name} keeps ${id} as ${rehearsal ? 'a rehearsal' : 'a real agreement'}, and the two are never mixed`];
  const rows = await register.rows(id);
  const described = rows.filter(r => r.entry.type === 'described');
  // As it was first described, or as it is now: a description that was bettered since is no difference.
  const known = [descriptionOf(described.slice(0, 1), id), descriptionOf(described, id)].map(d => d.agreement);
  const texts = known.some(k => canonical(k) === canonical(agreement)) ? [] : pathsApart(known[1], agreement);
  const wrong = facts.filter(f => !rows.some(r => r.entry.id === f.id && canonical(r.entry) === canonical(f)));
  const changed = wrong.filter(f => rows.some(r => r.entry.id === f.id)).map(f => f.id);
  const missing = wrong.filter(f => !changed.includes(f.id)).map(f => f.id);
  return [
    ...(texts.length
      ? [`is kept already and differs: ${texts.join('; ')}. To change what is kept: npx servanda agreement redescribe`]
      : []),
    ...(changed.length ? [`is kept already with other facts: ${changed.join(', ')}. To correct one: npx servanda correct ${id}`] : []),
    ...(missing.length ? [`is kept already without the facts ${missing.join(', ')}. To enter one: npx servanda record ${id}`] : []),
  ];
}

/** `title.en: "old" there, "new" in the table` */
function pathsApart(there: unknown, here: unknown, at: readonly string[] = []): string[] {
  if (canonical(there ?? null) === canonical(here ?? null)) return [];
  if (!isMapping(there) || !isMapping(here)) return [`${at.join('.')}: ${shown(there)} there, ${shown(here)} in the table`];
  return [...new Set([...Object.keys(there), ...Object.keys(here)])].flatMap(key => pathsApart(there[key], here[key], [...at, key]));
}

const isMapping = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null;

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80));
