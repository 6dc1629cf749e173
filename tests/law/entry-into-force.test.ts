/** Entry into force under every kind of clause, and dates that the Parties agree instead. VCLT art. 24. */
import { describe, expect, it } from 'vitest';
import { entryIntoForce, type Consents } from '../../clauses/entry-into-force.ts';
import { entryIntoForceClause } from '../../clauses/terms.ts';
import { byDefault, given, on, english, whys, told } from './setup.ts';

const article = 'art. 13';
const parties = ['KZ', 'AZ'];
const known = (signed: string | undefined, kz?: string, az?: string, exchanged?: string): Consents =>
  ({
    ...(signed ? { signed } : {}),
    ...(exchanged ? { exchanged } : {}),
    completions: { ...(kz ? { KZ: kz } : {}), ...(az ? { AZ: az } : {}) },
  }) as unknown as Consents;

const entry = (clause: object, consents: Consents) =>
  entryIntoForce(entryIntoForceClause.parse({ article, ...clause }), parties, consents, byDefault);
const dateOf = (clause: object, consents: Consents): string | undefined => entry(clause, consents).settled?.date;

describe('an agreement enters into force', () => {
  it.each([
    [
      'on receipt of the last notification',
      { on: 'lastNotification' },
      known('2004-03-01', '2004-06-10', '2004-09-15'),
      '2004-09-15',
      'art. 13 ¶1',
    ],
    [
      'on receipt of the last one, listed first',
      { on: 'lastNotification' },
      known('2004-03-01', '2004-09-15', '2004-06-10'),
      '2004-09-15',
      'art. 13 ¶1',
    ],
    ['on the day of both', { on: 'lastNotification' }, known('2004-03-01', '2004-09-15', '2004-09-15'), '2004-09-15', ''],
    [
      '30 days after the last notification',
      { on: 'lastNotification', then: { days: 30 } },
      known('2007-06-27', '2007-09-25', '2008-11-13'),
      '2008-12-13',
      'pt-ad-driving-licences-2007',
    ],
    [
      'on the first day of the second month after it',
      { on: 'lastNotification', then: { firstDayOfMonth: 2 } },
      known('1993-01-01', '1994-01-25', '1994-01-25'),
      '1994-03-01',
      'ie-nz-social-security-1993',
    ],
    [
      'on the first day of the third month after it',
      { on: 'lastNotification', then: { firstDayOfMonth: 3 } },
      known('2009-10-29', '2010-09-09', '2010-09-09'),
      '2010-12-01',
      'ie-jp-social-security-2009',
    ],
    ['on signature', { on: 'signature' }, known('2005-11-15'), '2005-11-15', 'se-sa-mou-2005'],
    ['some days after signature', { on: 'signature', then: { days: 10 } }, known('2004-02-20'), '2004-03-01', ''],
    [
      'on the exchange of instruments',
      { on: 'exchangeOfInstruments' },
      known('1997-05-31', undefined, undefined, '1999-04-01'),
      '1999-04-01',
      'ua-ru-friendship-1997',
    ],
    [
      '30 days after the exchange',
      { on: 'exchangeOfInstruments', then: { days: 30 } },
      known('1987-11-04', undefined, undefined, '1988-06-17'),
      '1988-07-17',
      'us-jp-nuclear-1988',
    ],
    ['on a fixed date', { on: 'fixedDate', date: '2014-02-20' }, known('2014-02-18'), '2014-02-20', ''],
    [
      'on a fixed date, not before signature',
      { on: 'fixedDate', date: '2014-02-20' },
      known('2014-03-01'),
      '2014-03-01',
      'VCLT art. 24(4)',
    ],
    [
      'on a fixed date that waits for both notifications: the fixed date',
      { on: 'fixedDate', date: '2001-07-01', afterLastNotification: true },
      known('2000-10-09', '2000-12-01', '2001-06-30'),
      '2001-07-01',
      'ru-kz-indirect-taxes-2000',
    ],
    [
      'on a fixed date that waits for both notifications: the last of them',
      { on: 'fixedDate', date: '2001-07-01', afterLastNotification: true },
      known('2000-10-09', '2000-12-01', '2001-07-02'),
      '2001-07-02',
      'ru-kz-indirect-taxes-2000',
    ],
    [
      'from signature if both notifications came before it',
      { on: 'lastNotification' },
      known('2004-03-01', '2004-01-10', '2004-02-20'),
      '2004-03-01',
      'VCLT art. 24(4)',
    ],
    [
      'from the later one if one came before signature',
      { on: 'lastNotification' },
      known('2004-03-01', '2004-01-10', '2004-03-02'),
      '2004-03-02',
      'VCLT art. 24(4)',
    ],
  ])('%s', (_, clause, consents, expected, _source) => {
    expect(dateOf(clause, consents)).toBe(expected);
  });

  it('never by a guess: without everything that the clause requires there is no date, and the answer says what is missing', () => {
    expect(entry({ on: 'lastNotification' }, known(undefined, '2004-06-10', '2004-09-15'))).toEqual({
      settled: undefined,
      notBefore: undefined,
      awaiting: { code: 'awaitsSignature', args: {} },
    });
    expect(entry({ on: 'lastNotification' }, known('2004-03-01'))).toEqual({
      settled: undefined,
      notBefore: undefined,
      awaiting: { code: 'awaitsNotifications', args: { parties: ['KZ', 'AZ'] } },
    });
    expect(entry({ on: 'exchangeOfInstruments' }, known('2004-03-01'))).toEqual({
      settled: undefined,
      notBefore: undefined,
      awaiting: { code: 'awaitsExchange', args: {} },
    });
  });

  it.each([
    [{ on: 'lastNotification' }, '2004-06-10'],
    [{ on: 'lastNotification', then: { days: 30 } }, '2004-07-10'],
    [{ on: 'lastNotification', then: { firstDayOfMonth: 1 } }, '2004-07-01'],
    [{ on: 'fixedDate', date: '2005-01-01', afterLastNotification: true }, '2005-01-01'],
  ])('not before the day that a single notification allows: %o, %s', (clause, notBefore) => {
    expect(entry(clause, known('2004-03-01', '2004-06-10'))).toEqual({
      settled: undefined,
      notBefore,
      awaiting: { code: 'awaitsNotifications', args: { parties: ['AZ'] } },
    });
  });

  it('with its article and the way of counting', () => {
    const settled = (clause: object, consents: Consents) => entry(clause, consents).settled;
    expect(told(settled({ on: 'lastNotification' }, known('2004-03-01', '2004-06-10', '2004-09-15'))!)).toEqual({
      date: '2004-09-15',
      basis: 'art. 13',
      how: 'last notification, from AZ, received 15 Sep 2004',
    });
    expect(
      english(
        settled({ on: 'lastNotification', counts: 'dated', then: { days: 30 } }, known('2004-03-01', '2004-01-10', '2004-01-11'))!.reason,
      ),
    ).toBe(
      'last notification, from AZ, dated 11 Jan 2004, before signature and therefore counted from it (VCLT art. 24(4)), and 30 days after it',
    );
    expect(
      english(
        settled({ on: 'exchangeOfInstruments', then: { firstDayOfMonth: 2 } }, known('2004-03-01', undefined, undefined, '2004-05-02'))!
          .reason,
      ),
    ).toBe('instruments exchanged 2 May 2004, then the first day of the 2nd month after it');
    expect(english(settled({ on: 'fixedDate', date: '2004-07-01' }, known('2004-03-01'))!.reason)).toBe('fixed by the text: 1 Jul 2004');
  });
});

