/** Clauses tied to another instrument: in force only once a condition is met, or only until one is met, by a fact that names it. */
import { describe, expect, it } from 'vitest';
import { agreement as agreementSchema } from '../../clauses/agreement.ts';
import { fact as factSchema, type Entry } from '../../machines/facts.ts';
import { planOf } from '../../machines/plan.ts';
import { actsThrough, d, given, inForceOn, on, said, sentence, details, whys } from './setup.ts';

const signed = { id: 's', type: 'signed', on: '2004-03-01' };
const notified = (by: string, received: string) => ({ id: by, type: 'completion.notified', by, received });
const met = (day: string, condition = 'transit', id = 'm') => ({ id, type: 'condition.met', on: day, condition });

const transit = { id: 'transit', what: 'the transit agreement is in force', article: 'art. 14' };
const notBefore = (entry: object = { on: 'lastNotification', article: 'art. 13' }) =>
  given({ entryIntoForce: { ...entry, condition: transit } });
const planned = (today: string, list: object[], agreement: ReturnType<typeof given>, onboarded = today) =>
  planOf({
    agreement,
    description: 'sha256:',
    entries: list as Entry[],
    today: d(today),
    onboarded: d(onboarded),
    reached: undefined,
    done: [],
  });

describe('an agreement that enters into force only once a condition is met', () => {
  const both = [signed, notified('KZ', '2004-06-10'), notified('AZ', '2004-09-15')];

  it.each<[string, object[], string, string]>([
    ['the condition comes last', [...both, met('2004-11-20')], '2004-11-20', 'art. 14'],
    ['the notification comes last', [...both, met('2004-07-01')], '2004-09-15', 'art. 13'],
    ['both on one day', [...both, met('2004-09-15')], '2004-09-15', 'art. 13'],
    ['it was met before signature', [met('2003-01-01'), ...both], '2004-09-15', 'art. 13'],
  ])('enters into force on the later of both: %s', (_, list, date, basis) => {
    const s = on('2005-01-01', list, notBefore());
    expect([s.status, s.entryIntoForce.date, s.entryIntoForce.basis]).toEqual(['inForce', date, basis]);
    expect(s.period!.firstDay).toBe(date);
  });

  it('does not enter into force before its last notification, and awaits the condition, not a document', () => {
    const s = on('2005-01-01', both, notBefore());
    expect(s.status).toBe('signed');
    expect(s.entryIntoForce).toMatchObject({
      date: null,
      notBefore: '2004-09-15',
      how: 'not before 15 Sep 2004: awaiting the fulfilment of the condition in art. 14 (the transit agreement is in force)',
    });
    expect(s.notes).toEqual([
      'Entry into force is not known: awaiting the fulfilment of the condition in art. 14 (the transit agreement is in force). Find out whether the condition is met, and since when, and record that (transit).',
    ]);
    expect(details(planned('2005-01-01', both, notBefore()))).toContain(
      'To do: check for the fulfilment of the condition in art. 14 (the transit agreement is in force); once the condition is met, record that.',
    );
  });

  it('names both requirements that are outstanding, and does not enter into force before the day on which the condition was met', () => {
    const waiting = on('2005-01-01', [signed, notified('KZ', '2004-06-10')], notBefore());
    expect(waiting.entryIntoForce).toMatchObject({ date: null, notBefore: '2004-06-10' });
    expect(waiting.entryIntoForce.how).toContain('the written notification of AZ and the fulfilment of the condition in art. 14');
    expect(waiting.notes.join(' ')).toMatch(/Ask for the document .* Find out whether the condition is met/);
    const half = on('2005-01-01', [signed, notified('KZ', '2004-06-10'), met('2004-10-01')], notBefore());
    expect(half.entryIntoForce).toMatchObject({ notBefore: '2004-10-01' });
    expect(half.entryIntoForce.how).toContain('awaiting the written notification of AZ');
    expect(on('2005-01-01', [signed, met('2004-10-01')], notBefore()).entryIntoForce.notBefore).toBe('2004-10-01');
  });

  it.each<[string, object, object[], string]>([
    ['signature', { on: 'signature', article: 'art. 1' }, [signed, met('2004-05-01')], '2004-05-01'],
    [
      'exchange',
      { on: 'exchangeOfInstruments', article: 'art. 1', then: { days: 30 } },
      [signed, { id: 'x', type: 'instruments.exchanged', on: '2004-04-01' }, met('2004-05-20')],
      '2004-05-20',
    ],
    ['a fixed day', { on: 'fixedDate', article: 'art. 1', date: '2004-12-31' }, [signed, met('2004-05-01')], '2004-12-31'],
  ])('applies the condition to every way of entry into force: %s', (_, entry, list, date) => {
    expect(on('2005-01-01', list, notBefore(entry)).entryIntoForce.date).toBe(date);
  });

  it('is in force on another day if the Parties agreed one, whatever the condition', () => {
    const list = [signed, { id: 'a', type: 'entry.agreed', on: '2004-05-01', date: '2004-06-01' }, met('2004-08-01')];
    const s = on('2005-01-01', list, notBefore());
    expect(s.entryIntoForce.date).toBe('2004-06-01');
    expect(whys(s)).toEqual([{ fact: 'm', why: 'The agreement was already in force, since 1 Jun 2004.' }]);
  });

  it('does not make its protocols wait for the condition', () => {
    const list = [
      ...both,
      met('2004-07-01'),
      { id: 'p', type: 'protocol.signed', protocol: 'p1', on: '2006-01-01' },
      ...['KZ', 'AZ'].map(by => ({ id: `p${by}`, type: 'protocol.completion.notified', protocol: 'p1', by, received: '2006-02-01' })),
    ];
    expect(on('2007-01-01', list, notBefore()).protocols).toMatchObject([{ status: 'inForce', entryIntoForce: { date: '2006-02-01' } }]);
  });
});

