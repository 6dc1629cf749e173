/** A clause that the schema only approximates: every answer that depends on it says so. */
import { describe, expect, it } from 'vitest';
import { consolidated } from '../../machines/consolidated.ts';
import { fold } from '../../machines/fold.ts';
import { d, given, inForceOn, on, english } from './setup.ts';

const bent = 'the text says "about"';
const base = given().clauses;
const transit = { id: 'transit', what: 'the transit agreement is in force', article: 'art. 14' };
const programme = { id: 'programme', what: 'the programme has ended', article: 'art. 15' };

const notes = (clauses: object): string[] =>
  on('2006-01-01', inForceOn('2004-09-20'), given(clauses)).notes.filter(n => n.includes('only approximated here'));

describe('an answer that depends on an approximated clause says so, with the article', () => {
  it.each<[string, object, string]>([
    ['entry into force', { entryIntoForce: { ...base.entryIntoForce, bent } }, 'art. 13'],
    ['provisional application', { provisionalApplication: { article: 'art. 12', from: 'signature', bent } }, 'art. 12'],
    ['duration', { duration: { ...base.duration, bent } }, 'art. 13'],
    ['termination', { termination: { ...base.termination, bent } }, 'art. 13'],
    ['amendment', { amendment: { ...base.amendment, bent } }, 'art. 10'],
    [
      'entry into force of protocols',
      { amendment: { ...base.amendment, entryIntoForce: { on: 'signature', article: 'art. 11', bent } } },
      'art. 11',
    ],
    ['what survives the end', { survivals: [{ what: 'contracts', article: 'art. 16', bent }] }, 'art. 16'],
  ])('for the clause on %s', (name, clauses, article) => {
    const note = `The clause on ${name} (${article}) is only approximated here, and dates that rest on it may differ: ${bent}`;
    expect(notes(clauses)).toEqual([note]);
  });

  it('once for each such clause, and not if there is none', () => {
    const all = { duration: { ...base.duration, bent }, termination: { ...base.termination, bent: 'otherwise' } };
    expect(notes(all)).toHaveLength(2);
    expect(notes({})).toEqual([]);
  });
});

it('the consolidated clauses have a line for each of these kinds', () => {
  const lines = (clauses: object): string[] => {
    const agreement = given(clauses);
    const family = fold(agreement, [], agreement.reading, d('2004-01-01'));
    return consolidated(agreement, family, [], d('2004-01-01')).map(l => `${l.clause}: ${english(l.value)} (${l.article})`);
  };
  expect(
    lines({
      entryIntoForce: { on: 'signature', article: 'art. 13', condition: transit },
      provisionalApplication: { article: 'art. 12', from: 'signature' },
      duration: { kind: 'indefinite', article: 'art. 15', endsWith: programme },
      survivals: [
        { what: 'contracts', article: 'art. 16' },
        { what: 'investments', article: 'art. 17', length: 'P10Y' },
      ],
    }),
  ).toEqual([
    'entryIntoForce: in force on signature (art. 13)',
    'condition: not in force before: the transit agreement is in force (art. 14)',
    'provisionalApplication: from signature, until entry into force (art. 12)',
    'periodLength: until the condition is met: the programme has ended (art. 15)',
    'noticePeriod: 6 months after receipt (art. 13)',
    'amendment: by protocol; in force on signature (art. 10)',
    'survival: contracts (art. 16)',
    'survival: investments, for 10 years after the end (art. 17)',
  ]);
  expect(lines({ provisionalApplication: { article: 'art. 12', from: '2004-06-01' } })).toContain(
    'provisionalApplication: from 1 Jun 2004, until entry into force (art. 12)',
  );
});