const signed = { id: 's', type: 'signed', on: '2004-03-01' };
const kz = { id: 'n1', type: 'completion.notified', by: 'KZ', received: '2004-06-10' };
const az = { id: 'n2', type: 'completion.notified', by: 'AZ', received: '2004-09-15' };
const agreed = (date: string, onDay: string, more: object = {}) => ({ id: `e${date}`, type: 'entry.agreed', on: onDay, date, ...more });

describe('the notifications that the clause requires', () => {
  it('if none is known, are named as the document to ask for, and the agreement is not said to be not in force', () => {
    const s = on('2010-01-01', [signed]);
    expect(s.status).toBe('signed');
    expect(s.entryIntoForce).toMatchObject({
      date: null,
      notBefore: null,
      basis: 'art. 13',
      how: 'awaiting the written notifications of KZ and AZ',
      certain: true,
      alternatives: [],
    });
    expect(s.notes.join()).toMatch(/Entry into force is not known.*Ask for the document/);
    expect(JSON.stringify(s)).not.toContain('not in force');
  });

  it('if one is known, set its date as the earliest', () => {
    const s = on('2010-01-01', [signed, kz]);
    expect(s.entryIntoForce).toMatchObject({
      date: null,
      notBefore: '2004-06-10',
      how: 'not before 10 Jun 2004: awaiting the written notification of AZ',
    });
  });

  it('if both are known, bring the agreement into force from the last, on that very day', () => {
    expect(on('2004-09-14', [signed, kz, az]).status).toBe('signed');
    expect(on('2004-09-15', [signed, kz, az])).toMatchObject({
      status: 'inForce',
      entryIntoForce: { date: '2004-09-15', notBefore: null },
    });
  });

  it('count once for each Party, and later ones are without effect', () => {
    const again = { ...kz, id: 'n3', received: '2004-12-01' };
    const s = on('2005-01-01', [signed, kz, again, az]);
    expect(s.entryIntoForce.date).toBe('2004-09-15');
    expect(whys(s)).toEqual([
      { fact: 'n3', why: 'KZ had already notified completion of internal procedures; the first notification counts.' },
    ]);
  });

  it('count from signature if made before it (VCLT art. 24(4))', () => {
    const s = on('2004-12-01', [{ ...signed, on: '2004-10-01' }, kz, az]);
    expect(s.entryIntoForce).toMatchObject({ date: '2004-10-01', how: expect.stringContaining('therefore counted from it') });
    expect(whys(s)).toEqual([]);
  });

  it('under a clause that counts the date of the note take effect from that date, once receipt is known', () => {
    const clause = given({ entryIntoForce: { on: 'lastNotification', article, counts: 'dated' } });
    const dated = { ...az, dated: '2004-08-01' };
    expect(on('2004-09-14', [signed, kz, dated], clause, '2004-09-14').status).toBe('signed');
    expect(on('2004-09-14', [signed, kz, dated], clause).status).toBe('inForce');
    expect(on('2004-07-31', [signed, kz, dated], clause).status).toBe('signed');
    expect(on('2004-09-15', [signed, kz, dated], clause).entryIntoForce.date).toBe('2004-08-01');
  });
});