describe('an agreement that lasts as long as something else', () => {
  const programme = { id: 'programme', what: 'the programme has ended', article: 'art. 15' };
  const aslong = given({ duration: { kind: 'indefinite', article: 'art. 15', endsWith: programme } });
  const inForce = inForceOn('2004-09-15');
  const over = met('2009-06-30', 'programme');

  it('has no known end until then, and names what it ends with', () => {
    const s = on('2009-06-29', [...inForce, over], aslong);
    expect([s.status, s.termination]).toEqual(['inForce', null]);
    expect(s.notes).toEqual([
      'It ends at the close of the day on which a condition is met; that day is not known: the programme has ended (art. 15). Once it is met, record that (programme).',
    ]);
    expect(planned('2009-06-01', inForce, aslong).owed.map(o => sentence(o.act))).toContainEqual(
      expect.stringContaining('it was in force until a condition is met: the programme has ended.'),
    );
  });

  it('is in force on the day on which the condition is met, and expired on the next', () => {
    const last = on('2009-06-30', [...inForce, over], aslong);
    expect(last).toMatchObject({
      status: 'inForce',
      notes: [],
      termination: { cause: 'expiry', lastDayInForce: '2009-06-30', firstDayOut: '2009-07-01', basis: 'art. 15' },
    });
    const s = on('2009-07-01', [...inForce, over], aslong);
    expect(s).toMatchObject({ status: 'expired', termination: { cause: 'expiry', lastDayInForce: '2009-06-30' } });
    expect(s.dates.at(-1)).toMatchObject({ date: '2009-06-30', label: 'Last day: the condition is met', basis: 'art. 15' });
    expect(actsThrough('2009-07-01', [...inForce, over], aslong).map(sentence)).toContain(
      'Expired: last day in force 30 June 2009; the condition was met: the programme has ended.',
    );
    expect(planned('2009-06-30', [...inForce, over], aslong).timers.map(t => [t.name, t.day])).toEqual([['conditionEffect', '2009-06-30']]);
    expect(planned('2009-07-01', [...inForce, over], aslong).over).toBe(true);
  });

  it('is in force for the single day of its entry into force if the condition was met before', () => {
    const s = on('2004-09-16', [...inForce, met('2004-09-01', 'programme')], aslong);
    expect([s.status, s.entryIntoForce.date, s.termination!.lastDayInForce]).toEqual(['expired', '2004-09-15', '2004-09-15']);
  });

  it('ends earlier by notice, and later if the Parties agreed a later end', () => {
    const notice = { id: 't', type: 'termination.notified', by: 'AZ', received: '2008-12-01' };
    expect(on('2009-07-01', [...inForce, notice, over], aslong)).toMatchObject({
      status: 'terminated',
      termination: { cause: 'notice', lastDayInForce: '2009-05-31' },
    });
    const later = { id: 'x', type: 'termination.agreed', on: '2009-06-30', firstDayOut: '2010-01-01' };
    const held = on('2009-08-01', [...inForce, over, later], aslong);
    expect(held).toMatchObject({ status: 'inForce', termination: { cause: 'agreement', firstDayOut: '2010-01-01' } });
    expect(on('2010-01-01', [...inForce, over, later], aslong).status).toBe('terminated');
  });

  it('accepts a protocol that enters into force on its last day', () => {
    const protocol = (on: string, changes: object = {}) => [
      { id: 'p', type: 'protocol.signed', protocol: 'p1', on: '2009-06-01', changes },
      ...['KZ', 'AZ'].map(by => ({ id: `p${by}`, type: 'protocol.completion.notified', protocol: 'p1', by, received: on })),
    ];
    // facts of protocols precede the condition on one day; changes may apply on that day, or no longer be applied from it
    expect(on('2009-06-30', [...inForce, ...protocol('2009-06-30'), over], aslong).protocols).toMatchObject([{ status: 'inForce' }]);
    const late = given({
      duration: { kind: 'indefinite', article: 'art. 15', endsWith: programme },
      amendment: { article: 'art. 10', by: 'protocol', entryIntoForce: { on: 'lastNotification', article: 'art. 10' } },
    });
    expect(on('2009-07-01', [...inForce, ...protocol('2009-06-30'), over], late)).toMatchObject({
      status: 'expired',
      protocols: [{ status: 'ended' }],
    });
  });

  it('is not ended twice by the condition, and an end that has come stays', () => {
    const again = met('2009-06-30', 'programme', 'again');
    const s = on('2009-06-30', [...inForce, { ...over, id: 'a' }, again], aslong);
    expect(whys(s)).toEqual([{ fact: 'again', why: 'The condition had already been met, on 30 Jun 2009.' }]);
  });
});

