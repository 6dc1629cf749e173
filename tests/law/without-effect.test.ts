/** Facts recorded without effect, and the published page that lists them for each fact type in each status. */
import { describe, expect, it } from 'vitest';
import { factTypes } from '../../machines/facts.ts';
import { factTypesPage, protocolStatusFor, protocolStatusNames, statusFor, statusNames } from '../support/fact-types.ts';
import { given, inForceOn, on } from './setup.ts';

describe('docs/fact-types.md', () => {
  it('is current: if the machines have changed, run `npx vitest run tests/law/without-effect.test.ts -u`', async () => {
    await expect(factTypesPage()).toMatchFileSnapshot('../../docs/fact-types.md');
  });

  it('has a row for every fact type', () => {
    for (const type of factTypes) expect(factTypesPage()).toContain(`\`${type}\``);
  });

  it.each(statusNames)('means by "%s" what the fold calls by that name, for every fact', name => {
    for (const type of factTypes.filter(t => !t.startsWith('protocol.'))) expect(statusFor(type, name), type).toBe(inOneWord(name));
  });

  it.each(protocolStatusNames)('means by "%s" for a protocol what the fold calls by that name', name => {
    expect(protocolStatusFor(name)).toBe(name === 'not known' ? undefined : inOneWord(name));
  });
});

const inOneWord = (name: string): string => name.replaceAll(/ ([a-z])/g, (_, letter: string) => letter.toUpperCase());

const done = (type: string, onDay: string, more: object = {}) => ({ id: 'x', type, on: onDay, ...more });
const why = (asOf: string, list: object[], agreement = given()): string | undefined =>
  on(asOf, list, agreement).withoutEffect.find(w => w.fact === 'x')?.why;
const inForce = inForceOn('2004-09-15');

describe('a fact that a clause has no use for names the clause', () => {
  const indefinite = { kind: 'indefinite', article: 'art. 5' };
  const byAgreement = { kind: 'periods', article: 'art. 12', first: 'P5Y', renewal: { kind: 'byAgreement', length: 'P5Y' } };

  it.each([
    [
      'a completion under a clause that requires none',
      '2004-10-01',
      [
        { id: 's', type: 'signed', on: '2004-03-01' },
        { id: 'x', type: 'completion.notified', by: 'KZ', received: '2004-04-01' },
      ],
      { entryIntoForce: { on: 'signature', article: 'art. 1' } },
      'No notification of completion of internal procedures is required (art. 1).',
    ],
    [
      'an exchange under a clause that requires none',
      '2004-10-01',
      [...inForce, done('instruments.exchanged', '2004-07-01')],
      {},
      'No exchange of instruments is required (art. 13).',
    ],
    ...['completion.notified', 'instruments.exchanged'].map((type): [string, string, object[], object, string] => [
      `${type} under a clause that is not described`,
      '2004-10-01',
      [...inForce, type === 'completion.notified' ? { id: 'x', type, by: 'KZ', received: '2004-07-01' } : done(type, '2004-07-01')],
      { entryIntoForce: { on: 'unseen', article: 'entry clause not seen' } },
      'The clause on entry into force is not described here: look at the text, and describe it (npx servanda agreement revise).',
    ]),
    [
      'a renewal agreed before entry into force',
      '2004-10-01',
      [{ id: 's', type: 'signed', on: '2004-03-01' }, done('renewal.agreed', '2004-04-01')],
      { duration: byAgreement },
      'The agreement was not known to be in force yet.',
    ],
    [
      'an agreed renewal where renewal is automatic',
      '2006-01-01',
      [...inForce, done('renewal.agreed', '2005-07-01')],
      {},
      'art. 13 does not make renewal depend on agreement.',
    ],
    [
      'an agreed renewal where there are no periods',
      '2006-01-01',
      [...inForce, done('renewal.agreed', '2005-07-01')],
      { duration: indefinite },
      'art. 5 does not make renewal depend on agreement.',
    ],
    [
      'a renewal agreed twice',
      '2006-01-01',
      [...inForce, { ...done('renewal.agreed', '2005-06-01'), id: 'r' }, done('renewal.agreed', '2005-07-01')],
      { duration: byAgreement, termination: undefined },
      'The renewal of the running period has already been agreed.',
    ],
    [
      'a renewal agreed while an agreed end holds it over',
      '2010-01-01',
      [
        ...inForce,
        { id: 'e', type: 'termination.agreed', on: '2009-01-01', firstDayOut: '2012-01-01' },
        done('renewal.agreed', '2009-12-01'),
      ],
      { duration: byAgreement, termination: undefined },
      'No period is running that could be renewed.',
    ],
    [
      'a notice too late for the first period, after which the agreement continues without limit',
      '2008-12-01',
      [...inForce, { id: 'x', type: 'termination.notified', by: 'KZ', received: '2008-11-01' }],
      {
        duration: { kind: 'periods', article: 'art. 5', first: 'P4Y6M', renewal: { kind: 'withoutLimit' }, noticeBefore: 'P6M' },
        termination: { when: 'endOfPeriod', article: 'art. 6' },
      },
      'By art. 6 a notice ends the agreement only at the end of a period. The last day for it was 14 Sep 2008, and no other period follows.',
    ],
    [
      'an exchange before signature',
      '2004-02-01',
      [done('instruments.exchanged', '2004-01-01')],
      { entryIntoForce: { on: 'exchangeOfInstruments', article: 'art. 1' } },
      'The agreement is not signed yet.',
    ],
    [
      'a second exchange',
      '2004-04-01',
      [
        { id: 's', type: 'signed', on: '2004-03-01' },
        { ...done('instruments.exchanged', '2004-03-10'), id: 'a' },
        done('instruments.exchanged', '2004-03-20'),
      ],
      { entryIntoForce: { on: 'exchangeOfInstruments', article: 'art. 1', then: { days: 30 } } },
      'Instruments had already been exchanged, on 10 Mar 2004.',
    ],
    [
      'an exchange after the agreed date',
      '2004-06-01',
      [
        { id: 's', type: 'signed', on: '2004-03-01' },
        { id: 'e', type: 'entry.agreed', on: '2004-03-01', date: '2004-05-01' },
        done('instruments.exchanged', '2004-05-20'),
      ],
      { entryIntoForce: { on: 'exchangeOfInstruments', article: 'art. 1' } },
      'The agreement was already in force, since 1 May 2004.',
    ],
  ] as const)('%s', (_, asOf, list, clauses, expected) => {
    expect(why(asOf, [...list], given(clauses))).toBe(expected);
  });

  it('for a completion after the end of an agreement whose date was agreed', () => {
    const list = [
      { id: 's', type: 'signed', on: '2004-03-01' },
      { id: 'e', type: 'entry.agreed', on: '2004-03-01', date: '2004-05-01' },
      { id: 't', type: 'termination.notified', by: 'AZ', received: '2004-06-01' },
      { id: 'x', type: 'completion.notified', by: 'KZ', received: '2005-01-01' },
    ];
    expect(why('2005-02-01', list)).toBe('The agreement had ended (terminated).');
  });
});
