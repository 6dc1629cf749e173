/** Names that look alike on paper belong to one person: skeletons as in UTS 39. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prototypes } from '../../machines/confusables.ts';
import { isSamePerson } from '../../machines/persons.ts';

describe('two names are of one person', () => {
  it.each([
    [' First  Secretary', 'first secretary'],
    ['root', 'root\u200b'],
    ['root', 'ro\u00adot'],
    ['root', 'ro\u2060ot'],
    ['root', 'r\u043eot'],
    ['root', 'ro\u034fot'],
    ['root', 'root\n'],
    ['root', '\u001broot'],
    ['root', '\u202eroot'],
    ['root', 'ｒｏｏｔ'],
    ['root', 'ROOT'],
    ['Ivanov', 'lvanov'],
    ['Ivanov', '1vanov'],
    ['Mammadov', 'Marnrnadov'],
    ['Сергей Носов', 'Cepгeй Hocoв'],
    ['ВАСЯ', 'BACЯ'],
    ['İlham', 'ILHAM'],
    ['İlham', 'ilham'],
    ['é', 'e\u0301'],
    ['Weiß', 'WEISS'],
    ["O'Neill", 'O’Neill'],
  ])('if they are %j and %j', (one, other) => {
    expect(isSamePerson(one, other)).toBe(true);
    expect(isSamePerson(other, one)).toBe(true);
  });

  it.each([
    ['First Secretary', 'Second Secretary'],
    ['Ina Petrova', 'Iva Petrova'],
    ['Ali', 'Aly'],
    ['Әлия', 'Алия'],
    ['Oğuz', 'Oguz'],
    ['Сергей', 'Андрей'],
    ['山田', '川田'],
  ])('but not if they are %j and %j', (one, other) => expect(isSamePerson(one, other)).toBe(false));

  it('if letters are replaced by others with the same prototype, or invisible characters are inserted', () => {
    const alike = new Map<string, string[]>();
    for (const [character, prototype] of prototypes) alike.set(prototype, [...(alike.get(prototype) ?? []), character]);
    const invisible = [
      '\u200b',
      '\u200c',
      '\u200d',
      '\u00ad',
      '\u2060',
      '\ufeff',
      '\u202e',
      '\u2066',
      '\u061c',
      '\ufe0f',
      '\u0000',
      '\u007f',
    ];
    const name = fc.stringMatching(/^[a-zа-яёәіңғүұқөһəğşçıö]{1,12}( [a-zа-яə]{1,12})?$/);
    fc.assert(
      fc.property(name, fc.infiniteStream(fc.nat()), (given, draws) => {
        const draw = <T>(of: readonly T[]): T => of[(draws.next().value as number) % of.length]!;
        const forged = [...given].map(
          c => (draws.next().value! % 2 ? draw([c, ...(alike.get(c) ?? [])]) : c) + draw(['', '', ...invisible]),
        );
        expect(isSamePerson(given, forged.join(''))).toBe(true);
      }),
      { seed: 14, numRuns: 500 },
    );
  });
});

it('the prototype of a name has no further prototype, so that a skeleton is stable', () => {
  for (const prototype of new Set(prototypes.values()))
    for (const c of prototype.normalize('NFD')) expect([c, prototypes.get(c) ?? c]).toEqual([c, c]);
});
