/**
 * Almost valid input: a sample with some of it removed, doubled, swapped or replaced by what has caused faults before. Drawn from a seed.
 */
import type { Chance } from '../chance.ts';

export const hurtful = [
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
  'null',
  'true',
  'NaN',
  '-1',
  '0',
  '1e309',
  '9007199254740993',
  '',
  ' ',
  '~',
  '{}',
  '[]',
  '[[',
  '{{',
  '}',
  ']',
  '"',
  "'",
  '`',
  '\\',
  ':',
  ',',
  ';',
  '|',
  '>-',
  '&a',
  '*a',
  '!!js/function',
  '#',
  '%',
  '---',
  '...',
  '\n',
  '\r\n',
  '\t',
  '\u0000',
  '\u001b[2J',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\ud800',
  '\u{1f600}',
  '\u0456',
  '０',
  '0000-00-00',
  '0200-01-01',
  '2999-12-31',
  '9999-12-31',
  '2024-02-30',
  '2023-02-29',
  '2028-02-29',
  'P1D',
  'P0D',
  'P28D',
  'P200Y',
  'P9999D',
  'P-1Y',
  'PT1H',
  'KZ',
  'AZ',
  'XX',
  '../../etc/passwd',
  '/dev/zero',
  '--',
  '-x',
  '$(id)',
  '=1+1',
  'a'.repeat(300),
  '('.repeat(200),
  '9'.repeat(400),
] as const;

/** One to four mutations. */
export function mutatedText(text: string, chance: Chance): string {
  let made = text;
  for (let times = 1 + chance.below(4); times > 0; times -= 1) made = mutatedOnce(made, chance);
  return made;
}

function mutatedOnce(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  const to = Math.min(text.length, at + 1 + chance.below(chance.in100(20) ? 400 : 12));
  const [before, cut, after] = [text.slice(0, at), text.slice(at, to), text.slice(to)];
  switch (chance.below(7)) {
    case 0:
      return before + after;
    case 1:
      return before + cut + cut + after;
    case 2:
      return before + chance.one(hurtful) + after;
    case 3:
      return before + chance.one(hurtful) + cut + after;
    case 4:
      return before + cut.replace(/\d/g, () => `${chance.below(10)}`) + after;
    case 5: {
      const lines = text.split('\n');
      const [one, other] = [chance.below(lines.length), chance.below(lines.length)];
      [lines[one], lines[other]] = [lines[other]!, lines[one]!];
      return lines.join('\n');
    }
    default:
      return before + String.fromCodePoint(chance.one([chance.below(128), chance.below(0x3000), 0x2000 + chance.below(0x70)])) + after;
  }
}

/** The same for a JSON value: a part of it is left out, swapped with another part, or replaced. */
export function mutatedValue(value: unknown, chance: Chance): unknown {
  const paths = pathsIn(value);
  let made = JSON.parse(JSON.stringify(value)) as unknown;
  for (let times = 1 + chance.below(3); times > 0; times -= 1)
    made = replacedAt(made, chance.one(paths), drawn(value, paths, chance), chance);
  return made;
}

type Path = readonly (string | number)[];

function pathsIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...at, Array.isArray(value) ? Number(key) : key]))];
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((v, key) => (v as Record<string, unknown> | null | undefined)?.[key], value);

function drawn(value: unknown, paths: readonly Path[], chance: Chance): unknown {
  if (chance.in100(30)) return valueAt(value, chance.one(paths));
  if (chance.in100(20)) return chance.one<unknown>([null, true, 0, -1, 1.5, 1e21, [], {}, [[]], { en: '' }]);
  const text = valueAt(value, chance.one(paths));
  return typeof text === 'string' && chance.in100(50) ? mutatedText(text, chance) : chance.one(hurtful);
}

function replacedAt(value: unknown, path: Path, by: unknown, chance: Chance): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return chance.in100(10) ? by : value;
  if (typeof value !== 'object' || value === null) return by;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string | number, unknown>;
  if (rest.length) copy[step] = replacedAt(copy[step], rest, by, chance);
  else if (chance.in100(20)) delete copy[step];
  // Defined, not assigned: `__proto__` must be a key of the text like any other.
  else if (chance.in100(15))
    Object.defineProperty(copy, chance.one(hurtful), { value: by, enumerable: true, configurable: true, writable: true });
  else copy[step] = by;
  return copy;
}