describe('a date that the Parties agreed (VCLT art. 24)', () => {
  it('wins over the clause, before its day and after', () => {
    expect(on('2004-08-31', [signed, kz, agreed('2004-09-01', '2004-08-01')])).toMatchObject({
      status: 'signed',
      entryIntoForce: { date: '2004-09-01' },
    });
    const s = on('2004-10-01', [signed, kz, az, agreed('2004-09-01', '2004-08-01')]);
    expect(s).toMatchObject({ status: 'inForce', entryIntoForce: { date: '2004-09-01', basis: 'VCLT art. 24' } });
    expect(s.entryIntoForce.how).toBe('agreed by the Parties on 1 Aug 2004 instead of the date under art. 13');
    expect(s.withoutEffect.map(w => w.fact)).toEqual(['n2']);
  });

  it('can also move entry into force afterwards, by folding again, and every period with it', () => {
    const list = [signed, kz, az, agreed('2005-01-01', '2006-05-05')];
    const before = on('2006-05-04', list, given(), '2006-05-04');
    expect(before).toMatchObject({ entryIntoForce: { date: '2004-09-15' }, period: { lastDay: '2009-09-14' } });
    for (const day of ['2006-05-04', '2006-05-05'])
      expect(on(day, list)).toMatchObject({ entryIntoForce: { date: '2005-01-01' }, period: { lastDay: '2009-12-31' } });
  });

  it('counts as last agreed if it was agreed twice', () => {
    const s = on('2006-01-01', [signed, agreed('2004-09-01', '2004-08-01'), agreed('2004-10-01', '2004-08-20')]);
    expect(s.entryIntoForce.date).toBe('2004-10-01');
    expect(whys(s)).toEqual([]);
  });

  it('can not be before signature', () => {
    const s = on('2004-10-01', [signed, kz, agreed('2004-02-01', '2004-08-01')]);
    expect(s.entryIntoForce).toMatchObject({ date: null, notBefore: '2004-06-10' });
    expect(whys(s)).toEqual([{ fact: 'e2004-02-01', why: 'The agreed date is before signature (VCLT art. 24).' }]);
  });

  it('agreed before signature waits for it', () => {
    expect(on('2004-02-20', [agreed('2004-05-01', '2004-02-01')])).toMatchObject({ status: 'negotiated', entryIntoForce: { date: null } });
    expect(on('2004-05-01', [agreed('2004-05-01', '2004-02-01'), signed])).toMatchObject({
      status: 'inForce',
      entryIntoForce: { date: '2004-05-01' },
    });
  });

  it('published as the date of entry into force is shown on the clause itself', () => {
    const s = on('2008-06-01', [signed, agreed('2008-05-17', '2008-05-17', { published: true })]);
    expect(s.entryIntoForce).toMatchObject({
      date: '2008-05-17',
      basis: 'art. 13',
      how: 'published as the date of entry into force; the notifications themselves are not known',
    });
  });
});
