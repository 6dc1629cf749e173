/** Clauses on entry into force in real agreements: worked examples, each by the fold. */
import { describe, expect, it } from 'vitest';
import { agreement as agreementSchema } from '../../clauses/agreement.ts';
import { entryIntoForceClause } from '../../clauses/terms.ts';
import { consolidated } from '../../machines/consolidated.ts';
import { fold } from '../../machines/fold.ts';
import { isRefusal } from '../../machines/refusal.ts';
import { readEntry } from '../../machines/read-entries.ts';
import { answered } from '../support/sentences.ts';
import { d, given, on, english, whys } from './setup.ts';

const article = 'art. 5';
const signed = (day: string) => ({ id: 's', type: 'signed', on: day });
const exchanged = (day: string) => ({ id: 'x', type: 'instruments.exchanged', on: day });
const completion = (by: string, received: string | undefined, more: object = {}) => ({
  id: `n${by}`,
  type: 'completion.notified',
  by,
  ...(received ? { received } : {}),
  ...more,
});
const awaiting = (entryIntoForce: object) => given({ entryIntoForce: { article, ...entryIntoForce } });
const lines = (agreement: ReturnType<typeof given>): string[] =>
  consolidated(agreement, fold(agreement, [], agreement.reading, d('2020-01-01')), [], d('2020-01-01')).map(l => english(l.value));

describe('entry into force follows some time after the occasion that the clause names', () => {
  const last = (...[kz, az]: [string, string]) => [signed('1934-01-01'), completion('KZ', kz), completion('AZ', az)];
  it.each<[string, object, object[], string, string]>([
    [
      'a month after the exchange',
      { on: 'exchangeOfInstruments', then: { months: 1 } },
      [signed('1934-01-01'), exchanged('1934-07-25')],
      '1934-08-25',
      'instruments exchanged 25 Jul 1934, and 1 month after it',
    ],
    [
      '30 days after the exchange',
      { on: 'exchangeOfInstruments', then: { days: 30 } },
      [signed('1986-01-01'), exchanged('1987-03-03')],
      '1987-04-02',
      'instruments exchanged 3 Mar 1987, and 30 days after it',
    ],
    [
      '60 days after the last notification',
      { on: 'lastNotification', then: { days: 60 } },
      last('2011-11-09', '2012-10-22'),
      '2012-12-21',
      'last notification, from AZ, received 22 Oct 2012, and 60 days after it',
    ],
    [
      'a month after it, clamped to the end of February',
      { on: 'lastNotification', then: { months: 1 } },
      last('2010-01-01', '2011-01-31'),
      '2011-02-28',
      'last notification, from AZ, received 31 Jan 2011, and 1 month after it',
    ],
    [
      'a month and 15 days after it',
      { on: 'lastNotification', then: { months: 1, days: 15 } },
      last('2010-01-01', '2011-01-31'),
      '2011-03-15',
      'last notification, from AZ, received 31 Jan 2011, and 1 month 15 days after it',
    ],
    [
      'on the first day of the month after 30 days',
      { on: 'lastNotification', then: { days: 30, firstDayOfMonth: 1 } },
      last('2010-01-01', '2010-12-15'),
      '2011-02-01',
      'last notification, from AZ, received 15 Dec 2010, and 30 days after it, then the first day of the 1st month after that',
    ],
    [
      'on the first day of the third month after two months',
      { on: 'lastNotification', then: { months: 2, firstDayOfMonth: 3 } },
      last('2010-01-01', '2010-08-31'),
      '2011-01-01',
      'last notification, from AZ, received 31 Aug 2010, and 2 months after it, then the first day of the 3rd month after that',
    ],
    [
      'on 1 January next',
      { on: 'lastNotification', then: { firstDayOfYear: 1 } },
      last('2010-01-01', '2010-01-01'),
      '2011-01-01',
      'last notification, from AZ, received 1 Jan 2010, then 1 January of the 1st year after it',
    ],
    [
      'on 1 January after 30 days',
      { on: 'lastNotification', then: { days: 30, firstDayOfYear: 1 } },
      last('2010-01-01', '2010-12-15'),
      '2012-01-01',
      'last notification, from AZ, received 15 Dec 2010, and 30 days after it, then 1 January of the 1st year after that',
    ],
    [
      'a month after signature',
      { on: 'signature', then: { months: 1 } },
      [signed('2010-03-31')],
      '2010-04-30',
      'signed 31 Mar 2010, and 1 month after it',
    ],
  ])('%s', (_, clause, list, date, how) => {
    expect(on('2013-01-01', list, awaiting(clause)).entryIntoForce).toMatchObject({ date, how, certain: true, alternatives: [] });
  });

  it.each([
    [{}, false],
    [{ expired: true }, false],
    [{ months: 1, expired: true }, false],
    [{ firstDayOfMonth: 1, firstDayOfYear: 1 }, false],
    [{ days: 30, expired: true }, true],
    ['sameDay', true],
  ])('an interval of %j is accepted: %s', (then, taken) => {
    expect(entryIntoForceClause.safeParse({ on: 'signature', article, then }).success).toBe(taken);
  });

  it('and the consolidated clauses say so', () => {
    expect(lines(awaiting({ on: 'lastNotification', counts: 'dated', then: { days: 30, expired: true } }))[0]).toBe(
      'in force on the last notification, counted from its date, on the expiry of 30 days after it',
    );
    expect(lines(awaiting({ on: 'lastNotification', parties: ['KZ'], then: { months: 6 } }))[0]).toBe(
      'in force on the notification of KZ, and 6 months after it',
    );
    expect(lines(awaiting({ on: 'fixedDate', date: '2020-01-01' }))[0]).toBe('in force on the day fixed by the text');
  });
});

