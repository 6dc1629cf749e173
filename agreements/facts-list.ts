/** Validates a hand-written list of facts: the shape of each entry, its Party, its id, and the fields of corrections. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { amendingEntry, factAsEntered, fixedFields, isAmending, type Entry } from '../machines/facts.ts';
import { fieldsOf } from '../machines/corrections.ts';
import { checkEntries } from '../machines/beyond-limit.ts';
import { check, foundOf } from './check.ts';
import { nearest } from './nearest.ts';
import type { Mistake } from './mistakes.ts';
import type { YamlText } from './yaml-text.ts';

type Path = readonly PropertyKey[];

export const entry = z.discriminatedUnion('type', [...factAsEntered.options, ...amendingEntry.options]);

/**
 * Returns the entries of a list, and every mistake in it. Identical duplicates count as one entry. Without `parties`, Parties are not
 * checked.
 */
export function checkFacts(
  data: unknown,
  parties: readonly string[] | undefined,
  text: YamlText,
  at: Path,
): { facts: Entry[]; mistakes: Mistake[] } {
  if (!Array.isArray(data))
    return {
      facts: [],
      mistakes: [text.mistake(at, { code: 'notAllowed', found: foundOf(data), must: { rule: 'factsList' } })],
    };
  checkEntries(data.length);
  const checked = data.map((item, i) => check(entry, item, text, [...at, i]));
  const mistakes = checked.flatMap(c => c.mistakes);
  const listed = checked.map(c => c.value);
  const facts: Entry[] = [];
  const firsts = new Map<string, number>();
  listed.forEach((value, i) => value && !firsts.has(value.id) && firsts.set(value.id, i));
  listed.forEach((value, i) => {
    if (!value) return;
    mistakes.push(...unknownParty(value, parties, text, [...at, i]), ...wrongCorrection(value, listed, text, [...at, i]));
    const first = firsts.get(value.id)!;
    if (first === i) facts.push(value);
    else if (!isDeepStrictEqual(listed[first], value)) {
      const { line } = text.positionOf([...at, first, 'id']);
      mistakes.push(text.mistake([...at, i, 'id'], { code: 'idTwice', id: value.id, line }));
    }
  });
  return { facts, mistakes };
}

function unknownParty(value: Entry, parties: readonly string[] | undefined, text: YamlText, at: Path): Mistake[] {
  if (!parties || !('by' in value) || typeof value.by !== 'string' || parties.includes(value.by)) return [];
  return [
    text.mistake([...at, 'by'], {
      code: 'notAllowed',
      found: foundOf(value.by),
      must: { rule: 'partyOf', values: parties },
      near: nearest(value.by, parties),
    }),
  ];
}

/** A correction may only set fields of the entry it corrects, if the list has it; otherwise fields of some type of entry. */
function wrongCorrection(value: Entry, listed: readonly (Entry | undefined)[], text: YamlText, at: Path): Mistake[] {
  if (value.type !== 'corrected') return [];
  const corrected = listed.find(other => other && !isAmending(other) && other.id === value.of);
  const shapes = factAsEntered.options
    .filter(o => !corrected || o.shape.type.value === corrected.type)
    .map(o => o.shape as Record<string, z.ZodType>);
  const fields = Object.keys(Object.assign({}, ...shapes) as object);
  return Object.entries(fieldsOf(value)).flatMap(([key, set]) => {
    if ((fixedFields as readonly string[]).includes(key)) return [text.mistake([...at, key], { code: 'notCorrectable', key }, 'key')];
    const schemas = shapes.flatMap(shape => (Object.hasOwn(shape, key) ? shape[key]! : []));
    if (!schemas.length) {
      const fault = { code: 'noField', type: corrected?.type ?? 'none', near: nearest(key, fields) ?? 'none' } as const;
      return [text.mistake([...at, key], fault, 'key')];
    }
    if (set === null)
      return schemas.some(s => s.safeParse(undefined).success)
        ? []
        : [text.mistake([...at, key], { code: 'notClearable', type: corrected?.type ?? 'none' })];
    return schemas.some(s => s.safeParse(set).success) ? [] : check(schemas[0]!, set, text, [...at, key]).mistakes;
  });
}
