/** The clauses as protocols have changed them, each with its instrument. VCLT art. 39, 40. */
import { describe, expect, it } from 'vitest';
import { consolidated } from '../../machines/consolidated.ts';
import type { Fact } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import { inForce, protocol } from './protocol-setup.ts';
import { d, english, given } from './setup.ts';

describe('the consolidated clauses', () => {
  const clausesOn = (day: string, list: readonly object[], agreement = given()) => {
    const facts = [...inForce, ...list] as Fact[];
    return consolidated(agreement, fold(agreement, facts, agreement.reading, d(day)), facts, d(day)).map(l =>
      [l.clause, english(l.value), l.instrument, l.since, ...(l.how === null ? [] : [l.how])].join(' | '),
    );
  };

  it('are the agreement’s own until a protocol changes them, and name the instrument of each value', () => {
    const list = [
      ...protocol('p1', '2006-01-01', { periodLength: 'P3Y', noticeBefore: 'P3M', documents: ['Regulations on encryption'] }),
      ...protocol('p2', '2007-01-01', { noticePeriod: 'P4M', text: 'art. 6 on costs', amendment: { on: 'signature', article: 'art. 2' } }),
    ];
    expect(clausesOn('2005-01-01', list)).toEqual([
      'entryIntoForce | in force on the last notification | agreement | 2004-09-15',
      'periodLength | 5 years | agreement | 2004-09-15',
      'renewal | automatically, for 5 years | agreement | 2004-09-15',
      'noticeBefore | 6 months before the end of a period | agreement | 2004-09-15',
      'noticePeriod | 6 months after receipt | agreement | 2004-09-15',
      'amendment | by protocol; in force on the last notification | agreement | 2004-09-15',
    ]);
    expect(clausesOn('2007-01-01', list)).toEqual([
      'entryIntoForce | in force on the last notification | agreement | 2004-09-15',
      'periodLength | 3 years | protocol p1 | 2006-01-01',
      'renewal | automatically, for 3 years | protocol p1 | 2006-01-01',
      'noticeBefore | 3 months before the end of a period | protocol p1 | 2006-01-01',
      'noticePeriod | 4 months after receipt | protocol p2 | 2007-01-01',
      'amendment | by protocol; in force on signature | protocol p2 | 2007-01-01',
      'document | Regulations on encryption | protocol p1 | 2006-01-01',
      'text | art. 6 on costs | protocol p2 | 2007-01-01',
    ]);
    expect(clausesOn('2004-06-20', list)[0]).toBe('entryIntoForce | in force on the last notification | agreement | ');
  });

  it('say how they apply if not by entry into force, and a provisional one that entered into force applies by that', () => {
    const timed = protocol('p', '2008-05-01', { noticePeriod: 'P3M', from: '2006-01-01', retroactive: true });
    expect(clausesOn('2008-05-01', timed)).toContain('noticePeriod | 3 months after receipt | protocol p | 2006-01-01 | retroactive');
    const provisional = protocol('p', '2008-05-01', { noticePeriod: 'P3M', provisionallyFrom: '2006-02-01' }, '2006-01-01');
    expect(clausesOn('2007-01-01', provisional)).toContain('noticePeriod | 3 months after receipt | protocol p | 2006-02-01 | provisional');
    expect(clausesOn('2008-05-01', provisional)).toContain('noticePeriod | 3 months after receipt | protocol p | 2006-02-01');
  });

  it('name the competent organisations from the agreement, a protocol or a note of the Party, whichever is latest', () => {
    const base = given();
    const parties = base.parties.map(p => ({
      ...p,
      organisations: p.id === 'AZ' ? [{ name: { en: 'The ministry' }, article: 'art. 1' }] : [],
    }));
    const agreement = { ...base, parties } as unknown as typeof base;
    const list = [
      ...protocol('p', '2006-01-01', { organisations: [{ party: 'AZ', name: 'The service' }] }),
      { id: 'o', type: 'organisation.notified', by: 'AZ', received: '2007-01-01', organisation: 'The agency', from: '2007-06-01' },
      { id: 'oral', type: 'organisation.notified', by: 'AZ', received: '2007-07-01', organisation: 'Nobody', form: 'oral' },
    ];
    const organisation = (day: string) => clausesOn(day, list, agreement).filter(l => l.startsWith('organisation'));
    expect(organisation('2004-06-20')).toEqual(['organisation | AZ: The ministry | agreement | ']);
    expect(organisation('2005-01-01')).toEqual(['organisation | AZ: The ministry | agreement | 2004-09-15']);
    expect(organisation('2006-01-01')).toEqual(['organisation | AZ: The service | protocol p | 2006-01-01']);
    expect(organisation('2007-05-01')).toEqual(['organisation | AZ: The service | protocol p | 2006-01-01']);
    expect(organisation('2007-06-01')).toEqual(['organisation | AZ: The agency | note o | 2007-06-01']);
    list.push({ id: 'again', type: 'organisation.notified', by: 'AZ', received: '2008-01-01', organisation: 'The bureau' });
    expect(organisation('2008-01-01')).toEqual(['organisation | AZ: The bureau | note again | 2008-01-01']);
    list.unshift({ id: 'third', type: 'organisation.notified', by: 'AZ', received: '2008-01-01', organisation: 'The office' });
    expect(organisation('2008-01-01')).toEqual(['organisation | AZ: The office | note third | 2008-01-01']); // on one day the last by id
    list.push(
      { id: 'soon', type: 'organisation.notified', by: 'AZ', received: '2009-01-01', organisation: 'The council', from: '2010-01-01' },
      { id: 'before', type: 'organisation.notified', by: 'AZ', received: '2009-02-01', organisation: 'The board', from: '2009-06-01' },
    );
    // the one that begins last, whichever note came last
    expect(organisation('2009-06-01')).toEqual(['organisation | AZ: The board | note before | 2009-06-01']);
    expect(organisation('2010-01-01')).toEqual(['organisation | AZ: The council | note soon | 2010-01-01']);
  });

  it('name the successor of a competent organisation from the day on which it replaced it', () => {
    const ministry = { name: { en: 'The ministry' }, article: 'art. 1', until: '2006-03-01', successor: { en: 'The service' } };
    const base = given();
    const parties = base.parties.map(p => ({ ...p, organisations: p.id === 'AZ' ? [ministry] : [] }));
    const agreement = { ...base, parties } as unknown as typeof base;
    const notified = { id: 'o', type: 'organisation.notified', by: 'AZ', received: '2007-01-01', organisation: 'The agency' };
    const organisation = (day: string) => clausesOn(day, [notified], agreement).filter(l => l.startsWith('organisation'));
    expect(organisation('2006-02-28')).toEqual(['organisation | AZ: The ministry | agreement | 2004-09-15']);
    expect(organisation('2006-03-01')).toEqual(['organisation | AZ: The service | agreement | 2006-03-01']);
    expect(organisation('2007-01-01')).toEqual(['organisation | AZ: The agency | note o | 2007-01-01']);
  });

  it('put every kind of clause in words', () => {
    const without = given({ duration: { kind: 'indefinite', article: 'art. 5' }, termination: undefined, amendment: undefined });
    expect(clausesOn('2005-01-01', [], without)).toEqual([
      'entryIntoForce | in force on the last notification | agreement | 2004-09-15',
      'periodLength | without limit | agreement | 2004-09-15',
    ]);
    const renewalOf = (renewal: object) =>
      clausesOn(
        '2005-01-01',
        [],
        given({
          duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal },
          termination: { when: 'afterFirstPeriod', article: 'a', notice: 'P6M' },
        }),
      ).find(l => l.startsWith('renewal'));
    expect(renewalOf({ kind: 'automatic', length: 'P2Y', times: 3 })).toContain('automatically, for 2 years, 3 times');
    expect(renewalOf({ kind: 'byAgreement', length: 'P2Y' })).toContain('by agreement, for 2 years');
    expect(renewalOf({ kind: 'withoutLimit' })).toContain('without limit after the first period');
    expect(renewalOf({ kind: 'none' })).toContain('none');
    const ends = given({ termination: { when: 'endOfPeriod', article: 'art. 9' } });
    expect(clausesOn('2005-01-01', [], ends).join()).not.toContain('noticePeriod');
    const limitless = given({
      duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'withoutLimit' }, noticeBefore: 'P6M' },
    });
    expect(clausesOn('2006-01-01', protocol('p', '2006-01-01', { periodLength: 'P3Y' }), limitless)).toContain(
      'renewal | in force without limit after the first period | agreement | 2004-09-15',
    );
  });
});