describe('a fact that a condition is met', () => {
  it.each<[ReturnType<typeof given>, string]>([
    [notBefore(), 'No clause has a condition named other; known: transit.'],
    [given(), 'No clause has a condition named other; there are none.'],
  ])('is without effect if no clause has that condition', (agreement, why) => {
    expect(whys(on('2004-05-01', [signed, met('2004-05-01', 'other')], agreement))).toEqual([{ fact: 'm', why }]);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf'])('applies condition %s to that condition only', name => {
    const agreement = given({
      entryIntoForce: { on: 'signature', article: 'art. 1', condition: { ...transit, id: name } },
    });
    expect(on('2004-06-01', [signed], agreement).status).toBe('signed');
    expect(on('2004-06-01', [signed, met('2004-05-01', name)], agreement).entryIntoForce.date).toBe('2004-05-01');
    expect(on('2004-06-01', [signed, met('2004-05-01', name)]).withoutEffect).toHaveLength(1);
  });

  it('names a condition by an id', () => {
    expect(factSchema.safeParse(met('2004-05-01', 'two words')).success).toBe(false);
  });
});

describe('the description of an agreement is refused', () => {
  const problem = (clauses: object): string => {
    const { id, title, parties, sources, clauses: own } = given();
    const result = agreementSchema.safeParse({ id, title, parties, sources, clauses: { ...own, ...clauses } });
    return result.success ? '' : result.error.issues.map(i => `${i.path.join('.')}: ${i.message}`).join('; ');
  };

  it('if it has a condition for protocols, which wait for none', () => {
    const amendment = { article: 'art. 10', by: 'protocol', entryIntoForce: { on: 'signature', article: 'art. 10', condition: transit } };
    expect(problem({ amendment })).toContain('clauses.amendment.entryIntoForce.condition: notOfProtocols');
  });

  it('if it has one name for two conditions', () => {
    const twice = {
      entryIntoForce: { on: 'signature', article: 'art. 1', condition: transit },
      duration: { kind: 'indefinite', article: 'art. 2', endsWith: transit },
    };
    expect(problem(twice)).toContain('clauses.duration.endsWith.id: otherCondition');
    expect(problem({ ...twice, duration: { kind: 'indefinite', article: 'art. 2', endsWith: { ...transit, id: 'other' } } })).toBe('');
  });
});

it('the acts of one day are announced in the order of the law', () => {
  const agreement = notBefore({ on: 'signature', article: 'art. 1' });
  expect(said(actsThrough('2004-05-01', [signed, met('2004-05-01')], agreement))).toEqual([
    '2004-05-01 announce entryIntoForce',
    '2004-05-01 draft registration',
  ]);
});