describe('a clause on the expiry of days (dayCount)', () => {
  const clause = { on: 'lastNotification', article, then: { days: 30, expired: true } };
  const list = [signed('2020-01-01'), completion('KZ', '2020-02-01'), completion('AZ', '2020-03-01')];

  it('brings an agreement into force on the last of them, or on the day after', () => {
    expect(on('2020-03-20', list, awaiting(clause)).entryIntoForce).toMatchObject({
      date: '2020-03-31',
      notBefore: null,
      basis: article,
      how: 'last notification, from AZ, received 1 Mar 2020, on the expiry of 30 days after it',
      certain: false,
      alternatives: [{ date: '2020-04-01', when: [{ dayCount: 'afterExpiry' }] }],
    });
    const between = on('2020-03-31', list, awaiting(clause));
    expect(between).toMatchObject({ status: 'inForce', certain: false });
    expect(between.statusAlternatives).toEqual([{ status: 'signed', when: [{ dayCount: 'afterExpiry' }] }]);
    const later = on('2020-06-01', list, awaiting(clause));
    expect(later).toMatchObject({ status: 'inForce', certain: true, period: { lastDay: '2025-03-30' } });
    expect(later.period!.lastDayForNotice).toMatchObject({ date: '2024-09-30', safe: '2024-09-30' });
  });

  it('may have the other reading as the agreement’s own, and the safe day is still the earliest', () => {
    const s = on('2020-06-01', list, given({ entryIntoForce: clause }, { reading: { dayCount: 'afterExpiry' } }));
    expect(s.entryIntoForce).toMatchObject({
      date: '2020-04-01',
      alternatives: [{ date: '2020-03-31', when: [{ dayCount: 'anchorPlusN' }] }],
    });
    expect(s.period!.lastDayForNotice).toMatchObject({ date: '2024-09-30', safe: '2024-09-30' });
  });

  it('gives the earlier of both days as the first possible while a notification is missing', () => {
    const s = on('2020-03-20', list.slice(0, 2), given({ entryIntoForce: clause }, { reading: { dayCount: 'afterExpiry' } }));
    expect(s.entryIntoForce).toMatchObject({ date: null, notBefore: '2020-03-02', certain: true });
  });

  it('gives the first day of the month after their expiry alike on either reading', () => {
    const s = on('2020-06-01', list, awaiting({ ...clause, then: { days: 30, expired: true, firstDayOfMonth: 1 } }));
    expect(s.entryIntoForce).toMatchObject({ date: '2020-04-01', certain: true });
  });

  it('applies to a protocol as well, also if another protocol introduced the clause', () => {
    const protocol = (id: string, day: string, changes?: object) => [
      { id: `${id}s`, type: 'protocol.signed', protocol: id, on: day, ...(changes ? { changes } : {}) },
      ...['KZ', 'AZ'].map(by => ({ id: `${id}${by}`, type: 'protocol.completion.notified', protocol: id, by, received: day })),
    ];
    const own = given({ entryIntoForce: { on: 'signature', article }, amendment: { article, by: 'protocol', entryIntoForce: clause } });
    const of = (s: ReturnType<typeof on>, id: string) => s.protocols.find(p => p.id === id)!;
    const list = [signed('2020-01-01'), ...protocol('p1', '2021-01-01', { periodLength: 'P3Y', appliesTo: 'runningPeriod' })];
    const s = on('2021-01-31', list, own);
    expect(of(s, 'p1')).toMatchObject({
      id: 'p1',
      status: 'inForce',
      statuses: ['inForce', 'signed'],
      entryIntoForce: {
        date: '2021-01-31',
        notBefore: null,
        certain: false,
        alternatives: [{ date: '2021-02-01', when: [{ dayCount: 'afterExpiry' }] }],
      },
    });
    const brought = given({ entryIntoForce: { on: 'signature', article }, amendment: { article, by: 'protocol' } });
    const later = on(
      '2022-01-01',
      [signed('2020-01-01'), ...protocol('p1', '2021-01-01', { amendment: clause }), ...protocol('p2', '2021-06-01')],
      brought,
    );
    expect(of(later, 'p1').entryIntoForce).toMatchObject({ date: '2021-01-01', notBefore: null });
    expect(of(later, 'p2').entryIntoForce).toMatchObject({ date: '2021-07-01', alternatives: [{ date: '2021-07-02' }] });
  });
});

