/** The names of States in each language, including former ones, for whose code JavaScript gives the successor. */
import { describe, expect, it } from 'vitest';
import { listAgreements } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import { stateOf } from '../../agreements/states.ts';
import { languages } from '../../clauses/desk.ts';
import { wordsIn } from '../../web/words.ts';
import { isFormer } from '../../wording/states.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const codes = letters.flatMap(a => letters.map(b => a + b)).filter(stateOf);
const agreements = listAgreements().map(({ file }) => loadAgreement(file).agreement);

describe.each(languages)('the names of States in %s', language => {
  const words = wordsIn(language);
  const named = new Map(codes.map(code => [words.party(code, { parties: [] }), code]));

  it('include every State, and none is only its code', () => {
    expect(named.size).toBe(codes.length);
    expect(codes.filter(code => named.has(code))).toEqual([]);
  });

  it('give no Party to an agreement the name of another State', () => {
    const wrong = agreements.flatMap(a =>
      a.parties
        .filter(({ id }) => (named.get(words.party(id, a)) ?? id) !== id)
        .map(({ id }) => `${a.id}: ${words.party(id, a)} for ${id}`),
    );
    expect(wrong).toEqual([]);
  });
});

it('a former State is called what its agreement calls it, if it has a name there in the language', () => {
  expect(codes.filter(isFormer)).toEqual(['CS', 'DD', 'SU', 'YU']);
  const names = { parties: [{ id: 'SU', name: { en: 'Soviet Union', ru: 'Советский Союз' } }] };
  expect(wordsIn('ru').party('SU', names)).toBe('Советский Союз');
  expect(wordsIn('kk').party('SU', names)).toBe('КСРО');
  expect(wordsIn('ru').party('RU', { parties: [] })).toBe('Россия');
});