describe('a clause that counts only one Party’s notification', () => {
  const loan = awaiting({ on: 'lastNotification', parties: ['KZ'] });
  const kz = completion('KZ', '2020-05-01');
  const az = completion('AZ', '2020-04-01');

  it('awaits that one, and leaves the other Party’s without effect, with the reason', () => {
    expect(on('2020-04-20', [signed('2020-01-01'), az], loan).entryIntoForce).toMatchObject({
      date: null,
      how: 'awaiting the written notification of KZ',
    });
    const s = on('2020-06-01', [signed('2020-01-01'), az, kz], loan);
    expect(s.entryIntoForce).toMatchObject({ date: '2020-05-01', how: 'last notification, from KZ, received 1 May 2020' });
    expect(whys(s)).toEqual([
      { fact: 'nAZ', why: 'art. 5 makes entry into force depend on the other Party’s notification alone; none is awaited from AZ.' },
    ]);
  });

  it('is possible for protocols', () => {
    const own = given({
      entryIntoForce: { on: 'signature', article },
      amendment: { article, by: 'protocol', entryIntoForce: { on: 'lastNotification', article, parties: ['AZ'] } },
    });
    const notified = (by: string) => ({ id: `p${by}`, type: 'protocol.completion.notified', protocol: 'p', by, received: '2021-02-01' });
    const s = on(
      '2021-06-01',
      [signed('2020-01-01'), { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2021-01-01' }, notified('KZ'), notified('AZ')],
      own,
    );
    expect(s.protocols[0]).toMatchObject({ status: 'inForce', entryIntoForce: { date: '2021-02-01' } });
    expect(s.withoutEffect[0]!.why).toContain('none is awaited from KZ');
  });

  it('must name a Party of the agreement', () => {
    const problems = (clauses: object): string[] => {
      const { id, title, parties, clauses: own, sources } = given();
      const read = agreementSchema.safeParse({ id, title, parties, clauses: { ...own, ...clauses }, sources });
      return read.error?.issues.map(i => `${i.path.join('.')}: ${i.message}`) ?? [];
    };
    const clause = { on: 'lastNotification', article, parties: ['XX'] };
    expect(problems({ entryIntoForce: clause })).toEqual(['clauses.entryIntoForce.parties: allOfParties']);
    expect(problems({ amendment: { article, by: 'protocol', entryIntoForce: clause } })).toEqual([
      'clauses.amendment.entryIntoForce.parties: allOfParties',
    ]);
    expect(problems({ entryIntoForce: { ...clause, parties: ['AZ'] } })).toEqual([]);
  });
});

describe('an unknown date of a notification that a clause counts', () => {
  const dated = awaiting({ on: 'lastNotification', counts: 'dated' });
  const kz = completion('KZ', '2025-02-01', { dated: '2025-01-20' });
  const az = completion('AZ', '2025-03-15');

  it('is never replaced by another date: entry into force lies between signature, the other note and receipt', () => {
    const s = on('2025-06-01', [signed('2024-01-01'), kz, az], dated);
    expect(s.entryIntoForce).toMatchObject({
      date: null,
      notBefore: '2025-01-20',
      notAfter: '2025-03-15',
      certain: false,
      how: 'known only within bounds: date of the notification of AZ not after 15 Mar 2025 (nAZ)',
    });
    expect(s.status).toBe('inForce');
    expect(s.notes.at(-1)).toBe(
      'Known only within bounds: date of the notification of AZ not after 15 Mar 2025 (nAZ). Ask for the document that shows the day, and correct nAZ: all that follows is then exact again.',
    );
  });

  it('is bounded by dispatch too, and does not matter if the other note is later in any case', () => {
    const sent = { ...az, dispatched: '2025-02-10' };
    expect(on('2025-06-01', [signed('2024-01-01'), kz, sent], dated).entryIntoForce).toMatchObject({ date: null, notAfter: '2025-02-10' });
    const later = completion('KZ', '2025-05-01', { dated: '2025-04-01' });
    expect(on('2025-06-01', [signed('2024-01-01'), later, az], dated).entryIntoForce).toMatchObject({ date: '2025-04-01', certain: true });
  });

  it('makes no difference before signature, since the count starts there', () => {
    expect(on('2025-06-01', [signed('2025-04-01'), kz, az], dated).entryIntoForce).toMatchObject({ date: '2025-04-01', certain: true });
    expect(on('2025-06-01', [kz, az], dated)).toMatchObject({ status: 'negotiated', entryIntoForce: { date: null } });
  });

  it('is bounded by the note’s date if dispatch counts', () => {
    const dispatch = awaiting({ on: 'lastNotification', counts: 'dispatched' });
    const both = { ...az, dated: '2025-03-01' };
    const sent = { ...kz, dispatched: '2025-01-25' };
    expect(on('2025-06-01', [signed('2024-01-01'), sent, both], dispatch).entryIntoForce).toMatchObject({
      date: null,
      notBefore: '2025-03-01',
      notAfter: '2025-03-15',
      how: 'known only within bounds: dispatch of the notification of AZ not after 15 Mar 2025 (nAZ)',
    });
    expect(on('2025-06-01', [signed('2024-01-01'), sent, { ...both, dispatched: '2025-03-02' }], dispatch).entryIntoForce.date).toBe(
      '2025-03-02',
    );
  });

  it('is bounded by the last possible day of a receipt that is itself within bounds', () => {
    const around = { ...az, received: { notBefore: '2025-03-01', notAfter: '2025-03-31' } };
    expect(on('2025-06-01', [signed('2024-01-01'), kz, around], dated).entryIntoForce).toMatchObject({
      date: null,
      notAfter: '2025-03-31',
    });
  });

  it('bounds a protocol’s entry into force in the same way', () => {
    const own = given({
      entryIntoForce: { on: 'signature', article },
      amendment: { article, by: 'protocol', entryIntoForce: { on: 'lastNotification', article, counts: 'dated' } },
    });
    const notified = (by: string, more: object) => ({
      id: `p${by}`,
      type: 'protocol.completion.notified',
      protocol: 'p',
      by,
      received: '2021-03-01',
      ...more,
    });
    const list = (more: object) => [
      signed('2020-01-01'),
      { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2021-01-01' },
      notified('KZ', { dated: '2021-02-01' }),
      notified('AZ', more),
    ];
    expect(on('2021-06-01', list({ dated: '2021-02-20' }), own).protocols[0]!.entryIntoForce).toMatchObject({
      date: '2021-02-20',
      notBefore: null,
    });
    const s = on('2021-06-01', list({}), own);
    expect(s.protocols[0]).toMatchObject({ status: 'inForce', entryIntoForce: { date: null } });
    expect(s.notes.join()).toContain('Known only within bounds: date of the notification of AZ not after 1 Mar');
  });
});

describe('a note published only with its date', () => {
  const note = completion('AZ', undefined, { dated: '2025-03-01' });
  const kz = completion('KZ', '2025-02-01', { dated: '2025-01-20' });

  it('is accepted, and one without any date is not', () => {
    expect(isRefusal(readEntry(note, given(), Date.UTC(2026, 0, 1)))).toBe(false);
    expect(answered(readEntry(completion('AZ', undefined), given()))).toMatchObject({
      message:
        'The entry nAZ (a notification of completion of internal procedures) can’t be used as it is: received: must be given, or where it is not known dated or dispatched.',
    });
    expect(readEntry({ ...note, dated: '2027-01-01' }, given(), Date.UTC(2026, 0, 1))).toMatchObject({ refused: 'futureDate' });
    expect(readEntry({ ...note, dispatched: '2025-02-01' }, given())).toMatchObject({ refused: 'datesOutOfOrder' });
  });

  it('counts if the clause counts the date', () => {
    const s = on('2025-06-01', [signed('2024-01-01'), kz, note], awaiting({ on: 'lastNotification', counts: 'dated' }));
    expect(s.entryIntoForce).toMatchObject({ date: '2025-03-01', certain: true });
    expect(s.dates.find(l => l.date === '2025-03-01')!.label).toBe('Completion of internal procedures notified by AZ, dated');
  });

  it('bounds entry into force from below if receipt counts, and its receipt is what to ask for', () => {
    const s = on('2025-06-01', [signed('2024-01-01'), kz, note], awaiting({ on: 'lastNotification', then: { days: 30 } }));
    expect(s).toMatchObject({
      status: 'signed',
      entryIntoForce: {
        date: null,
        notBefore: '2025-03-31',
        how: 'not before 31 Mar 2025: awaiting the date of receipt of the notification of AZ',
      },
    });
    expect(s.notes[0]).toContain('awaiting the date of receipt of the notification of AZ');
    const sent = { ...note, dispatched: '2025-03-05' };
    const both = on('2025-06-01', [signed('2024-01-01'), sent], awaiting({ on: 'lastNotification' }));
    expect(both.entryIntoForce).toMatchObject({
      notBefore: '2025-03-05',
      how: 'not before 5 Mar 2025: awaiting the written notification of KZ and the date of receipt of the notification of AZ',
    });
    expect(both.dates.find(l => l.date === '2025-03-05')!.label).toContain('dispatched');
  });

  it('bounds it from below if dispatch counts and only the date is known', () => {
    const s = on(
      '2025-06-01',
      [signed('2024-01-01'), completion('KZ', undefined, { dated: '2025-01-20' }), note],
      awaiting({ on: 'lastNotification', counts: 'dispatched' }),
    );
    expect(s.entryIntoForce).toMatchObject({ date: null, notBefore: '2025-03-01' });
    expect(s.entryIntoForce.how).toContain('awaiting the date of dispatch of the notifications of KZ and AZ');
  });

  it('is the first of its Party like any other, and may be oral or defective', () => {
    const list = [signed('2024-01-01'), kz, note, { ...completion('AZ', '2025-04-01'), id: 'again' }];
    expect(whys(on('2025-06-01', list, awaiting({ on: 'lastNotification' })))).toEqual([
      { fact: 'again', why: 'AZ had already notified completion of internal procedures; the first notification counts.' },
    ]);
    const oral = on('2025-06-01', [signed('2024-01-01'), { ...note, form: 'oral' }], awaiting({ on: 'lastNotification', counts: 'dated' }));
    expect(oral.withoutEffect[0]!.why).toContain('orally');
  });

  it('may be of a protocol', () => {
    const p = (fact: object) => ({ protocol: 'p', ...fact });
    const list = [
      signed('2020-01-01'),
      p({ id: 'ps', type: 'protocol.signed', on: '2021-01-01' }),
      ...['KZ', 'AZ'].map(by => p({ id: `p${by}`, type: 'protocol.completion.notified', by, dated: '2021-02-01' })),
    ];
    const own = given({
      entryIntoForce: { on: 'signature', article },
      amendment: { article, by: 'protocol', entryIntoForce: { on: 'lastNotification', article } },
    });
    expect(on('2021-06-01', list, own).protocols[0]).toMatchObject({
      id: 'p',
      status: 'signed',
      entryIntoForce: { date: null, notBefore: '2021-02-01' },
    });
  });
});

describe('notifications before signature count from signature, and the officer is informed', () => {
  it('naming the last notification, and that both came before', () => {
    const list = [signed('2004-03-01'), completion('KZ', '2003-06-10'), completion('AZ', '2003-09-15')];
    const s = on('2004-06-01', list);
    expect(s.entryIntoForce).toMatchObject({
      date: '2004-03-01',
      how: 'last notification, from AZ, received 15 Sep 2003, before signature and therefore counted from it (VCLT art. 24(4))',
    });
    expect(s.notes).toContain('Entry into force: both notifications precede signature, 1 Mar 2004: check the dates.');
    expect(on('2004-06-01', [...list.slice(0, 2), completion('AZ', '2004-03-01')]).notes.join()).not.toContain('Entry into force');
  });

  it('also for a single notification', () => {
    const alone = on(
      '2004-06-01',
      [signed('2004-03-01'), completion('KZ', '2003-06-10')],
      awaiting({ on: 'lastNotification', parties: ['KZ'] }),
    );
    expect(alone.notes).toContain('Entry into force: the notification precedes signature, 1 Mar 2004: check the dates.');
  });
});
